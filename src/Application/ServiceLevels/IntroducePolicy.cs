using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Adds a policy and publishes its first version for new tickets at once.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record IntroducePolicy : ICommand<PolicyResponse>
{
    public required string Name { get; init; }

    /// <summary>The matching policy with the lowest order applies.</summary>
    public required int Order { get; init; }

    /// <summary>Left out: every ticket.</summary>
    public ConditionsBody? When { get; init; }
    public required Guid CalendarId { get; init; }
    public required TargetsBody Targets { get; init; }

    /// <summary>Left out: awaitingRequester alone stops the clocks.</summary>
    public IReadOnlyList<PendingReason>? PauseOn { get; init; }
    public IReadOnlyList<AlarmBody>? Alarms { get; init; }

    /// <summary>Left out: message.</summary>
    public FirstResponseBy? FirstResponseBy { get; init; }

    internal PolicyDefinition Definition()
    {
        var definition = new PolicyDefinition((When ?? new ConditionsBody()).Read(), new CalendarId(CalendarId), Targets.Read());
        return definition with
        {
            PauseOn = PauseOn ?? definition.PauseOn,
            Alarms = [.. (Alarms ?? []).Select(a => a.Read())],
            FirstResponseBy = FirstResponseBy ?? definition.FirstResponseBy,
        };
    }
}

internal sealed class IntroducePolicyValidator : AbstractValidator<IntroducePolicy>
{
    public IntroducePolicyValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(ServiceLevelPolicy.NameMaxLength);
        RuleFor(x => x.When).BoundedConditions();
        RuleFor(x => x.Alarms).BoundedAlarms();
    }
}

internal sealed class IntroducePolicyHandler(
    IServiceDeskDb db, ICurrentUser user, PolicyChecks checks, PolicyReader reader, TimeProvider clock)
    : IRequestHandler<IntroducePolicy, PolicyResponse>
{
    public async Task<PolicyResponse> Handle(IntroducePolicy request, CancellationToken ct)
    {
        var definition = request.Definition();
        var calendar = await checks.CalendarAsync(definition, ct);
        await checks.RequireKnownAsync(definition, ct);

        var policy = ServiceLevelPolicy.Introduce(request.Name, request.Order, definition, calendar, new Act(user.Id, clock.GetUtcNow()));
        db.Set<ServiceLevelPolicy>().Add(policy);

        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(policy.Id, ct);
    }
}
