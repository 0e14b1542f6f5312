using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>The requester asks how it goes, at most once an hour.</summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record NudgeIncident(TicketKey Incident) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class NudgeIncidentHandler(IServiceDeskDb db, IncidentDesk desk) : IRequestHandler<NudgeIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(NudgeIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, ct);
        var last = await db.Set<TicketEvent>().Where(e => e.TicketId == incident.Id && e.Type == TicketEventType.Nudged)
            .MaxAsync(e => (DateTimeOffset?)e.At, ct);

        incident.Nudge(last, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
