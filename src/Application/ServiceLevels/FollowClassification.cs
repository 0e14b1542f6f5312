using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// Something a policy looks at changed. While the same policy applies the ticket keeps the version it has: a later one reaches open
/// tickets only when it is published for them.
/// </summary>
internal sealed class FollowClassification(TicketClocks clocks, TicketMatching matching, Retargeting retargeting, IServiceDeskDb db)
    : IDomainEventHandler<TicketClassified>
{
    public async Task Handle(TicketClassified domainEvent, CancellationToken ct)
    {
        var ticket = db.Tickets.Local.FindEntry(domainEvent.TicketId)!.Entity;
        var edition = await matching.MatchAsync(ticket, ct);
        var set = await clocks.OfAsync(domainEvent.TicketId, edition, ct);
        if (edition is not null && set.Clocks.Any(c => c.PolicyId == edition.Id && c.IsLive))
            return;

        await retargeting.ApplyAsync(set, edition, new Cause(domainEvent.At, domainEvent.Sequence, ClockWords.Classified), ct);
    }
}
