using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// Another policy, or another version, applies to a ticket: live clocks go on under it, what it does not promise is cancelled, what it
/// promises anew is folded from the ticket's opening. Clocks that have stopped stay judged as they are.
/// </summary>
public sealed class Retargeting(TicketClocks clocks, TicketHistory histories)
{
    private static readonly ServiceLevelTarget[] OncePerTicket = [ServiceLevelTarget.FirstResponse, ServiceLevelTarget.Resolution];

    /// <summary>Load the set with <paramref name="edition"/> as what may be next. True when something changed.</summary>
    public async Task<bool> ApplyAsync(ClockSet set, PolicyEdition? edition, Cause cause, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(set);

        var before = set.Clocks.Sum(c => c.LastSequence);
        foreach (var clock in set.Clocks)
        {
            if (edition?.TermsFor(clock.Target) is { } terms)
                GoOn(set, clock, terms, edition, cause);
            else if (clock.IsLive)
                clock.Cancel(cause with { Why = ClockWords.NotPromised }, set.Calendars);
        }

        if (edition is not null)
            await AttachAsync(set, edition, cause, ct);
        TicketClocks.Settle(set);
        return set.Clocks.Sum(c => c.LastSequence) != before;
    }

    private static void GoOn(ClockSet set, ServiceLevelClock clock, ClockTerms terms, PolicyEdition edition, Cause cause)
    {
        var conditions = set.ConditionsUnder(edition.Definition);
        if (clock is { State: ClockState.Cancelled, LastWhy: ClockWords.NotPromised } && !conditions.Stopped && !conditions.Cancelled)
            clock.Restore(cause, set.Calendars, conditions.PausedReason);
        if (!clock.IsLive)
            return;

        clock.Retarget(terms, cause, set.Calendars);
        clock.Follow(conditions, cause, set.Calendars);
    }

    private async Task AttachAsync(ClockSet set, PolicyEdition edition, Cause cause, CancellationToken ct)
    {
        var missing = OncePerTicket.Where(t => edition.TermsFor(t) is not null && !set.Of(t).Any()).ToList();
        if (missing.Count == 0)
            return;

        var history = await histories.OfAsync(set.Ticket, ct);
        foreach (var target in missing)
        {
            var opening = new ClockOpening(set.Ticket.Id, target, Audience.Customer, 1, edition.TermsFor(target)!.Value, default);
            var clock = ClockHistory.Fold(opening, history.Moments(target, edition.Definition), set.Calendars);
            clock.Observe(cause.At, set.Calendars);
            clocks.Add(set, clock);
        }
    }
}
