using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Incidents;

/// <summary>Gives an incident to a team, or to one of its members; without a member the assignee is cleared.</summary>
[Permission(Permissions.IncidentsAssign)]
public sealed record AssignIncident(TicketKey Incident, Guid TeamId, Guid? AssigneeId) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class AssignIncidentHandler(IServiceDeskDb db, IncidentDesk desk) : IRequestHandler<AssignIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(AssignIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.Assign, ct);
        var team = new TeamId(request.TeamId);
        var assignee = request.AssigneeId is { } id ? new UserId(id) : (UserId?)null;
        await RequireMemberAsync(team, assignee, ct);

        incident.Assign(team, assignee, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }

    private async Task RequireMemberAsync(TeamId team, UserId? assignee, CancellationToken ct)
    {
        var known = await db.Teams.Where(t => t.Id == team && t.Active)
            .Select(t => new { Member = assignee == null || t.Members.Any(m => m.UserId == assignee && db.Users.Any(u => u.Id == m.UserId && u.Active)) })
            .SingleOrDefaultAsync(ct);
        if (known is null)
            throw RuleViolationException.Meaning("team.unknown", "teamId names no active team.");
        if (!known.Member)
            throw RuleViolationException.Meaning("incident.assignee_not_member", "The assignee must be an active member of the team.");
    }
}
