using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>The one way a person becomes a response: after every command and on every read.</summary>
public sealed class UserReader(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Not found for somebody who is not there or is no person but a service.</summary>
    public async Task<UserResponse> GetAsync(UserId id, CancellationToken ct)
    {
        var french = user.Language == "fr";
        var response = await db.Users.AsNoTracking().Where(u => u.Id == id && !u.IsService).Select(u => new UserResponse
        {
            Id = u.Id.Value,
            UserName = u.UserName,
            Name = u.Name,
            Email = u.Email,
            Phone = u.Phone,
            Language = u.Language,
            TimeZone = u.TimeZone,
            Site = db.Sites.Where(s => s.Id == u.SiteId).Select(s => new NamedRef(s.Id.Value, s.Name)).FirstOrDefault(),
            Department = db.Set<Department>().Where(d => d.Id == u.DepartmentId).Select(d => new NamedRef(d.Id.Value, d.Name)).FirstOrDefault(),
            Manager = db.Users.Where(m => m.Id == u.ManagerId).Select(m => new PersonRef(m.Id.Value, m.Name)).FirstOrDefault(),
            DefaultTeam = db.Teams.Where(t => t.Id == u.DefaultTeamId)
                .Select(t => new NamedRef(t.Id.Value, (french ? t.Name.Fr ?? t.Name.En : t.Name.En ?? t.Name.Fr)!)).FirstOrDefault(),
            Teams = db.Teams.Where(t => t.Members.Any(m => m.UserId == u.Id)).OrderBy(t => t.Key)
                .Select(t => new NamedRef(t.Id.Value, (french ? t.Name.Fr ?? t.Name.En : t.Name.En ?? t.Name.Fr)!)).ToList(),
            Roles = Array.Empty<GrantResponse>(),
            Vip = u.Vip,
            Active = u.Active,
            CreatedAt = u.CreatedAt,
            Version = u.Version,
        }).SingleOrDefaultAsync(ct) ?? throw new NotFoundException("The user");
        return response with { Roles = await GrantsAsync(id, ct) };
    }

    /// <summary>What somebody holds, role by role.</summary>
    public async Task<IReadOnlyList<GrantResponse>> GrantsAsync(UserId id, CancellationToken ct) => [.. (await GrantsAsync([id], ct))[id]];

    /// <summary>What each of these people holds.</summary>
    public async Task<ILookup<UserId, GrantResponse>> GrantsAsync(IReadOnlyCollection<UserId> people, CancellationToken ct)
    {
        var french = user.Language == "fr";
        var grants =
            from g in db.Set<Grant>().AsNoTracking()
            where people.Contains(g.UserId)
            join r in db.Set<Role>() on g.RoleId equals r.Id
            orderby r.Key, g.Id
            select new
            {
                g.UserId,
                Held = new GrantResponse(
                    g.Id,
                    new RoleRef(r.Id.Value, r.Key, (french ? r.Name.Fr ?? r.Name.En : r.Name.En ?? r.Name.Fr)!),
                    db.Teams.Where(t => t.Id == g.TeamId)
                        .Select(t => new NamedRef(t.Id.Value, (french ? t.Name.Fr ?? t.Name.En : t.Name.En ?? t.Name.Fr)!)).FirstOrDefault(),
                    db.Sites.Where(s => s.Id == g.SiteId).Select(s => new NamedRef(s.Id.Value, s.Name)).FirstOrDefault()),
            };
        return (await grants.ToListAsync(ct)).ToLookup(g => g.UserId, g => g.Held);
    }
}
