using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Nobody raises themselves above what they are, and somebody can always administer.</summary>
public sealed class AccessRules(IServiceDeskDb db, ICurrentUser user)
{
    public const string AdministratorKey = "administrator";

    /// <summary>
    /// A right about the product rather than about tickets: a grant limited to a team or site does not carry it, for it cannot be
    /// limited.
    /// </summary>
    public static bool IsAdministrative(string permission) =>
        permission.EndsWith(".manage", StringComparison.Ordinal)
        || permission is Permissions.AuditRead or Permissions.ImportsRun or Permissions.TicketsReadRestricted or Permissions.UsersErase;

    /// <summary>A role may be given by who has everything that is in it, as far as it is to reach, or administers roles.</summary>
    public void DemandMayGive(Role role, TeamId? team = null, SiteId? site = null)
    {
        if (!MayGive(role.Permissions, team, site))
            throw new ForbiddenException(Permissions.RolesManage);
    }

    public bool MayGive(IEnumerable<string> permissions, TeamId? team = null, SiteId? site = null) =>
        user.May(Permissions.RolesManage) || permissions.All(p => user.May(p, team, site));

    /// <summary>Who can get at somebody's account could become them: it must not have more than the caller has.</summary>
    public async Task DemandMayTakeOverAsync(UserId target, CancellationToken ct)
    {
        if (user.May(Permissions.RolesManage))
            return;

        var held = await db.Set<Grant>().Where(g => g.UserId == target)
            .Join(db.Set<Role>(), g => g.RoleId, r => r.Id, (g, r) => new { r.Permissions, g.TeamId, g.SiteId }).ToListAsync(ct);
        if (!held.All(h => MayGive(h.Permissions, h.TeamId, h.SiteId)))
            throw new ForbiddenException(Permissions.RolesManage);
    }

    /// <summary>Refuses when <paramref name="leaving"/> is the last who administers. Two who leave at once cannot both go.</summary>
    public async Task KeepAnAdministratorAsync(UserId leaving, CancellationToken ct)
    {
        var role = await db.Set<Role>().SingleAsync(r => r.Key == AdministratorKey, ct);
        var holders = db.Set<Grant>().Where(g => g.RoleId == role.Id && g.TeamId == null && g.SiteId == null
            && db.Users.Any(u => u.Id == g.UserId && u.Active && !u.IsService)).Select(g => g.UserId);
        if (!await holders.ContainsAsync(leaving, ct))
            return;
        if (!await holders.AnyAsync(h => h != leaving, ct))
            throw new RuleViolationException("user.last_administrator", "This is the last administrator. Give the role to somebody else first.");

        role.HoldersChange();
    }
}
