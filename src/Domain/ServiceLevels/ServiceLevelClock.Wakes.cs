namespace ServiceDesk.Domain.ServiceLevels;

public sealed partial class ServiceLevelClock
{
    /// <summary>When a level is reached as things stand; its last entry when that has passed, null unless running.</summary>
    public DateTimeOffset? WakeAt(WakeLevel level, Func<CalendarId, int, BusinessCalendar> calendars) =>
        level.LeadSeconds is { } lead ? WakeAt(TimeSpan.FromSeconds(lead)) : WakeAt(level.Share ?? 1, calendars);

    /// <summary>
    /// Plans a wake for each level and for the due instant. Only what comes earlier than planned is moved: what comes later is found out
    /// by who wakes up. Pass a clock with its wakes loaded.
    /// </summary>
    public void Plan(IEnumerable<WakeLevel> levels, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        ArgumentNullException.ThrowIfNull(levels);

        if (State != ClockState.Running)
            return;

        foreach (var level in levels.Append(WakeLevel.Due).Distinct())
        {
            if (WakeAt(level, calendars) is not { } at)
                continue;

            var key = level.ToString();
            if (wakes.Find(x => x.Level == key) is { } planned)
                planned.Expect(at);
            else
                wakes.Add(new ClockWake(this, level, at));
        }
    }
}
