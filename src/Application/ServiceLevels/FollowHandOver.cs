using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Team or assignee changed: from here on it is their time. Who gives a ticket to themselves takes it over.</summary>
internal sealed class FollowHandOver(TicketClocks clocks) : IDomainEventHandler<TicketReassigned>
{
    public async Task Handle(TicketReassigned domainEvent, CancellationToken ct)
    {
        var set = await clocks.OfAsync(domainEvent.TicketId, null, ct);
        var cause = new Cause(domainEvent.At, domainEvent.Sequence, ClockWords.Assigned);
        foreach (var clock in set.Clocks.Where(c => c.IsLive))
        {
            if (clock.Target == ServiceLevelTarget.FirstResponse && domainEvent.Assignee == domainEvent.By)
                FollowMove.TakeOver(set, clock, cause);
            if (clock.IsLive)
                clock.Transfer(new ClockOwner(domainEvent.Team, domainEvent.Assignee), cause, set.Calendars);
        }

        TicketClocks.Settle(set);
    }
}
