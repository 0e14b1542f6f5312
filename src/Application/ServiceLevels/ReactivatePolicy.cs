using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>New tickets get this policy again.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record ReactivatePolicy(Guid Id) : ICommand<PolicyResponse>;

internal sealed class ReactivatePolicyValidator : AbstractValidator<ReactivatePolicy>;

internal sealed class ReactivatePolicyHandler(IServiceDeskDb db, PolicyDesk desk) : IRequestHandler<ReactivatePolicy, PolicyResponse>
{
    public async Task<PolicyResponse> Handle(ReactivatePolicy request, CancellationToken ct)
    {
        var policy = await desk.LoadAsync(request.Id, ct);

        policy.Reactivate();

        await db.SaveChangesAsync(ct);
        return await desk.ReadAsync(policy, ct);
    }
}
