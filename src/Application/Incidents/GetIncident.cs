using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>One incident, by id or reference.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record GetIncident(TicketKey Incident) : IQuery<IncidentResponse>;

internal sealed class GetIncidentHandler(IncidentReader reader) : IRequestHandler<GetIncident, IncidentResponse>
{
    public Task<IncidentResponse> Handle(GetIncident request, CancellationToken ct) => reader.GetAsync(request.Incident, ct);
}
