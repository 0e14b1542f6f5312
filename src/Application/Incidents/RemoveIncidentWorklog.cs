using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Takes a worklog away: by who wrote it.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record RemoveIncidentWorklog(TicketKey Incident, Guid WorklogId) : ICommand<Unit>;

internal sealed class RemoveIncidentWorklogHandler(IServiceDeskDb db, IncidentDesk desk, WorklogDesk worklogs) : IRequestHandler<RemoveIncidentWorklog, Unit>
{
    public async Task<Unit> Handle(RemoveIncidentWorklog request, CancellationToken ct)
    {
        var (incident, worklog) = await worklogs.LoadAsync(request.Incident, request.WorklogId, ct);

        worklog.Remove(incident, desk.Act);
        db.Set<Worklog>().Remove(worklog);

        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
