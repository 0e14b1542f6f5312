using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

/// <summary>How a ticket stood in another system after one of its updates there.</summary>
public sealed record TicketSnapshot(TicketState State, Classification Facts, Priority Priority, UserId Requester)
{
    /// <summary>Only while <see cref="State"/> is pending.</summary>
    public PendingReason? WaitingFor { get; init; }
    public TeamId? Team { get; init; }
    public UserId? Assignee { get; init; }

    /// <summary>Said by the event that resolves or closes it; not known before.</summary>
    public Resolution? Resolution { get; init; }
}

/// <summary>What another system says of a ticket as a whole, whatever its history adds up to.</summary>
public sealed record ReplayedEnd(DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt, int Reopened, int Reassigned, Resolution? Resolution);
