using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>A point in a clock's ledger; what it says holds until the next one. Appended, never changed.</summary>
public sealed class LedgerEntry
{
    /// <summary>The word of the entry that records a breach; time goes on after it.</summary>
    public const string Breach = "breached";

    private LedgerEntry() { }

    internal LedgerEntry(ClockId clock, int sequence, Cause cause, LedgerKind kind, ClockTerms terms, ClockOwner owner, long openSeconds)
    {
        (ClockId, Sequence, Kind, OpenSecondsBefore) = (clock, sequence, kind, openSeconds);
        (At, ByEvent, Why) = (cause.At, cause.Event, cause.Why);
        (PolicyId, PolicyVersion, CalendarId, CalendarVersion, TargetSeconds) = terms;
        (TeamId, PersonId) = owner;
    }

    public ClockId ClockId { get; private init; }
    public int Sequence { get; private init; }
    public DateTimeOffset At { get; private init; }
    public LedgerKind Kind { get; private init; }
    public string Why { get; private init; } = "";
    public long ByEvent { get; private init; }
    public PolicyId PolicyId { get; private init; }
    public int PolicyVersion { get; private init; }
    public CalendarId CalendarId { get; private init; }
    public int CalendarVersion { get; private init; }
    public long TargetSeconds { get; private init; }

    /// <summary>
    /// Open time between the entry before and this one, by the calendar of that one, whether it counted or not: what the interval that
    /// ends here comes to, so that reports add up without a calendar.
    /// </summary>
    public long OpenSecondsBefore { get; private init; }
    public TeamId? TeamId { get; private init; }
    public UserId? PersonId { get; private init; }

    public ClockTerms Terms => new(PolicyId, PolicyVersion, CalendarId, CalendarVersion, TargetSeconds);
    public ClockOwner Owner => new(TeamId, PersonId);
    public bool IsBreach => Kind == LedgerKind.Running && Why == Breach;
}
