using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>What a person's record names must be there and in use; what it named before may stay.</summary>
public sealed class UserChecks(IServiceDeskDb db)
{
    internal const string CircleMessage = "Somebody cannot report to themselves, not even through others.";
    private const int MaxLevels = 100;

    public async Task CheckAsync(UserId? id, UserDetails before, UserDetails after, CancellationToken ct)
    {
        if (after.SiteId is { } site && site != before.SiteId)
            Require(await db.Sites.AnyAsync(s => s.Id == site && s.Active, ct), "site.unknown", "siteId names no active site.");
        if (after.DepartmentId is { } department && department != before.DepartmentId)
        {
            Require(await db.Set<Department>().AnyAsync(d => d.Id == department && d.Active, ct),
                "department.unknown", "departmentId names no active department.");
        }

        if (after.DefaultTeamId is { } team && team != before.DefaultTeamId)
        {
            Require(await db.Teams.AnyAsync(t => t.Id == team && t.Active && (id == null || t.Members.Any(m => m.UserId == id)), ct),
                "user.default_team_not_member", "The default team must be an active team the person is a member of.");
        }

        if (after.ManagerId is { } manager && manager != before.ManagerId)
            await CheckManagerAsync(id, manager, ct);
    }

    /// <summary>The manager is an active person, and not somebody who reports to this one.</summary>
    public async Task CheckManagerAsync(UserId? id, UserId manager, CancellationToken ct)
    {
        Require(await db.Users.AnyAsync(u => u.Id == manager && u.Active && !u.IsService, ct), "user.manager_unknown", "managerId names nobody who is active.");
        var above = (UserId?)manager;
        for (var level = 0; above is { } next && level < MaxLevels; level++)
        {
            Require(next != id, next == manager ? "user.own_manager" : "user.manager_circle", CircleMessage);
            above = await db.Users.Where(u => u.Id == next).Select(u => u.ManagerId).SingleAsync(ct);
        }
    }

    private static void Require(bool condition, string code, string message)
    {
        if (!condition)
            throw RuleViolationException.Meaning(code, message);
    }
}
