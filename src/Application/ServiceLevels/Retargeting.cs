using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// Another policy, or another version, applies to a ticket: live clocks go on under it, what it does not promise is cancelled, what it
/// promises anew is folded from the ticket's opening, or from the question that waits for an answer. Clocks that have stopped stay judged
/// as they are.
/// </summary>
public sealed class Retargeting(TicketClocks clocks, TicketHistory histories)
{
    internal static readonly ServiceLevelTarget[] OncePerTicket = [ServiceLevelTarget.FirstResponse, ServiceLevelTarget.Resolution];

    /// <summary>Load the set with <paramref name="edition"/> as what may be next. True when something changed.</summary>
    public async Task<bool> ApplyAsync(ClockSet set, PolicyEdition? edition, Cause cause, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(set);

        var before = set.Clocks.Sum(c => c.LastSequence);
        var answers = set.Clocks.Where(c => c.IsLive).Any(c => set.Policy(c).Targets.NextResponse is not null);
        foreach (var clock in set.Clocks)
        {
            if (edition?.TermsFor(clock.Target) is { } terms)
                await GoOnAsync(set, clock, terms, edition, cause, ct);
            else if (clock.IsLive)
                clock.Cancel(cause with { Why = ClockWords.NotPromised }, set.Calendars);
        }

        if (edition is not null)
        {
            await AttachAsync(set, edition, cause, ct);
            if (!answers)
                await AskAsync(set, edition, cause, ct);
        }

        TicketClocks.Settle(set);
        return set.Clocks.Sum(c => c.LastSequence) != before;
    }

    /// <summary>A clock as it would stand now if it had been there from the first of these moments on.</summary>
    internal static ServiceLevelClock Attached(
        ClockOpening opening, IReadOnlyList<ClockMoment> moments, DateTimeOffset now, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        var clock = ClockHistory.Fold(opening, moments, calendars);
        clock.Observe(now, calendars);
        return clock;
    }

    private async Task GoOnAsync(ClockSet set, ServiceLevelClock clock, ClockTerms terms, PolicyEdition edition, Cause cause, CancellationToken ct)
    {
        var conditions = set.ConditionsUnder(edition.Definition);
        if (clock is { State: ClockState.Cancelled, LastWhy: ClockWords.NotPromised } && !conditions.Stopped && !conditions.Cancelled
            && await IsWaitedForAsync(set, clock, edition.Definition, ct))
            clock.Restore(cause, set.Calendars, conditions.PausedReason);
        if (!clock.IsLive)
            return;

        clock.Retarget(terms, cause, set.Calendars);
        clock.Follow(conditions, cause, set.Calendars);
    }

    // Nothing was promised for a while; what was answered then needs no clock any more.
    private async Task<bool> IsWaitedForAsync(ClockSet set, ServiceLevelClock clock, PolicyDefinition policy, CancellationToken ct) =>
        clock.Target == ServiceLevelTarget.Resolution || (await histories.OfAsync(set.Ticket, ct)).StillAsksFor(clock, policy);

    private async Task AttachAsync(ClockSet set, PolicyEdition edition, Cause cause, CancellationToken ct)
    {
        var missing = OncePerTicket.Where(t => edition.TermsFor(t) is not null && !set.Of(t).Any()).ToList();
        if (missing.Count == 0)
            return;

        var history = await histories.OfAsync(set.Ticket, ct);
        foreach (var target in missing)
        {
            var opening = new ClockOpening(set.Ticket.Id, target, Audience.Customer, 1, edition.TermsFor(target)!.Value, default);
            clocks.Add(set, Attached(opening, history.Moments(target, edition.Definition), cause.At, set.Calendars));
        }
    }

    // Promised from now on, and somebody waits already: it counts from their message, as if it had been promised then.
    private async Task AskAsync(ClockSet set, PolicyEdition edition, Cause cause, CancellationToken ct)
    {
        if (edition.TermsFor(ServiceLevelTarget.NextResponse) is not { } terms || !set.Ticket.IsOpen
            || set.Clocks.Any(c => c.IsLive && c.Target != ServiceLevelTarget.Resolution))
            return;

        var question = (await histories.OfAsync(set.Ticket, ct)).Question(edition.Definition);
        if (question.Count == 0)
            return;

        var cycle = 1 + set.Of(ServiceLevelTarget.NextResponse).Select(c => c.Cycle).DefaultIfEmpty(0).Max();
        var opening = new ClockOpening(set.Ticket.Id, ServiceLevelTarget.NextResponse, Audience.Customer, cycle, terms, default);
        clocks.Add(set, Attached(opening, question, cause.At, set.Calendars));
    }
}
