using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>A version of a policy on its way through the open tickets, in the order of their ids; goes on where it was after a restart.</summary>
internal sealed class PolicyRollout
{
    public PolicyId PolicyId { get; init; }
    public int Number { get; init; }
    public DateTimeOffset RequestedAt { get; init; }
    public UserId RequestedBy { get; init; }

    /// <summary>The last ticket that was looked at.</summary>
    public TicketId AfterTicketId { get; set; }
    public long TicketsSeen { get; set; }
    public long TicketsMoved { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}
