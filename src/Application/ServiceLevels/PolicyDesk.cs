using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>What every command on a policy does around its one verb: load it, and read it back.</summary>
public sealed class PolicyDesk(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, PolicyReader reader, TimeProvider clock)
{
    /// <summary>The caller, now.</summary>
    public Act Act => new(user.Id, clock.GetUtcNow());

    public Task<ServiceLevelPolicy> LoadAsync(Guid id, CancellationToken ct)
    {
        var policy = new PolicyId(id);
        return db.Set<ServiceLevelPolicy>().Include(p => p.Versions)
            .ForCommandAsync(p => p.Id == policy, "The policy", new GetPolicy(id), conditions, ct);
    }

    public Task<PolicyResponse> ReadAsync(ServiceLevelPolicy policy, CancellationToken ct) => reader.GetAsync(policy.Id, ct);
}
