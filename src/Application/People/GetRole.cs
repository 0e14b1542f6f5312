using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>One role.</summary>
[Permission(Permissions.UsersRead)]
public sealed record GetRole(Guid Id) : IQuery<RoleResponse>;

internal sealed class GetRoleHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<GetRole, RoleResponse>
{
    public async Task<RoleResponse> Handle(GetRole request, CancellationToken ct)
    {
        var id = new RoleId(request.Id);
        return await db.Set<Role>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is { } role
            ? RoleResponse.Of(role, user.Language)
            : throw new NotFoundException("The role");
    }
}
