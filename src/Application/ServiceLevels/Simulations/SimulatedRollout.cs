using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>
/// What publishing for open tickets would do to the clocks they have: the rollout itself, on copies. Time used stays used, what is used up falls
/// due at the instant of publication, and a ticket the policy does not concern is left alone.
/// </summary>
internal sealed class SimulatedRollout(
    PolicyId tried, IEnumerable<SimulatedPolicy> policies, IPolicyBook book, CalendarLibrary library, DateTimeOffset now)
{
    // No calendar has such a version: the one the tried policies would count by.
    private const int Tried = 0;

    private readonly Dictionary<CalendarId, BusinessCalendar> calendars =
        policies.DistinctBy(p => p.Definition.CalendarId).ToDictionary(p => p.Definition.CalendarId, p => p.Calendar);

    /// <summary>For each promise that runs, or would: as it is and as it would be.</summary>
    public async Task<IReadOnlyList<Effect>> OfAsync(SimulatedTicket ticket, SimulatedPolicy? would, CancellationToken ct)
    {
        var kept = await library.OpenAllAsync(ticket.Clocks.Select(c => (c.CalendarId, c.CalendarVersion)), ct);
        BusinessCalendar Open(CalendarId id, int version) => version == Tried ? calendars[id] : kept(id, version);

        var concerned = would?.Id == tried || ticket.Clocks.Any(c => c.IsLive && c.PolicyId == tried);
        var answers = concerned && await AnswersAsync(ticket, ct);
        List<Effect> effects = [.. ticket.Clocks.Select(c => concerned ? Moved(c, ticket, would, Open) : Left(c, Open)).OfType<Effect>()];
        if (!concerned || would is null)
            return effects;

        var attached = Attached(ticket, would, Open);
        if (!answers && Asked(ticket, attached, would, Open) is { } asked)
            attached.Add(asked);
        return [.. effects, .. attached.Where(c => c.IsLive).Select(c => new Effect(c.Target, null, Standing(c, Open)))];
    }

    // What runs now promises next responses: the questions that wait have their clocks.
    private async Task<bool> AnswersAsync(SimulatedTicket ticket, CancellationToken ct)
    {
        foreach (var clock in ticket.Clocks.Where(c => c.IsLive))
            if ((await book.DefinitionAsync(clock.PolicyId, clock.PolicyVersion, ct)).Targets.NextResponse is not null)
                return true;
        return false;
    }

    private List<ServiceLevelClock> Attached(SimulatedTicket ticket, SimulatedPolicy would, Func<CalendarId, int, BusinessCalendar> open) =>
    [
        .. Retargeting.OncePerTicket.Where(t => would.Definition.Targets.For(t) is not null && ticket.Clocks.All(c => c.Target != t))
            .Select(t => (Target: t, Moments: ticket.Past!.Moments(t, would.Definition))).Where(x => x.Moments.Count > 0)
            .Select(x => Retargeting.Attached(Opening(ticket, x.Target, would), x.Moments, now, open)),
    ];

    private ServiceLevelClock? Asked(
        SimulatedTicket ticket, IEnumerable<ServiceLevelClock> attached, SimulatedPolicy would, Func<CalendarId, int, BusinessCalendar> open)
    {
        if (would.Definition.Targets.NextResponse is null
            || ticket.Clocks.Concat(attached).Any(c => c.IsLive && c.Target != ServiceLevelTarget.Resolution))
            return null;

        var question = ticket.Past!.Question(would.Definition);
        return question.Count == 0 ? null : Retargeting.Attached(Opening(ticket, ServiceLevelTarget.NextResponse, would), question, now, open);
    }

    private static ClockOpening Opening(SimulatedTicket ticket, ServiceLevelTarget target, SimulatedPolicy would) =>
        new(new TicketId(ticket.Ticket.Id), target, Audience.Customer, 1, Terms(would, would.Definition.Targets.For(target)!.Value), default);

    private static ClockTerms Terms(SimulatedPolicy would, long seconds) => new(would.Id, Tried, would.Definition.CalendarId, Tried, seconds);

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
        if (clock is { State: ClockState.Cancelled, LastWhy: ClockWords.NotPromised } && ticket.Past!.StillAsksFor(clock, policy))
            clock.Restore(cause, open, conditions.PausedReason);
        if (!clock.IsLive)
            return null;

        clock.Retarget(Terms(would, seconds), cause, open);
        clock.Follow(conditions, cause, open);
        return new Effect(clock.Target, before, Standing(clock, open));
    }

    private Deadline Standing(ServiceLevelClock clock, Func<CalendarId, int, BusinessCalendar> open) =>
        new(clock.DueIfResumedAt(now, open)!.Value, null, clock.BreachBy(now) is not null);
}

/// <summary>One promise of one ticket, as it is and as it would be; null where there is none.</summary>
internal sealed record Effect(ServiceLevelTarget Target, Deadline? Before, Deadline? After);
