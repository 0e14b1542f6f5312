using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Throws the draft of a policy away; what is published stays.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record DiscardPolicyDraft(Guid Id) : ICommand<PolicyResponse>;

internal sealed class DiscardPolicyDraftValidator : AbstractValidator<DiscardPolicyDraft>;

internal sealed class DiscardPolicyDraftHandler(IServiceDeskDb db, PolicyDesk desk) : IRequestHandler<DiscardPolicyDraft, PolicyResponse>
{
    public async Task<PolicyResponse> Handle(DiscardPolicyDraft request, CancellationToken ct)
    {
        var policy = await desk.LoadAsync(request.Id, ct);

        policy.DiscardDraft();

        await db.SaveChangesAsync(ct);
        return await desk.ReadAsync(policy, ct);
    }
}
