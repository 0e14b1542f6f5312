namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>How a ticket stood from one instant of its past on, as far as a clock cares.</summary>
public sealed record ClockMoment(Cause Cause, ClockOwner Owner, ClockConditions Conditions)
{
    /// <summary>What is promised from here on, where it is not what was promised before.</summary>
    public ClockTerms? Terms { get; init; }
}

/// <summary>A clock that was not there while things happened: attached later, it folds the history from the ticket's opening.</summary>
public static class ClockHistory
{
    /// <summary>The first moment is the opening; what each one means is decided by the clock's own table.</summary>
    public static ServiceLevelClock Fold(
        ClockOpening opening, IReadOnlyList<ClockMoment> moments, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(moments);
        ArgumentOutOfRangeException.ThrowIfZero(moments.Count);

        var first = moments[0];
        var clock = ServiceLevelClock.Start(opening with { Owner = first.Owner }, first.Cause, calendars, first.Conditions.PausedReason);
        foreach (var moment in moments.Skip(1))
        {
            if (clock.IsLive && moment.Terms is { } terms)
                clock.Retarget(terms, moment.Cause, calendars);
            if (clock.IsLive)
                clock.Transfer(moment.Owner, moment.Cause, calendars);
            clock.Follow(moment.Conditions, moment.Cause, calendars);
            if (clock.IsLive)
                clock.Transfer(moment.Owner, moment.Cause, calendars);
        }

        return clock;
    }
}
