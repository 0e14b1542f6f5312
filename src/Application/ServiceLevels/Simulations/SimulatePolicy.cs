using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>
/// What would change if a policy were published for all tickets: the draft of a policy, or a definition in its place or beside the others.
/// Open tickets are counted to the second as the publication would move them. Recent ones are counted as if it had been in force since they were
/// opened: first response and resolution, with the priority and the classification they have now. Changes nothing.
/// </summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record SimulatePolicy : IQuery<SimulationResponse>
{
    /// <summary>The policy whose draft is tried, or which the definition stands in for.</summary>
    public Guid? PolicyId { get; init; }
    public SimulatedDefinitionBody? Definition { get; init; }

    /// <summary>Where a new policy would stand; for an existing one, its own order unless said otherwise.</summary>
    public int? Order { get; init; }

    /// <summary>How far back closed tickets are looked at.</summary>
    public int Days { get; init; } = 90;
}

/// <summary>What a policy would promise.</summary>
public sealed record SimulatedDefinitionBody
{
    public ConditionsBody? When { get; init; }
    public required Guid CalendarId { get; init; }
    public required TargetsBody Targets { get; init; }
    public IReadOnlyList<PendingReason>? PauseOn { get; init; }
    public FirstResponseBy? FirstResponseBy { get; init; }

    internal PolicyDefinition Read()
    {
        var definition = new PolicyDefinition((When ?? new ConditionsBody()).Read(), new CalendarId(CalendarId), Targets.Read());
        return definition with { PauseOn = PauseOn ?? definition.PauseOn, FirstResponseBy = FirstResponseBy ?? definition.FirstResponseBy };
    }
}

/// <summary>The effect on the open tickets and on those opened lately, and the largest moves of open ones. Not complete when the time did not suffice for
/// all tickets.</summary>
public sealed record SimulationResponse(DateTimeOffset At, bool Complete, SimulationCounts Open, SimulationCounts Recent, int Days, IReadOnlyList<SimulationExample> Examples);

/// <summary>What moves: of the open tickets the clocks that run, next responses included; of recent ones first response and resolution.</summary>
public sealed record SimulationCounts
{
    public required int Tickets { get; init; }

    /// <summary>Deadlines there are with the policy or without it.</summary>
    public required int Deadlines { get; init; }
    public required int Moved { get; init; }
    public required int Earlier { get; init; }
    public required int Later { get; init; }

    /// <summary>Deadlines only the new policy promises, and those it no longer does.</summary>
    public required int Added { get; init; }
    public required int Removed { get; init; }
    public required int BecomeLate { get; init; }
    public required int NoLongerLate { get; init; }
    public IReadOnlyList<SimulationTeamCounts>? ByTeam { get; init; }
}

/// <summary>The same for one team; without a team for tickets that have none.</summary>
public sealed record SimulationTeamCounts(NamedRef? Team, SimulationCounts Counts);

internal sealed class SimulatePolicyValidator : AbstractValidator<SimulatePolicy>
{
    public SimulatePolicyValidator()
    {
        RuleFor(x => x.Days).InclusiveBetween(0, 366);
        RuleFor(x => x).Must(x => x.PolicyId is not null || x.Definition is not null).OverridePropertyName("policyId")
            .WithMessage("Give a policy, a definition, or both.");
        RuleFor(x => x.Order).NotNull().When(x => x.PolicyId is null).WithMessage("Say where the new policy would stand.");
        RuleFor(x => x.Definition!.When).BoundedConditions().When(x => x.Definition is not null).OverridePropertyName("definition.when");
    }
}

internal sealed class SimulatePolicyHandler(IServiceDeskDb db, CalendarLibrary library, PolicyChecks checks, PolicySimulation simulation, TimeProvider clock)
    : IRequestHandler<SimulatePolicy, SimulationResponse>
{
    public async Task<SimulationResponse> Handle(SimulatePolicy request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var policies = await db.Set<ServiceLevelPolicy>().AsNoTracking().Include(p => p.Versions).ToListAsync(ct);
        var active = policies.Where(p => p.Active).ToList();
        var calendars = await library.OpenCurrentAsync(active.Select(p => p.Current.Definition.CalendarId), ct);
        var before = active.ConvertAll(p => new SimulatedPolicy(p.Id, p.Order, p.Current.Definition, calendars[p.Current.Definition.CalendarId]));

        var tried = await TriedAsync(request, policies, now, ct);
        return await simulation.RunAsync(before, [.. before.Where(p => p.Id != tried.Id), tried], tried.Id, request.Days, now, ct);
    }

    private async Task<SimulatedPolicy> TriedAsync(
        SimulatePolicy request, List<ServiceLevelPolicy> policies, DateTimeOffset now, CancellationToken ct)
    {
        var policy = request.PolicyId is { } id
            ? policies.Find(p => p.Id.Value == id) ?? throw RuleViolationException.Meaning("policy.unknown", "policyId names no policy.")
            : null;
        var definition = request.Definition?.Read() ?? policy!.Draft?.Definition
            ?? throw new RuleViolationException("policy.no_draft", "The policy has no draft to try: give a definition.");

        await checks.RequireKnownAsync(definition, ct);
        var tried = new SimulatedPolicy(policy?.Id ?? PolicyId.New(now), request.Order ?? policy!.Order, definition, await checks.CalendarAsync(definition, ct));
        PolicyRules.RequireSound(definition, tried.Calendar, now);
        return tried;
    }
}
