using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>What is promised a time for.</summary>
public enum ServiceLevelTarget
{
    FirstResponse,
    NextResponse,
    Resolution,
}

/// <summary>To whom it is promised: the requester, by one team to another (OLA), or by a supplier (UC).</summary>
public enum Audience
{
    Customer,
    OperationalLevel,
    Underpinning,
}

public enum ClockState
{
    Running,
    Paused,
    Met,
    Missed,
    Cancelled,
}

/// <summary>What begins at a ledger entry.</summary>
public enum LedgerKind
{
    Running,
    Paused,
    Stopped,
    Cancelled,
}

/// <summary>The timeline event that changed a clock (0: none did, the clock itself), when, and the word for it in the ledger.</summary>
public readonly record struct Cause(DateTimeOffset At, long Event, string Why)
{
    public const int WhyMaxLength = 60;
}

/// <summary>What is promised and how time is counted: versions, so that what was counted once is counted the same for ever.</summary>
public readonly record struct ClockTerms(PolicyId Policy, int PolicyVersion, CalendarId Calendar, int CalendarVersion, long TargetSeconds)
{
    /// <summary>Whether the same time is counted against the same target, under whatever policy: no other target applies then.</summary>
    public bool MeasureAs(ClockTerms other) =>
        (Calendar, CalendarVersion, TargetSeconds) == (other.Calendar, other.CalendarVersion, other.TargetSeconds);
}

/// <summary>Whose time it is; both empty while a ticket belongs to nobody.</summary>
public readonly record struct ClockOwner(TeamId? Team, UserId? Person);

/// <summary>What a new clock is for; the cycle counts the questions of a requester, and is 1 for the other targets.</summary>
public sealed record ClockOpening(
    TicketId Ticket, ServiceLevelTarget Target, Audience Audience, int Cycle, ClockTerms Terms, ClockOwner Owner);

/// <summary>
/// How a ticket stands after a change, as far as a clock cares; which of it counts is decided by the order of the clock's table.
/// </summary>
public readonly record struct ClockConditions(bool Stopped, bool Cancelled, string? PausedReason);

/// <summary>Everything that can be told from a ledger as of its last entry; two ways of telling must agree.</summary>
public sealed record ClockFigures(
    ClockState State, DateTimeOffset AsOf, long ElapsedSeconds, DateTimeOffset? DueAt, DateTimeOffset? BreachedAt,
    DateTimeOffset? PausedSince, DateTimeOffset? StoppedAt, ClockTerms Terms, ClockOwner Owner);

/// <summary>One stretch of a clock's life: whose it was, whether it counted, how much and why.</summary>
public sealed record LedgerInterval(
    DateTimeOffset From, DateTimeOffset To, LedgerKind Kind, string Why, long ByEvent,
    ClockTerms Terms, ClockOwner Owner, long CountedSeconds);
