using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>Ends a hold: work goes on.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record ResumeIncident(TicketKey Incident) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class ResumeIncidentHandler(IncidentDesk desk) : IRequestHandler<ResumeIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(ResumeIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.Resume, ct);

        incident.Resume(desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
