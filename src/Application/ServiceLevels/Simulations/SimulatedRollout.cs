using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>
/// What publishing for open tickets would do to the clocks they have: the rollout itself, on copies. Time used stays used, what is used up falls
/// due at the instant of publication, and a ticket the policy does not concern is left alone.
/// </summary>
internal sealed class SimulatedRollout(PolicyId tried, IEnumerable<SimulatedPolicy> policies, CalendarLibrary library, DateTimeOffset now)
{
    // No calendar has such a version: the one the tried policies would count by.
    private const int Tried = 0;

    private static readonly ServiceLevelTarget[] OncePerTicket = [ServiceLevelTarget.FirstResponse, ServiceLevelTarget.Resolution];

    private readonly Dictionary<CalendarId, BusinessCalendar> calendars =
        policies.DistinctBy(p => p.Definition.CalendarId).ToDictionary(p => p.Definition.CalendarId, p => p.Calendar);

    /// <summary>For each promise that runs, or would: as it is and as it would be.</summary>
    public async Task<IReadOnlyList<Effect>> OfAsync(SimulatedTicket ticket, SimulatedPolicy? would, CancellationToken ct)
    {
        var kept = await library.OpenAllAsync(ticket.Clocks.Select(c => (c.CalendarId, c.CalendarVersion)), ct);
        BusinessCalendar Open(CalendarId id, int version) => version == Tried ? calendars[id] : kept(id, version);

        var concerned = would?.Id == tried || ticket.Clocks.Any(c => c.IsLive && c.PolicyId == tried);
        List<Effect> effects = [.. ticket.Clocks.Select(c => concerned ? Moved(c, ticket, would, Open) : Left(c, Open)).OfType<Effect>()];
        if (!concerned || would is null)
            return effects;

        foreach (var target in OncePerTicket.Where(t => ticket.Clocks.All(c => c.Target != t)))
            if (would.DeadlineOf(target, ticket.History, now) is { StoppedAt: null } promised)
                effects.Add(new Effect(target, null, promised));
        return effects;
    }

    private Effect? Left(ServiceLevelClock clock, Func<CalendarId, int, BusinessCalendar> open) =>
        clock.IsLive ? new Effect(clock.Target, Standing(clock, open), Standing(clock, open)) : null;

    private Effect? Moved(ServiceLevelClock clock, SimulatedTicket ticket, SimulatedPolicy? would, Func<CalendarId, int, BusinessCalendar> open)
    {
        var before = clock.IsLive ? Standing(clock, open) : null;
        if (would?.Definition is not { } policy || policy.Targets.For(clock.Target) is not { } seconds)
            return before is null ? null : new Effect(clock.Target, before, null);

        var cause = new Cause(now, 0, ClockWords.Published);
        var conditions = new ClockConditions(
            false, false, ticket.WaitingFor is { } reason && policy.PauseOn.Contains(reason) ? TicketConditions.Word(reason) : null);
        if (clock is { State: ClockState.Cancelled, LastWhy: ClockWords.NotPromised })
            clock.Restore(cause, open, conditions.PausedReason);
        if (!clock.IsLive)
            return null;

        clock.Retarget(new ClockTerms(would.Id, Tried, policy.CalendarId, Tried, seconds), cause, open);
        clock.Follow(conditions, cause, open);
        return new Effect(clock.Target, before, Standing(clock, open));
    }

    private Deadline Standing(ServiceLevelClock clock, Func<CalendarId, int, BusinessCalendar> open) =>
        new(clock.DueIfResumedAt(now, open)!.Value, null, clock.BreachBy(now) is not null);
}

/// <summary>One promise of one ticket, as it is and as it would be; null where there is none.</summary>
internal sealed record Effect(ServiceLevelTarget Target, Deadline? Before, Deadline? After);
