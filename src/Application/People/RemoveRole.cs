using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Removes a role of one's own that nobody holds.</summary>
[Permission(Permissions.RolesManage)]
public sealed record RemoveRole(Guid Id) : ICommand<Unit>;

internal sealed class RemoveRoleHandler(IServiceDeskDb db, IRequestConditions conditions) : IRequestHandler<RemoveRole, Unit>
{
    public async Task<Unit> Handle(RemoveRole request, CancellationToken ct)
    {
        var id = new RoleId(request.Id);
        var role = await db.Set<Role>().ForCommandAsync(r => r.Id == id, "The role", new GetRole(request.Id), conditions, ct);
        if (role.BuiltIn)
            throw new RuleViolationException("role.built_in", "A built-in role cannot be removed.");
        if (await db.Set<Grant>().AnyAsync(g => g.RoleId == id, ct))
            throw new RuleViolationException("role.held", "Somebody holds this role. Take it from them first.");

        db.Set<Role>().Remove(role);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
