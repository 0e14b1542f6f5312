using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>The requester confirms that it is solved.</summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record CloseIncident(TicketKey Incident) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class CloseIncidentHandler(IncidentDesk desk) : IRequestHandler<CloseIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(CloseIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.Close, ct);

        incident.Close(desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
