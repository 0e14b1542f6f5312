using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>Begins work; the caller becomes the assignee when there is none, and their default team the team.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record StartIncident(TicketKey Incident) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class StartIncidentHandler(ICurrentUser user, IncidentDesk desk) : IRequestHandler<StartIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(StartIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.Start, ct);

        incident.Start(user.DefaultTeamId, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
