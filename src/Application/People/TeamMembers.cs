using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Takes a person into a team; one who is in it already stays.</summary>
[Permission(Permissions.TeamsManage)]
public sealed record AddTeamMember(Guid TeamId, Guid UserId) : ICommand<TeamResponse>;

/// <summary>Takes a person out of a team; their open tickets of that team go back to its queue.</summary>
[Permission(Permissions.TeamsManage)]
public sealed record RemoveTeamMember(Guid TeamId, Guid UserId) : ICommand<TeamResponse>;

internal sealed class AddTeamMemberHandler(IServiceDeskDb db, IRequestConditions conditions, TeamReader reader) : IRequestHandler<AddTeamMember, TeamResponse>
{
    public async Task<TeamResponse> Handle(AddTeamMember request, CancellationToken ct)
    {
        var (id, person) = (new TeamId(request.TeamId), new UserId(request.UserId));
        var team = await db.Teams.Include(t => t.Members).ForCommandAsync(t => t.Id == id, "The team", new GetTeam(request.TeamId), conditions, ct);
        if (!await db.Users.AnyAsync(u => u.Id == person && u.Active && !u.IsService, ct))
            throw RuleViolationException.Meaning("team.member_unknown", "userId names nobody who is active.");

        team.Add(person);
        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(id, ct);
    }
}

internal sealed class RemoveTeamMemberHandler(
    IServiceDeskDb db, IRequestConditions conditions, WorkHandOver handOver, ICurrentUser user, TeamReader reader, TimeProvider clock)
    : IRequestHandler<RemoveTeamMember, TeamResponse>
{
    public async Task<TeamResponse> Handle(RemoveTeamMember request, CancellationToken ct)
    {
        var (id, person) = (new TeamId(request.TeamId), new UserId(request.UserId));
        var team = await db.Teams.Include(t => t.Members).ForCommandAsync(t => t.Id == id, "The team", new GetTeam(request.TeamId), conditions, ct);
        if (team.Members.All(m => m.UserId != person))
            throw new NotFoundException("The member");

        await handOver.ReleaseAsync(person, id, new Act(user.Id, clock.GetUtcNow()), ct);
        team.Remove(person);
        if (await db.Users.SingleAsync(u => u.Id == person, ct) is { } leaver && leaver.DefaultTeamId == id)
            leaver.WorkFor(null);
        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(id, ct);
    }
}
