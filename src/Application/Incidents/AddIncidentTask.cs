using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Adds a piece of work to an incident, for a team or a person.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record AddIncidentTask(TicketKey Incident, string Title, Guid? TeamId, Guid? AssigneeId, DateTimeOffset? DueAt) : ICommand<TaskResponse>, IOnOneTicket;

internal sealed class AddIncidentTaskValidator : AbstractValidator<AddIncidentTask>
{
    public AddIncidentTaskValidator() => RuleFor(x => x.Title).NotEmpty().MaximumLength(TicketTask.TitleMaxLength).IsSeen();
}

internal sealed class AddIncidentTaskHandler(IServiceDeskDb db, IncidentDesk desk, TaskDesk tasks) : IRequestHandler<AddIncidentTask, TaskResponse>
{
    public async Task<TaskResponse> Handle(AddIncidentTask request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, ct);
        var content = await tasks.CheckAsync(request.Title, request.TeamId, request.AssigneeId, request.DueAt, ct);

        var task = TicketTask.Add(incident, content, desk.Act);
        db.Set<TicketTask>().Add(task);

        await db.SaveChangesAsync(ct);
        return await tasks.GetAsync(incident.Id, task.Id, ct);
    }
}
