using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>A support group with its members.</summary>
public sealed record TeamResponse(
    Guid Id, string Key, string Name, LocalizedText Names, string? Description, PersonRef? Lead, bool Active, IReadOnlyList<TeamMemberResponse> Members,
    long Version) : IVersioned;

/// <summary>A member of a team; one who left the organisation stays listed until taken out.</summary>
public sealed record TeamMemberResponse(Guid Id, string UserName, string Name, bool Active);

/// <summary>A team in a list.</summary>
public sealed record TeamRow(Guid Id, string Key, string Name, LocalizedText Names, string? Description, PersonRef? Lead, bool Active, int MemberCount);

/// <summary>The one way a team becomes a response.</summary>
public sealed class TeamReader(IServiceDeskDb db, ICurrentUser user)
{
    public async Task<TeamResponse> GetAsync(TeamId id, CancellationToken ct)
    {
        var row = await db.Teams.AsNoTracking().Where(t => t.Id == id).Select(t => new
        {
            Team = t,
            Lead = db.Users.Where(u => u.Id == t.LeadId).Select(u => new PersonRef(u.Id.Value, u.Name)).FirstOrDefault(),
            Members = db.Users.Where(u => t.Members.Any(m => m.UserId == u.Id)).OrderBy(u => u.Name).ThenBy(u => u.UserName)
                .Select(u => new TeamMemberResponse(u.Id.Value, u.UserName, u.Name, u.Active)).ToList(),
        }).SingleOrDefaultAsync(ct) ?? throw new NotFoundException("The team");
        var t = row.Team;
        return new TeamResponse(t.Id.Value, t.Key, t.Name.In(user.Language), t.Name, t.Description, row.Lead, t.Active, row.Members, t.Version);
    }
}
