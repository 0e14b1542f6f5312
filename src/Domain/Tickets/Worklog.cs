using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

public readonly record struct WorklogId(Guid Value) : ITypedId<WorklogId>
{
    public static WorklogId From(Guid value) => new(value);

    public static WorklogId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>Time somebody spent on a ticket. Internal; its author may correct or remove it.</summary>
public sealed class Worklog : AggregateRoot, IVersioned
{
    public const int TextMaxLength = 2_000;
    public const int MaxMinutes = 24 * 60;

    /// <summary>Nobody's work on a ticket is older: what says so is mistyped.</summary>
    public static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private Worklog() { }

    public WorklogId Id { get; private init; }
    public TicketId TicketId { get; private init; }
    public UserId UserId { get; private init; }
    public int Minutes { get; private set; }

    [Words]
    public string Text { get; private set; } = "";

    /// <summary>When the work was done.</summary>
    public DateTimeOffset At { get; private set; }
    public bool Billable { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public long Version { get; private set; } = 1;

    public static Worklog Add(Ticket ticket, WorklogContent content, Act act)
    {
        var worklog = new Worklog { Id = WorklogId.New(act.At), TicketId = ticket.Id, UserId = act.By, CreatedAt = act.At };
        worklog.Set(content, act);
        ticket.Note(TicketEventType.WorklogAdded, "worklogs", act, new { Worklog = worklog.Id.Value, worklog.Minutes }, Visibility.Internal);
        return worklog;
    }

    public void Change(Ticket ticket, WorklogContent content, Act act)
    {
        DemandAuthor(act);
        if (content == Content)
            return;

        var before = Minutes;
        Set(content, act);
        Version++;
        ticket.Note(TicketEventType.WorklogChanged, "worklogs", act, new { Worklog = Id.Value, Before = before, Minutes }, Visibility.Internal);
    }

    public void Remove(Ticket ticket, Act act)
    {
        DemandAuthor(act);
        ticket.Note(TicketEventType.WorklogChanged, "worklogs", act, new { Worklog = Id.Value, Before = Minutes, Removed = true }, Visibility.Internal);
    }

    /// <summary>What it said is gone for good; the ticket's redaction says so.</summary>
    public void Redact()
    {
        Text = "";
        Version++;
    }

    public WorklogContent Content => new(Minutes, Text, At, Billable);

    private void Set(WorklogContent content, Act act)
    {
        if (content.At > act.At.AddMinutes(5))
            throw RuleViolationException.Meaning("worklog.future", "Work that is still to come is not logged.");

        (Minutes, Text, At, Billable) = (content.Minutes, content.Text, content.At, content.Billable);
    }

    private void DemandAuthor(Act act)
    {
        if (act.By != UserId)
            throw new RuleViolationException("worklog.not_author", "Only who logged it may change it.", RuleKind.Right);
    }
}

/// <summary>What a worklog says.</summary>
public sealed record WorklogContent(int Minutes, string Text, DateTimeOffset At, bool Billable);
