using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>
/// One promise on one ticket. The ledger is the truth and only grows; the other members are what it comes to as of its last entry, kept
/// so that neither lists nor commands need to read it (<see cref="ClockFold"/> proves them equal).
/// </summary>
public sealed partial class ServiceLevelClock : AggregateRoot, INotAudited
{
    private readonly List<LedgerEntry> ledger = [];
    private readonly List<ClockWake> wakes = [];

    // Open time since the last entry, counted by the terms that held meanwhile.
    private long openSinceEntry;

    private ServiceLevelClock() { }

    public ClockId Id { get; private init; }
    public TicketId TicketId { get; private init; }
    public ServiceLevelTarget Target { get; private init; }
    public Audience Audience { get; private init; }
    public int Cycle { get; private init; }
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>Every entry where it was loaded with the clock or made in memory; else only those of this unit of work.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => ledger;
    public IReadOnlyList<ClockWake> Wakes => wakes;

    /// <summary>The number of the last entry, and its word.</summary>
    public int LastSequence { get; private set; }
    public string LastWhy { get; private set; } = "";

    public ClockState State { get; private set; }

    /// <summary>The instant of the last entry, up to which <see cref="ElapsedSeconds"/> has been counted.</summary>
    public DateTimeOffset AsOf { get; private set; }
    public long ElapsedSeconds { get; private set; }

    /// <summary>Null while paused or cancelled; after a stop what it was then.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>A fact: nothing that happens later takes it back, and a clock is missed if and only if it is set.</summary>
    public DateTimeOffset? BreachedAt { get; private set; }
    public DateTimeOffset? PausedSince { get; private set; }

    /// <summary>When it was stopped or cancelled.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>When the target was used up to the second; a due instant that a later pause cannot move any more.</summary>
    public DateTimeOffset? UsedUpAt { get; private set; }
    public PolicyId PolicyId { get; private set; }
    public int PolicyVersion { get; private set; }
    public CalendarId CalendarId { get; private set; }
    public int CalendarVersion { get; private set; }
    public long TargetSeconds { get; private set; }
    public TeamId? TeamId { get; private set; }
    public UserId? PersonId { get; private set; }

    public ClockTerms Terms => new(PolicyId, PolicyVersion, CalendarId, CalendarVersion, TargetSeconds);
    public ClockOwner Owner => new(TeamId, PersonId);
    public bool IsLive => State is ClockState.Running or ClockState.Paused;
    public ClockFigures Figures => new(State, AsOf, ElapsedSeconds, DueAt, BreachedAt, PausedSince, StoppedAt, Terms, Owner);

    /// <summary>The open time used until now; a resolver gives the calendar by id and version.</summary>
    public long ElapsedAt(DateTimeOffset now, Func<CalendarId, int, BusinessCalendar> calendars) =>
        State == ClockState.Running ? ElapsedSeconds + Counted(AsOf, now, calendars) : ElapsedSeconds;

    /// <summary>The open time left; less than nothing when overdue.</summary>
    public long RemainingAt(DateTimeOffset now, Func<CalendarId, int, BusinessCalendar> calendars) =>
        TargetSeconds - ElapsedAt(now, calendars);

    public decimal UsedShareAt(DateTimeOffset now, Func<CalendarId, int, BusinessCalendar> calendars) =>
        (decimal)ElapsedAt(now, calendars) / TargetSeconds;

    /// <summary>The breach as of now, recorded or about to be.</summary>
    public DateTimeOffset? BreachBy(DateTimeOffset now) => BreachedAt ?? (State == ClockState.Running && DueAt <= now ? DueAt : null);

    /// <summary>When it would fall due if a pause ended now.</summary>
    public DateTimeOffset? DueIfResumedAt(DateTimeOffset now, Func<CalendarId, int, BusinessCalendar> calendars) =>
        State == ClockState.Paused ? DueFrom(now < AsOf ? AsOf : WholeSecond(now), calendars) : DueAt;

    /// <summary>
    /// When this share of the target will have been used, or its last entry when it has been before that; null unless running.
    /// </summary>
    public DateTimeOffset? WakeAt(decimal share, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        if (State != ClockState.Running)
            return null;

        var left = (long)decimal.Ceiling(TargetSeconds * share) - ElapsedSeconds;
        if (share == 1)
            return DueAt > AsOf ? DueAt : AsOf;

        return left <= 0 ? AsOf : calendars(CalendarId, CalendarVersion).Add(AsOf, TimeSpan.FromSeconds(left));
    }

    /// <summary>A lead of plain hours before the due instant, or its last entry when that has passed; null unless running.</summary>
    public DateTimeOffset? WakeAt(TimeSpan lead) => State == ClockState.Running && DueAt - lead is { } at ? (at > AsOf ? at : AsOf) : null;

    private long Counted(DateTimeOffset from, DateTimeOffset to, Func<CalendarId, int, BusinessCalendar> calendars) =>
        (long)calendars(CalendarId, CalendarVersion).Between(from, to).TotalSeconds;

    private DateTimeOffset DueFrom(DateTimeOffset at, Func<CalendarId, int, BusinessCalendar> calendars) =>
        UsedUpAt ?? calendars(CalendarId, CalendarVersion).Add(at, TimeSpan.FromSeconds(TargetSeconds - ElapsedSeconds));

    private static DateTimeOffset WholeSecond(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
