using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>The ledgers of a ticket's clocks as of an instant.</summary>
public sealed record ServiceLevelExplanation(TicketRef Ticket, DateTimeOffset AsOf, IReadOnlyList<ClockExplanation> Clocks);

/// <summary>One clock: what was promised, what it comes to, and every stretch that made it so.</summary>
public sealed record ClockExplanation
{
    public required string Target { get; init; }
    public required int Cycle { get; init; }
    public required string State { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required long TargetSeconds { get; init; }

    /// <summary>The sum of what the intervals counted.</summary>
    public required long ElapsedSeconds { get; init; }
    public required long RemainingSeconds { get; init; }
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>When it would fall due if its pause ended now.</summary>
    public required DateTimeOffset? DueIfResumedNow { get; init; }
    public required DateTimeOffset? BreachedAt { get; init; }
    public required DateTimeOffset? StoppedAt { get; init; }
    public required PolicyRef Policy { get; init; }
    public required CalendarRef Calendar { get; init; }
    public required IReadOnlyList<ExplainedInterval> Intervals { get; init; }

    /// <summary>Whose the time was: every open second of the intervals, the longest first.</summary>
    public required IReadOnlyList<ExplainedShare> HeldBy { get; init; }
    public required DeadlineSentence Sentence { get; init; }
}

/// <summary>The version of a calendar that counted.</summary>
public sealed record CalendarRef(Guid Id, string Name, int Version, string TimeZone);

/// <summary>One stretch of a clock's life; the stretches touch each other.</summary>
public sealed record ExplainedInterval
{
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }

    /// <summary>running, paused, or stopped and cancelled where the clock went on later.</summary>
    public required string Kind { get; init; }
    public required bool Counted { get; init; }

    /// <summary>What began it: opened, assigned, resumed…, or what was waited for.</summary>
    public required string Why { get; init; }

    /// <summary>The line of the timeline that did it; null where time itself did, or nobody may read it.</summary>
    public required LedgerEvent? ByEvent { get; init; }

    /// <summary>Plain seconds from start to end.</summary>
    public required long Seconds { get; init; }
    public required long OpenSeconds { get; init; }
    public required long CountedSeconds { get; init; }
    public required NamedRef? Team { get; init; }
    public required PersonRef? Person { get; init; }
    public required PolicyRef Policy { get; init; }
    public required CalendarRef Calendar { get; init; }
    public required long TargetSeconds { get; init; }

    /// <summary>Open and closed time in between, exceptions by name; of a very long interval only the exceptions.</summary>
    public required IReadOnlyList<ExplainedSpan> Spans { get; init; }
}

public sealed record LedgerEvent(long Sequence, TicketEventType Type, DateTimeOffset At, PersonRef By);

/// <summary>open or closed; the label names the exception: "Whit Monday".</summary>
public sealed record ExplainedSpan(DateTimeOffset From, DateTimeOffset To, string Kind, string? Label, long OpenSeconds);

/// <summary>Open time of one team, person and reason to wait; all empty is nobody's.</summary>
public sealed record ExplainedShare(NamedRef? Team, PersonRef? Person, string? WaitingFor, long OpenSeconds, long CountedSeconds);

/// <summary>
/// What to tell the requester: when it is due, or what is waited for, and which days in between are closed or shorter than usual.
/// </summary>
public sealed record DeadlineSentence(
    string Target, string State, DateTimeOffset? DueAt, string? WaitingFor, string TimeZone, IReadOnlyList<ClosedDay> ClosedDays);

/// <summary>A date on which other hours hold; closed all day unless it says partly.</summary>
public sealed record ClosedDay(DateOnly Date, string Label, bool Partly);
