using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Publishes the draft of a policy: for new tickets, or for the open ones as well.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record PublishPolicy(Guid Id, PolicyReach Reach) : ICommand<PolicyResponse>;

internal sealed class PublishPolicyValidator : AbstractValidator<PublishPolicy>
{
    public PublishPolicyValidator() => RuleFor(x => x.Reach).IsInEnum();
}

internal sealed class PublishPolicyHandler(IServiceDeskDb db, PolicyDesk desk, PolicyChecks checks)
    : IRequestHandler<PublishPolicy, PolicyResponse>
{
    public async Task<PolicyResponse> Handle(PublishPolicy request, CancellationToken ct)
    {
        var policy = await desk.LoadAsync(request.Id, ct);
        if (policy.Draft is not { } draft)
            throw new RuleViolationException("policy.no_draft", "There is no draft to publish.");

        await checks.RequireKnownAsync(draft.Definition, ct);
        policy.Publish(request.Reach, await checks.CalendarAsync(draft.Definition, ct), desk.Act);

        await db.SaveChangesAsync(ct);
        return await desk.ReadAsync(policy, ct);
    }
}
