using System.Text.Json;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>What a ticket's timeline says to a clock: when it waited and for what, when it was resolved, when its requester heard of it.</summary>
internal sealed class TicketHistory
{
    /// <summary>The events that move a clock.</summary>
    public static readonly TicketEventType[] Moves =
    [
        TicketEventType.Assigned, TicketEventType.Started, TicketEventType.Held, TicketEventType.Resumed, TicketEventType.Resolved,
        TicketEventType.Reopened, TicketEventType.Closed, TicketEventType.Cancelled, TicketEventType.Merged, TicketEventType.Unmerged,
    ];

    private readonly List<Phase> phases;
    private readonly DateTimeOffset? message;
    private DateTimeOffset? takeover;

    public TicketHistory(
        DateTimeOffset openedAt, IEnumerable<(TicketEventType Type, DateTimeOffset At, string Details)> moves, DateTimeOffset? message)
    {
        (OpenedAt, this.message) = (openedAt, message);
        phases = [new Phase(openedAt, Kind.Running, null)];
        foreach (var move in moves)
            Follow(move.Type, move.At, JsonElement.Parse(move.Details));
    }

    private enum Kind
    {
        Running,
        Waiting,
        Stopped,
        Cancelled,
    }

    public DateTimeOffset OpenedAt { get; }

    /// <summary>Cancelled, merged or a duplicate: nothing is promised any more.</summary>
    public bool IsCancelled => phases[^1].Kind == Kind.Cancelled;

    public DateTimeOffset? StoppedAt => phases[^1].Kind == Kind.Stopped ? phases[^1].From : null;

    /// <summary>The first message to the requester or, where that is asked for, somebody's taking over; a solution is both.</summary>
    public DateTimeOffset? RespondedAt(FirstResponseBy by)
    {
        var solved = phases.Find(p => p.Kind == Kind.Stopped)?.From;
        DateTimeOffset?[] answers = [solved, by == FirstResponseBy.Takeover ? takeover : message];
        return answers.Min();
    }

    /// <summary>What does not count: waiting for these reasons, and the time between a solution and its being taken back.</summary>
    public Pause[] Pauses(IReadOnlyList<PendingReason> reasons, DateTimeOffset until) =>
    [
        .. phases.Select((phase, i) => (phase, To: i + 1 < phases.Count ? phases[i + 1].From : until))
            .Where(x => x.phase.From < until && (x.phase.Kind is Kind.Stopped or Kind.Cancelled || (x.phase.Reason is { } r && reasons.Contains(r))))
            .Select(x => new Pause(x.phase.From, x.To < until ? x.To : until)),
    ];

    private void Follow(TicketEventType type, DateTimeOffset at, JsonElement details)
    {
        var waits = type == TicketEventType.Held || (type == TicketEventType.Unmerged && Word(details, "to") == "pending");
        var (kind, reason) = type switch
        {
            _ when waits => (Kind.Waiting, Reason(details)),
            TicketEventType.Resolved when Word(details, "code") == "duplicate" => (Kind.Cancelled, null),
            TicketEventType.Resolved => (Kind.Stopped, null),
            TicketEventType.Closed when phases[^1].Kind is Kind.Stopped or Kind.Cancelled => (phases[^1].Kind, null),
            TicketEventType.Closed => (Kind.Stopped, null),
            TicketEventType.Cancelled or TicketEventType.Merged => (Kind.Cancelled, null),
            _ => (Kind.Running, (PendingReason?)null),
        };
        if (type == TicketEventType.Started)
            takeover ??= at;
        if (kind != phases[^1].Kind || reason != phases[^1].Reason)
            phases.Add(new Phase(at, kind, reason));
    }

    private static PendingReason? Reason(JsonElement details) =>
        Enum.TryParse<PendingReason>(Word(details, "reason"), ignoreCase: true, out var reason) ? reason : null;

    private static string? Word(JsonElement details, string name) =>
        details.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Phase(DateTimeOffset From, Kind Kind, PendingReason? Reason);
}
