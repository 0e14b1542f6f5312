using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>A public message: one of the staff answers what is open, one of the requester asks anew. Notes and others' words never count.</summary>
internal sealed class FollowConversation(TicketClocks clocks, NextResponses questions) : IDomainEventHandler<TicketCommented>
{
    public async Task Handle(TicketCommented domainEvent, CancellationToken ct)
    {
        if (domainEvent.Visibility == Visibility.Internal || (!domainEvent.ByStaff && !domainEvent.ByRequester))
            return;

        var set = await clocks.OfAsync(domainEvent.TicketId, null, ct);
        var cause = new Cause(domainEvent.At, domainEvent.Sequence, domainEvent.ByStaff ? ClockWords.Answered : ClockWords.Message);
        if (domainEvent.ByRequester)
            set = await questions.AskedAsync(set, cause, ct);
        else
            Answer(set, cause);

        TicketClocks.Settle(set);
    }

    private static void Answer(ClockSet set, Cause cause)
    {
        foreach (var clock in set.Clocks.Where(c => c.IsLive && IsAnswered(set, c)))
            clock.Stop(cause, set.Calendars);
    }

    // Where a policy asks for a takeover, a message is none (ruling 22).
    private static bool IsAnswered(ClockSet set, ServiceLevelClock clock) => clock.Target switch
    {
        ServiceLevelTarget.Resolution => false,
        ServiceLevelTarget.FirstResponse => set.Policy(clock).FirstResponseBy == FirstResponseBy.Message,
        _ => true,
    };
}
