using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Outbox;

/// <summary>An outbox row that is due later. It is about no ticket, so that no open page hears of it before.</summary>
internal sealed class Postponed(ServiceDeskDbContext db, TimeProvider clock) : IPostponed
{
    public void Until(DateTimeOffset at, IDomainEvent domainEvent) => db.Set<OutboxMessage>().Add(new OutboxMessage
    {
        Name = EventCatalog.NameOf(domainEvent),
        Payload = EventCatalog.Write(domainEvent),
        ActorId = UserId.System.Value,
        At = clock.GetUtcNow(),
        DueAt = at,
    });
}
