using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Takes a merge back within 30 days: the incident stands where it stood, and the time in between counts as a pause.</summary>
[Permission(Permissions.IncidentsMerge)]
public sealed record UnmergeIncident(TicketKey Incident) : ICommand<IncidentResponse>;

internal sealed class UnmergeIncidentHandler(IServiceDeskDb db, IncidentDesk desk, TicketTies ties) : IRequestHandler<UnmergeIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(UnmergeIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.Unmerge, ct);
        var survivor = await db.Incidents.SingleOrDefaultAsync(i => i.Id == incident.MergedIntoId, ct);

        incident.Unmerge(survivor, survivor is null ? Visibility.Internal : await ties.OnAsync(survivor, incident, ct), desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
