using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Takes a task away that should not have been there; what was done stays. If-Match takes the task's own ETag.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record RemoveIncidentTask(TicketKey Incident, Guid TaskId) : ICommand<Unit>;

internal sealed class RemoveIncidentTaskHandler(IServiceDeskDb db, IncidentDesk desk, TaskDesk tasks) : IRequestHandler<RemoveIncidentTask, Unit>
{
    public async Task<Unit> Handle(RemoveIncidentTask request, CancellationToken ct)
    {
        var (incident, task) = await tasks.LoadAsync(request.Incident, request.TaskId, ct);

        task.Remove(incident, desk.Act);
        db.Set<TicketTask>().Remove(task);

        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
