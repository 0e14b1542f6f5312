using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// Next-response clocks: one cycle for each question of the requester, from the oldest message that has no answer yet, once the first
/// response is given (ruling 22).
/// </summary>
public sealed class NextResponses(TicketClocks clocks, TicketMatching matching)
{
    /// <summary>
    /// The requester said something; while a response is waited for already, more words do not move it. Gives back the set, which may
    /// have a clock more.
    /// </summary>
    public async Task<ClockSet> AskedAsync(ClockSet set, Cause cause, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(set);

        if (!set.Ticket.IsOpen || set.Clocks.Any(c => c.IsLive && c.Target != ServiceLevelTarget.Resolution))
            return set;

        // A ticket keeps the versions it runs under, of policy and calendar; only one without any clock is matched anew.
        var kept = set.Clocks.Where(c => c.LastWhy != ClockWords.NotPromised)
            .MaxBy(c => (c.Target == ServiceLevelTarget.Resolution, c.AsOf));
        var edition = kept is null ? await matching.MatchAsync(set.Ticket, ct) : null;
        if (edition is not null)
            set = await clocks.SetAsync(set.Ticket, set.Clocks, edition, ct);

        if ((kept is null ? edition?.Definition : set.Policy(kept)) is not { Targets.NextResponse: { } seconds } policy)
            return set;

        var terms = kept is null ? edition!.TermsFor(ServiceLevelTarget.NextResponse)!.Value : kept.Terms with { TargetSeconds = seconds };
        var cycle = 1 + set.Of(ServiceLevelTarget.NextResponse).Select(c => c.Cycle).DefaultIfEmpty(0).Max();
        clocks.Add(set, ServiceLevelClock.Start(
            new ClockOpening(set.Ticket.Id, ServiceLevelTarget.NextResponse, Audience.Customer, cycle, terms, set.Owner),
            cause, set.Calendars, set.ConditionsUnder(policy).PausedReason));
        return set;
    }
}
