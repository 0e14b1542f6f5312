using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// Closes an incident as a duplicate of another, where the work goes on. Its comments and watchers are read from the survivor,
/// drafts move there, its clocks are cancelled. For 30 days the merge can be taken back.
/// </summary>
[Permission(Permissions.IncidentsMerge)]
public sealed record MergeIncident(TicketKey Incident, TicketKey Into) : ICommand<IncidentResponse>;

internal sealed class MergeIncidentHandler(IServiceDeskDb db, ICurrentUser user, IncidentDesk desk, TicketGraph graph, TicketTies ties, DraftDesk drafts)
    : IRequestHandler<MergeIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(MergeIncident request, CancellationToken ct)
    {
        var duplicate = await desk.LoadAsync(request.Incident, IncidentTransition.Merge, ct);
        var survivor = await db.Incidents.Where(request.Into.Matches<Incident>()).SingleOrDefaultAsync(ct)
            ?? throw RuleViolationException.Meaning("ticket.unknown", "intoId names no incident you can see.");
        user.Demand(Permissions.IncidentsMerge, survivor);

        if (survivor.Id != duplicate.Id)
            await graph.DemandNoDuplicateCycleAsync(duplicate.Id, survivor.Id, ct);
        duplicate.MergeInto(survivor, await ties.OnAsync(survivor, duplicate, ct), desk.Act);
        await drafts.MoveAsync(duplicate.Id, survivor.Id, desk.Act.At, ct);

        return await desk.SaveAsync(duplicate, ct);
    }
}
