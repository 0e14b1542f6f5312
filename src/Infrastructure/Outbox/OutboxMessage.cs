namespace ServiceDesk.Infrastructure.Outbox;

/// <summary>
/// A domain event, committed with what it speaks of. Reactions are delivered from here at least once; browsers are told
/// from here in the order of (xid, id), because ids are handed out before the commit.
/// </summary>
public sealed class OutboxMessage
{
    public long Id { get; private init; }

    /// <summary>The transaction that wrote it.</summary>
    public ulong Xid { get; private init; }

    /// <summary>The event's stable name.</summary>
    public string Name { get; init; } = "";
    public string Payload { get; init; } = "{}";

    /// <summary>The ticket it is about, if it is about one: who sees the ticket sees the event.</summary>
    public Guid? TicketId { get; init; }

    /// <summary>True when only those who read internal notes may know of it.</summary>
    public bool Internal { get; init; }
    public Guid ActorId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>When a worker may take it (again).</summary>
    public DateTimeOffset DueAt { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Given up after too many attempts; an administrator looks at it.</summary>
    public DateTimeOffset? DeadAt { get; init; }
    public string? LastError { get; init; }
}
