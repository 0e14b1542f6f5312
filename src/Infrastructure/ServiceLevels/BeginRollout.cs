using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>A version published for open tickets as well: its way through them begins in the transaction that publishes it.</summary>
internal sealed class BeginRollout(ServiceDeskDbContext db) : IDomainEventHandler<PolicyPublished>
{
    public Task Handle(PolicyPublished domainEvent, CancellationToken ct)
    {
        if (domainEvent.Reach == PolicyReach.Open)
            db.Add(new PolicyRollout
            {
                PolicyId = domainEvent.PolicyId,
                Number = domainEvent.Number,
                RequestedAt = domainEvent.At,
                RequestedBy = domainEvent.By,
                AfterTicketId = new TicketId(Guid.Empty),
            });

        return Task.CompletedTask;
    }
}
