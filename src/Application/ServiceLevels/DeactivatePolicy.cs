using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>No ticket gets this policy any more; clocks that run under it go on.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record DeactivatePolicy(Guid Id) : ICommand<PolicyResponse>;

internal sealed class DeactivatePolicyValidator : AbstractValidator<DeactivatePolicy>;

internal sealed class DeactivatePolicyHandler(IServiceDeskDb db, PolicyDesk desk) : IRequestHandler<DeactivatePolicy, PolicyResponse>
{
    public async Task<PolicyResponse> Handle(DeactivatePolicy request, CancellationToken ct)
    {
        var policy = await desk.LoadAsync(request.Id, ct);

        policy.Deactivate();

        await db.SaveChangesAsync(ct);
        return await desk.ReadAsync(policy, ct);
    }
}
