using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>The roles a person holds. Without users.read only one's own.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record ListGrants(Guid UserId) : IQuery<Page<GrantResponse>>;

/// <summary>Gives a person a role, everywhere or only for the tickets of one team or site.</summary>
[Permission(Permissions.UsersManage)]
public sealed record GiveRole(Guid UserId, string Role, Guid? TeamId = null, Guid? SiteId = null) : ICommand<GrantResponse>;

/// <summary>Takes a role from a person.</summary>
[Permission(Permissions.UsersManage)]
public sealed record TakeRole(Guid UserId, Guid GrantId) : ICommand<Unit>;

internal sealed class ListGrantsHandler(IServiceDeskDb db, UserReader reader, ICurrentUser user) : IRequestHandler<ListGrants, Page<GrantResponse>>
{
    public async Task<Page<GrantResponse>> Handle(ListGrants request, CancellationToken ct)
    {
        var id = new UserId(request.UserId);
        if ((id != user.Id && !user.May(Permissions.UsersRead)) || !await db.Users.AnyAsync(u => u.Id == id, ct))
            throw new NotFoundException("The user");

        return new Page<GrantResponse>(await reader.GrantsAsync(id, ct), null);
    }
}

internal sealed class GiveRoleHandler(IServiceDeskDb db, AccessRules rules, UserReader reader, TimeProvider clock) : IRequestHandler<GiveRole, GrantResponse>
{
    private const int MostGrants = 100;

    public async Task<GrantResponse> Handle(GiveRole request, CancellationToken ct)
    {
        var id = new UserId(request.UserId);
        if (!await db.Users.AnyAsync(u => u.Id == id && u.Id != UserId.System, ct))
            throw new NotFoundException("The user");

        var role = await db.Set<Role>().SingleOrDefaultAsync(r => r.Key == request.Role, ct)
            ?? throw RuleViolationException.Meaning("role.unknown", "role is the key of a role.");
        var team = request.TeamId is { } t ? new TeamId(t) : (TeamId?)null;
        var site = request.SiteId is { } s ? new SiteId(s) : (SiteId?)null;
        rules.DemandMayGive(role, team, site);
        if (team is not null && site is not null)
            throw RuleViolationException.Meaning("grant.one_limit", "A role is limited to a team or to a site, not to both.");
        if (team is not null && !await db.Teams.AnyAsync(x => x.Id == team && x.Active, ct))
            throw RuleViolationException.Meaning("team.unknown", "teamId names no active team.");
        if (site is not null && !await db.Sites.AnyAsync(x => x.Id == site && x.Active, ct))
            throw RuleViolationException.Meaning("site.unknown", "siteId names no active site.");
        if (await db.Set<Grant>().CountAsync(g => g.UserId == id, ct) >= MostGrants)
            throw new RuleViolationException("grant.too_many", $"A person holds at most {MostGrants} roles.");

        var grant = Grant.Give(id, role.Id, clock.GetUtcNow(), team, site);
        db.Set<Grant>().Add(grant);
        await db.SaveChangesAsync(ct);
        return (await reader.GrantsAsync(id, ct)).Single(g => g.Id == grant.Id);
    }
}

internal sealed class TakeRoleHandler(IServiceDeskDb db, AccessRules rules) : IRequestHandler<TakeRole, Unit>
{
    public async Task<Unit> Handle(TakeRole request, CancellationToken ct)
    {
        var id = new UserId(request.UserId);
        var grant = await db.Set<Grant>().SingleOrDefaultAsync(g => g.Id == request.GrantId && g.UserId == id, ct) ?? throw new NotFoundException("The role");
        var role = await db.Set<Role>().SingleAsync(r => r.Id == grant.RoleId, ct);
        rules.DemandMayGive(role, grant.TeamId, grant.SiteId);
        if (role.Key == AccessRules.AdministratorKey && grant is { TeamId: null, SiteId: null })
            await rules.KeepAnAdministratorAsync(id, ct);
        db.Set<Grant>().Remove(grant);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
