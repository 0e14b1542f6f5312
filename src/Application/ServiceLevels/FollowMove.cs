using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// The lifecycle moved: clocks stop, are cancelled, pause, go on or are reopened. A response that was given stays given; only a
/// resolution can turn out to be none. What comes back after it was classified anew comes back under the policy that applies now.
/// </summary>
internal sealed class FollowMove(
    TicketClocks clocks, NextResponses questions, TicketHistory histories, TicketMatching matching, Retargeting retargeting)
    : IDomainEventHandler<TicketMoved>
{
    public async Task Handle(TicketMoved domainEvent, CancellationToken ct)
    {
        var set = await clocks.OfAsync(domainEvent.TicketId, null, ct);
        var cause = new Cause(domainEvent.At, domainEvent.Sequence, TicketConditions.Word(domainEvent, set.Ticket));
        var anew = domainEvent.Transition is "reopen" or "unmerge" && await histories.ClassifiedAtRestAsync(set, ct);
        var edition = anew ? await matching.MatchAsync(set.Ticket, ct) : null;
        anew = anew && !StaysUnder(edition, set);
        if (anew && edition is not null)
            set = await clocks.SetAsync(set.Ticket, set.Clocks, edition, ct);

        foreach (var clock in set.Clocks.Where(Follows))
        {
            if (clock.Target == ServiceLevelTarget.FirstResponse && domainEvent.Transition == "start")
                TakeOver(set, clock, cause);
            var again = anew ? edition?.TermsFor(clock.Target) : null;
            var policy = again is null ? set.Policy(clock) : edition!.Definition;
            clock.Follow(set.ConditionsUnder(policy) with { Stopped = StoppedFor(set, clock) }, cause, set.Calendars, again);
            if (clock.IsLive)
                clock.Transfer(set.Owner, cause, set.Calendars);
        }

        if (anew)
            await retargeting.ApplyAsync(set, edition, cause with { Why = ClockWords.Classified }, ct);

        if (domainEvent.Transition == "reopen" && domainEvent.By == set.Ticket.RequesterId)
            set = await questions.AskedAsync(set, cause with { Why = ClockWords.Message }, ct);
        TicketClocks.Settle(set);
    }

    /// <summary>Stops a first response where the policy takes a takeover for one.</summary>
    internal static void TakeOver(ClockSet set, ServiceLevelClock clock, Cause cause)
    {
        if (clock.IsLive && set.Policy(clock).FirstResponseBy == FirstResponseBy.Takeover)
            clock.Stop(cause with { Why = ClockWords.TakenOver }, set.Calendars);
    }

    // One that the policy of now brought while the others were at rest does not speak for them.
    private static bool StaysUnder(PolicyEdition? edition, ClockSet set)
    {
        var back = set.Clocks.Where(Follows).ToList();
        return back.Count > 0 && back.TrueForAll(c => c.PolicyId == edition?.Id);
    }

    private static bool Follows(ServiceLevelClock clock) => clock.State switch
    {
        ClockState.Running or ClockState.Paused => true,
        ClockState.Cancelled => clock.LastWhy != ClockWords.NotPromised,
        _ => clock.Target == ServiceLevelTarget.Resolution,
    };

    // A takeover that stopped it a moment ago is not undone because the ticket is not resolved.
    private static bool StoppedFor(ClockSet set, ServiceLevelClock clock) =>
        set.ConditionsUnder(set.Policy(clock)).Stopped
        || (clock.Target != ServiceLevelTarget.Resolution && clock.State is ClockState.Met or ClockState.Missed);
}
