using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Time somebody spent on a ticket; for those who read notes.</summary>
public sealed record WorklogResponse : IVersioned
{
    public required Guid Id { get; init; }
    public required PersonRef User { get; init; }
    public required int Minutes { get; init; }
    public required string Text { get; init; }

    /// <summary>When the work was done.</summary>
    public required DateTimeOffset At { get; init; }
    public required bool Billable { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required long Version { get; init; }
}

/// <summary>Reads worklogs, and loads one for a command together with its ticket.</summary>
public sealed class WorklogDesk(IServiceDeskDb db, IRequestConditions conditions, ConversationScope scope)
{
    public Task<List<WorklogResponse>> ListAsync(IQueryable<Worklog> worklogs, CancellationToken ct) =>
        worklogs.AsNoTracking().Select(w => new WorklogResponse
        {
            Id = w.Id.Value,
            User = new PersonRef(w.UserId.Value, db.Users.Where(u => u.Id == w.UserId).Select(u => u.Name).First()),
            Minutes = w.Minutes,
            Text = w.Text,
            At = w.At,
            Billable = w.Billable,
            CreatedAt = w.CreatedAt,
            Version = w.Version,
        }).ToListAsync(ct);

    public async Task<WorklogResponse> GetAsync(TicketId ticket, WorklogId id, CancellationToken ct) =>
        (await ListAsync(db.Set<Worklog>().Where(w => w.Id == id && w.TicketId == ticket), ct)).SingleOrDefault() ?? throw new NotFoundException("The worklog");

    /// <summary>If-Match is of the worklog here, so the ticket is loaded without it.</summary>
    public async Task<(Incident Incident, Worklog Worklog)> LoadAsync(TicketKey key, Guid worklog, CancellationToken ct)
    {
        var ticket = await scope.IdAsync<Incident>(key, ct);
        var incident = await db.Incidents.SingleAsync(i => i.Id == ticket, ct);
        var id = new WorklogId(worklog);
        return (incident, await db.Set<Worklog>().ForCommandAsync(
            w => w.Id == id && w.TicketId == ticket, "The worklog", new GetIncidentWorklog(key, worklog), conditions, ct));
    }
}

/// <summary>One worklog.</summary>
[Permission(Permissions.CommentsReadInternal)]
public sealed record GetIncidentWorklog(TicketKey Incident, Guid WorklogId) : IQuery<WorklogResponse>;

internal sealed class GetIncidentWorklogHandler(ConversationScope scope, WorklogDesk desk) : IRequestHandler<GetIncidentWorklog, WorklogResponse>
{
    public async Task<WorklogResponse> Handle(GetIncidentWorklog request, CancellationToken ct) =>
        await desk.GetAsync(await scope.IdAsync<Incident>(request.Incident, ct), new WorklogId(request.WorklogId), ct);
}
