using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>One policy with its draft.</summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record GetPolicy(Guid Id) : IQuery<PolicyResponse>;

internal sealed class GetPolicyHandler(PolicyReader reader) : IRequestHandler<GetPolicy, PolicyResponse>
{
    public Task<PolicyResponse> Handle(GetPolicy request, CancellationToken ct) => reader.GetAsync(new PolicyId(request.Id), ct);
}
