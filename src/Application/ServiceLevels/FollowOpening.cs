using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>A ticket is opened: the clocks of its policy start with it, in the same save.</summary>
internal sealed class FollowOpening(TicketClocks clocks, TicketMatching matching, IServiceDeskDb db) : IDomainEventHandler<TicketOpened>
{
    /// <summary>The next response waits for the requester's next message (ruling 22).</summary>
    private static readonly ServiceLevelTarget[] FromTheOpening = [ServiceLevelTarget.FirstResponse, ServiceLevelTarget.Resolution];

    public async Task Handle(TicketOpened domainEvent, CancellationToken ct)
    {
        var ticket = db.Tickets.Local.FindEntry(domainEvent.TicketId)!.Entity;
        if (await matching.MatchAsync(ticket, ct) is not { } edition)
            return;

        var set = await clocks.SetAsync(ticket, [], edition, ct);
        var cause = new Cause(ticket.OpenedAt, 1, ClockWords.Opened);
        var paused = set.ConditionsUnder(edition.Definition).PausedReason;
        foreach (var target in FromTheOpening)
        {
            if (edition.TermsFor(target) is { } terms)
                clocks.Add(set, ServiceLevelClock.Start(
                    new ClockOpening(ticket.Id, target, Audience.Customer, 1, terms, set.Owner), cause, set.Calendars, paused));
        }

        TicketClocks.Settle(set);
    }
}
