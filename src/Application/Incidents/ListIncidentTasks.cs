using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>The tasks of an incident, oldest first.</summary>
[Permission(Permissions.CommentsReadInternal)]
public sealed record ListIncidentTasks(TicketKey Incident, TaskState? State, int Limit, string? Cursor) : IQuery<Page<TaskResponse>>;

internal sealed class ListIncidentTasksValidator : AbstractValidator<ListIncidentTasks>
{
    public ListIncidentTasksValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListIncidentTasksHandler(IServiceDeskDb db, ConversationScope scope, TaskDesk desk)
    : IRequestHandler<ListIncidentTasks, Page<TaskResponse>>
{
    private const string Sort = "createdAt";

    public async Task<Page<TaskResponse>> Handle(ListIncidentTasks request, CancellationToken ct)
    {
        var ticket = await scope.IdAsync<Incident>(request.Incident, ct);
        var tasks = db.Set<TicketTask>().Where(t => t.TicketId == ticket);
        if (request.State is { } state)
            tasks = tasks.Where(t => t.State == state);
        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor)
        {
            var (at, id) = (cursor.Instant(0), new TicketTaskId(cursor.Id(1)));
            tasks = tasks.Where(t => EF.Functions.GreaterThan(ValueTuple.Create(t.CreatedAt, t.Id), ValueTuple.Create(at, id)));
        }

        var rows = await desk.ListAsync(tasks.OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).Take(request.Limit + 1), ct);
        return rows.ToPage(request.Limit, Sort, r => [Keyset.Text(r.CreatedAt), r.Id.ToString()]);
    }
}

/// <summary>One task.</summary>
[Permission(Permissions.CommentsReadInternal)]
public sealed record GetIncidentTask(TicketKey Incident, Guid TaskId) : IQuery<TaskResponse>;

internal sealed class GetIncidentTaskHandler(ConversationScope scope, TaskDesk desk) : IRequestHandler<GetIncidentTask, TaskResponse>
{
    public async Task<TaskResponse> Handle(GetIncidentTask request, CancellationToken ct) =>
        await desk.GetAsync(await scope.IdAsync<Incident>(request.Incident, ct), new TicketTaskId(request.TaskId), ct);
}
