using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>A piece of the work on a ticket; for those who read notes.</summary>
public sealed record TaskResponse : IVersioned
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required TaskState State { get; init; }
    public required NamedRef? Team { get; init; }
    public required PersonRef? Assignee { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required PersonRef CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required PersonRef? EndedBy { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required long Version { get; init; }
}

/// <summary>Reads tasks, checks whom they are given to, and loads one for a command together with its ticket.</summary>
public sealed class TaskDesk(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, ConversationScope scope)
{
    public async Task<List<TaskResponse>> ListAsync(IQueryable<TicketTask> tasks, CancellationToken ct)
    {
        var french = user.Language == "fr";
        return await tasks.AsNoTracking().Select(t => new TaskResponse
        {
            Id = t.Id.Value,
            Title = t.Title,
            State = t.State,
            Team = db.Teams.Where(x => x.Id == t.TeamId)
                .Select(x => new NamedRef(x.Id.Value, (french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr)!)).FirstOrDefault(),
            Assignee = db.Users.Where(u => u.Id == t.AssigneeId).Select(u => new PersonRef(u.Id.Value, u.Name)).FirstOrDefault(),
            DueAt = t.DueAt,
            CreatedBy = db.Users.Where(u => u.Id == t.CreatedById).Select(u => new PersonRef(u.Id.Value, u.Name)).First(),
            CreatedAt = t.CreatedAt,
            EndedBy = db.Users.Where(u => u.Id == t.EndedById).Select(u => new PersonRef(u.Id.Value, u.Name)).FirstOrDefault(),
            EndedAt = t.EndedAt,
            Version = t.Version,
        }).ToListAsync(ct);
    }

    public async Task<TaskResponse> GetAsync(TicketId ticket, TicketTaskId id, CancellationToken ct) =>
        (await ListAsync(db.Set<TicketTask>().Where(t => t.Id == id && t.TicketId == ticket), ct)).SingleOrDefault() ?? throw new NotFoundException("The task");

    /// <summary>If-Match is of the task here, so the ticket is loaded without it.</summary>
    public async Task<(Incident Incident, TicketTask Task)> LoadAsync(TicketKey key, Guid task, CancellationToken ct)
    {
        var ticket = await scope.IdAsync<Incident>(key, ct);
        var incident = await db.Incidents.SingleAsync(i => i.Id == ticket, ct);
        var id = new TicketTaskId(task);
        return (incident, await db.Set<TicketTask>().ForCommandAsync(
            t => t.Id == id && t.TicketId == ticket, "The task", new GetIncidentTask(key, task), conditions, ct));
    }

    /// <summary>A team in use, and a person who is active and, with a team, one of its members.</summary>
    public async Task<TaskContent> CheckAsync(string title, Guid? teamId, Guid? assigneeId, DateTimeOffset? dueAt, CancellationToken ct)
    {
        var team = teamId is { } t ? new TeamId(t) : (TeamId?)null;
        var assignee = assigneeId is { } a ? new UserId(a) : (UserId?)null;
        if (team is not null || assignee is not null)
        {
            var known = await db.Settings.AsNoTracking().Select(_ => new
            {
                Team = team == null || db.Teams.Any(x => x.Id == team && x.Active),
                Assignee = assignee == null || db.Users.Any(u => u.Id == assignee && u.Active),
                Member = team == null || assignee == null || db.Teams.Any(x => x.Id == team && x.Members.Any(m => m.UserId == assignee)),
            }).SingleAsync(ct);
            if (!known.Team)
                throw RuleViolationException.Meaning("team.unknown", "teamId names no active team.");
            if (!known.Assignee)
                throw RuleViolationException.Meaning("task.assignee_unknown", "assigneeId names nobody who is active.");
            if (!known.Member)
                throw RuleViolationException.Meaning("task.assignee_not_member", "The assignee must be a member of the team.");
        }

        return new TaskContent(title, team, assignee, dueAt);
    }
}

/// <summary>Tasks that are still open when their ticket ends are skipped with it, and come back when a merge is taken back.</summary>
internal sealed class TasksEndWithTheirTicket(IServiceDeskDb db) : IDomainEventHandler<TicketMoved>
{
    public async Task Handle(TicketMoved domainEvent, CancellationToken ct)
    {
        var ends = domainEvent.To is TicketState.Closed or TicketState.Cancelled;
        var returns = domainEvent.From is TicketState.Closed && !ends;
        if (!ends && !returns)
            return;

        var act = new Act(domainEvent.By, domainEvent.At);
        var tasks = await db.Set<TicketTask>()
            .Where(t => t.TicketId == domainEvent.TicketId && (ends ? t.State == TaskState.Open : t.EndedWithTicket)).ToListAsync(ct);
        foreach (var task in tasks)
        {
            if (ends)
                task.EndWithTicket(act);
            else
                task.ComeBack(act);
        }
    }
}
