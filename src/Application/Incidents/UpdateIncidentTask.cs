using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Changes a task, or says that it is done or skipped. If-Match takes the task's own ETag.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record UpdateIncidentTask(TicketKey Incident, Guid TaskId) : ICommand<TaskResponse>
{
    public Optional<string> Title { get; init; }
    public Optional<Guid?> TeamId { get; init; }
    public Optional<Guid?> AssigneeId { get; init; }
    public Optional<DateTimeOffset?> DueAt { get; init; }
    public Optional<TaskState?> State { get; init; }
}

internal sealed class UpdateIncidentTaskValidator : AbstractValidator<UpdateIncidentTask>
{
    public UpdateIncidentTaskValidator()
    {
        RuleFor(x => x.Title).Must(t => !t.IsPresent || (TextRules.CanBeSeen(t.Value) && t.Value!.Length <= TicketTask.TitleMaxLength))
            .WithMessage($"Between 1 and {TicketTask.TitleMaxLength} characters.");
        RuleFor(x => x.State).Must(s => !s.IsPresent || s.Value is not null).WithMessage("Open, done or skipped.");
    }
}

internal sealed class UpdateIncidentTaskHandler(IServiceDeskDb db, IncidentDesk desk, TaskDesk tasks) : IRequestHandler<UpdateIncidentTask, TaskResponse>
{
    public async Task<TaskResponse> Handle(UpdateIncidentTask request, CancellationToken ct)
    {
        var (incident, task) = await tasks.LoadAsync(request.Incident, request.TaskId, ct);

        var content = await tasks.CheckAsync(
            request.Title.Or(task.Title)!, request.TeamId.Or(task.TeamId?.Value), request.AssigneeId.Or(task.AssigneeId?.Value),
            request.DueAt.Or(task.DueAt), ct);
        task.Change(incident, content, request.State.IsPresent ? request.State.Value!.Value : task.State, desk.Act);

        await db.SaveChangesAsync(ct);
        return await tasks.GetAsync(incident.Id, task.Id, ct);
    }
}
