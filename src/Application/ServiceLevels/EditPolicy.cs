using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Changes a policy: name and order at once, what it promises as a draft that is published on its own.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record EditPolicy(Guid Id) : ICommand<PolicyResponse>
{
    public Optional<string> Name { get; init; }
    public Optional<int?> Order { get; init; }
    public Optional<ConditionsPatch> When { get; init; }
    public Optional<Guid?> CalendarId { get; init; }
    public Optional<TargetsPatch> Targets { get; init; }
    public Optional<IReadOnlyList<PendingReason>> PauseOn { get; init; }
    public Optional<IReadOnlyList<AlarmBody>> Alarms { get; init; }
    public Optional<FirstResponseBy?> FirstResponseBy { get; init; }

    internal bool Drafts => When.IsPresent || CalendarId.IsPresent || Targets.IsPresent || PauseOn.IsPresent || Alarms.IsPresent || FirstResponseBy.IsPresent;

    internal PolicyDefinition Apply(PolicyDefinition to) => new(
        When.IsPresent ? When.Value?.Apply(to.When) ?? PolicyConditions.Everything : to.When,
        CalendarId.Value is { } calendar ? new CalendarId(calendar) : to.CalendarId,
        Targets.IsPresent ? Targets.Value?.Apply(to.Targets) ?? new PolicyTargets(null, null, null) : to.Targets)
    {
        PauseOn = PauseOn.IsPresent ? PauseOn.Value ?? [] : to.PauseOn,
        Alarms = Alarms.IsPresent ? [.. (Alarms.Value ?? []).Select(a => a.Read())] : to.Alarms,
        FirstResponseBy = FirstResponseBy.IsPresent ? FirstResponseBy.Value ?? default : to.FirstResponseBy,
    };
}

internal sealed class EditPolicyValidator : AbstractValidator<EditPolicy>
{
    public EditPolicyValidator()
    {
        RuleFor(x => x.Name).Must(n => !n.IsPresent || n.Value is { Length: > 0 and <= ServiceLevelPolicy.NameMaxLength })
            .WithMessage($"A name of at most {ServiceLevelPolicy.NameMaxLength} characters.");
        RuleFor(x => x.Order).Must(o => !o.IsPresent || o.Value is not null).WithMessage("A policy has an order.");
        RuleFor(x => x.CalendarId).Must(c => !c.IsPresent || c.Value is not null).WithMessage("A policy has a calendar.");
        RuleFor(x => x.Alarms.Value).BoundedAlarms().OverridePropertyName("alarms");
    }
}

internal sealed class EditPolicyHandler(IServiceDeskDb db, PolicyDesk desk, PolicyChecks checks)
    : IRequestHandler<EditPolicy, PolicyResponse>
{
    public async Task<PolicyResponse> Handle(EditPolicy request, CancellationToken ct)
    {
        var policy = await desk.LoadAsync(request.Id, ct);

        if (request.Name.IsPresent || request.Order.IsPresent)
            policy.Describe(request.Name.Or(policy.Name)!, request.Order.Or(policy.Order)!.Value);
        if (request.Drafts)
        {
            var definition = request.Apply((policy.Draft ?? policy.Current).Definition);
            var calendar = await checks.CalendarAsync(definition, ct);
            await checks.RequireKnownAsync(definition, ct);
            policy.Redraft(definition, calendar, desk.Act);
        }

        await db.SaveChangesAsync(ct);
        return await desk.ReadAsync(policy, ct);
    }
}
