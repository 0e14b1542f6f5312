using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

public readonly record struct TicketTaskId(Guid Value) : ITypedId<TicketTaskId>
{
    public static TicketTaskId From(Guid value) => new(value);

    public static TicketTaskId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public enum TaskState
{
    Open,
    Done,
    Skipped,
}

/// <summary>A piece of the work on a ticket, for a team or a person, with a date if it has one. Skipped when the ticket ends before it.</summary>
public sealed class TicketTask : AggregateRoot, IVersioned
{
    public const int TitleMaxLength = 200;

    /// <summary>Stands where a title was removed, in every language.</summary>
    public const string RedactedTitle = "***";

    private TicketTask() { }

    public TicketTaskId Id { get; private init; }
    public TicketId TicketId { get; private init; }

    [Words]
    public string Title { get; private set; } = "";
    public TeamId? TeamId { get; private set; }
    public UserId? AssigneeId { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }
    public TaskState State { get; private set; }

    /// <summary>Skipped because its ticket ended; it is open again when that is taken back.</summary>
    public bool EndedWithTicket { get; private set; }
    public UserId CreatedById { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public UserId? EndedById { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public long Version { get; private set; } = 1;

    /// <summary>Adds a task to a ticket that is still alive.</summary>
    public static TicketTask Add(Ticket ticket, TaskContent content, Act act)
    {
        DemandAlive(ticket);
        var task = new TicketTask { Id = TicketTaskId.New(act.At), TicketId = ticket.Id, CreatedById = act.By, CreatedAt = act.At };
        task.Set(content);
        ticket.Note(
            TicketEventType.TaskAdded, "tasks", act, new { Task = task.Id.Value, task.Title, Team = task.TeamId?.Value, Assignee = task.AssigneeId?.Value },
            Visibility.Internal);
        return task;
    }

    /// <summary>Changes what is to be done, by whom, or whether it is done.</summary>
    public void Change(Ticket ticket, TaskContent content, TaskState state, Act act)
    {
        DemandAlive(ticket);
        if (content == Content && state == State)
            return;

        Set(content);
        Move(state, act);
        EndedWithTicket = false;
        Version++;
        ticket.Note(TicketEventType.TaskChanged, "tasks", act, new { Task = Id.Value, Title, State, Team = TeamId?.Value, Assignee = AssigneeId?.Value },
            Visibility.Internal);
    }

    /// <summary>It should not have been there. What somebody did stays: that is the history of the work.</summary>
    public void Remove(Ticket ticket, Act act)
    {
        DemandAlive(ticket);
        if (State == TaskState.Done)
            throw new RuleViolationException("task.done", "What was done is not taken away. Open the task again first if it was not.");

        ticket.Note(TicketEventType.TaskChanged, "tasks", act, new { Task = Id.Value, Title, Removed = true }, Visibility.Internal);
    }

    /// <summary>What it was called is gone for good; the ticket's redaction says so.</summary>
    public void Redact()
    {
        Title = RedactedTitle;
        Version++;
    }

    /// <summary>The ticket ended: what is still open is skipped.</summary>
    public void EndWithTicket(Act act)
    {
        if (State != TaskState.Open)
            return;

        Move(TaskState.Skipped, act);
        EndedWithTicket = true;
        Version++;
    }

    /// <summary>The ticket's end was taken back, and this with it.</summary>
    public void ComeBack(Act act)
    {
        if (!EndedWithTicket)
            return;

        Move(TaskState.Open, act);
        EndedWithTicket = false;
        Version++;
    }

    public TaskContent Content => new(Title, TeamId, AssigneeId, DueAt);

    private void Set(TaskContent content) => (Title, TeamId, AssigneeId, DueAt) = (content.Title.Trim(), content.TeamId, content.AssigneeId, content.DueAt);

    private void Move(TaskState to, Act act)
    {
        if (to == State)
            return;

        State = to;
        (EndedById, EndedAt) = to == TaskState.Open ? ((UserId?)null, (DateTimeOffset?)null) : (act.By, act.At);
    }

    private static void DemandAlive(Ticket ticket)
    {
        if (ticket.State is TicketState.Closed or TicketState.Cancelled)
            throw new RuleViolationException("ticket.closed", "This ticket is closed; its tasks are too.");
    }
}

/// <summary>What a task says.</summary>
public sealed record TaskContent(string Title, TeamId? TeamId, UserId? AssigneeId, DateTimeOffset? DueAt);
