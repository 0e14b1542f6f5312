using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class IncidentWorkEndpoints
{
    public static void MapIncidentWork(this IEndpointRouteBuilder api)
    {
        var incident = api.MapGroup("/incidents/{id}").WithTags("Incident work");
        incident.MapGet("/tasks", Tasks).WithName(nameof(ListIncidentTasks));
        incident.MapPost("/tasks", AddTask).WithName(nameof(AddIncidentTask));
        incident.MapGet("/tasks/{taskId:guid}", GetTask).WithName(nameof(GetIncidentTask));
        incident.MapPatch("/tasks/{taskId:guid}", UpdateTask).WithName(nameof(UpdateIncidentTask));
        incident.MapDelete("/tasks/{taskId:guid}", RemoveTask).WithName(nameof(RemoveIncidentTask));
        incident.MapGet("/worklogs", Worklogs).WithName(nameof(ListIncidentWorklogs));
        incident.MapPost("/worklogs", Log).WithName(nameof(LogIncidentWork));
        incident.MapGet("/worklogs/{worklogId:guid}", GetWorklog).WithName(nameof(GetIncidentWorklog));
        incident.MapPatch("/worklogs/{worklogId:guid}", UpdateWorklog).WithName(nameof(UpdateIncidentWorklog));
        incident.MapDelete("/worklogs/{worklogId:guid}", RemoveWorklog).WithName(nameof(RemoveIncidentWorklog));
    }

    /// <summary>The tasks, oldest first.</summary>
    private static async Task<Ok<Page<TaskResponse>>> Tasks(TicketKey id, [AsParameters] TaskQuery query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIncidentTasks(id, query.State?.Value, query.Limit, query.Cursor), ct));

    /// <summary>Adds a piece of work, for a team or a person.</summary>
    private static async Task<Created<TaskResponse>> AddTask(TicketKey id, TaskBody body, ISender sender, CancellationToken ct)
    {
        var task = await sender.Send(new AddIncidentTask(id, body.Title, body.TeamId, body.AssigneeId, body.DueAt), ct);
        return TypedResults.Created($"/api/v1/incidents/{id}/tasks/{task.Id}", task);
    }

    /// <summary>One task.</summary>
    private static async Task<Ok<TaskResponse>> GetTask(TicketKey id, Guid taskId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetIncidentTask(id, taskId), ct));

    /// <summary>Changes a task, or says that it is done or skipped.</summary>
    private static async Task<Ok<TaskResponse>> UpdateTask(TicketKey id, Guid taskId, TaskPatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateIncidentTask(id, taskId)
        {
            Title = body.Title,
            TeamId = body.TeamId,
            AssigneeId = body.AssigneeId,
            DueAt = body.DueAt,
            State = body.State,
        }, ct));

    /// <summary>Takes a task away that should not have been there; what was done stays.</summary>
    private static async Task<NoContent> RemoveTask(TicketKey id, Guid taskId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RemoveIncidentTask(id, taskId), ct);
        return TypedResults.NoContent();
    }

    /// <summary>The time spent on it, oldest first, with its sum.</summary>
    private static async Task<Ok<WorklogPage>> Worklogs(TicketKey id, [AsParameters] PageQuery query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIncidentWorklogs(id, query.Limit, query.Cursor), ct));

    /// <summary>Notes time the caller spent on it.</summary>
    private static async Task<Created<WorklogResponse>> Log(TicketKey id, WorklogBody body, ISender sender, CancellationToken ct)
    {
        var worklog = await sender.Send(new LogIncidentWork(id, body.Minutes, body.Text, body.At, body.Billable), ct);
        return TypedResults.Created($"/api/v1/incidents/{id}/worklogs/{worklog.Id}", worklog);
    }

    /// <summary>One worklog.</summary>
    private static async Task<Ok<WorklogResponse>> GetWorklog(TicketKey id, Guid worklogId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetIncidentWorklog(id, worklogId), ct));

    /// <summary>Corrects a worklog: by who wrote it.</summary>
    private static async Task<Ok<WorklogResponse>> UpdateWorklog(TicketKey id, Guid worklogId, WorklogPatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateIncidentWorklog(id, worklogId)
        {
            Minutes = body.Minutes,
            Text = body.Text,
            At = body.At,
            Billable = body.Billable,
        }, ct));

    /// <summary>Takes a worklog away: by who wrote it.</summary>
    private static async Task<NoContent> RemoveWorklog(TicketKey id, Guid worklogId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RemoveIncidentWorklog(id, worklogId), ct);
        return TypedResults.NoContent();
    }

    internal sealed record TaskQuery(Word<TaskState>? State = null, int Limit = Paging.DefaultLimit, string? Cursor = null);

    internal sealed record TaskBody(string Title, Guid? TeamId = null, Guid? AssigneeId = null, DateTimeOffset? DueAt = null);

    internal sealed record TaskPatch
    {
        public Optional<string> Title { get; init; }
        public Optional<Guid?> TeamId { get; init; }
        public Optional<Guid?> AssigneeId { get; init; }
        public Optional<DateTimeOffset?> DueAt { get; init; }
        public Optional<TaskState?> State { get; init; }
    }

    internal sealed record WorklogBody(int Minutes, string? Text = null, DateTimeOffset? At = null, bool? Billable = null);

    internal sealed record WorklogPatch
    {
        public Optional<int?> Minutes { get; init; }
        public Optional<string> Text { get; init; }
        public Optional<DateTimeOffset?> At { get; init; }
        public Optional<bool?> Billable { get; init; }
    }
}
