using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

public abstract partial class Ticket
{
    /// <summary>
    /// Adds a message or a note. <paramref name="byStaff"/>: the author works on tickets, so a public message counts as a
    /// response. A closed or cancelled ticket takes no more public messages: open a follow-up.
    /// </summary>
    public Comment AddComment(string body, Visibility visibility, bool byStaff, Act act)
    {
        if (State is TicketState.Closed or TicketState.Cancelled && visibility == Visibility.Public)
            throw new TicketClosedException(AfterTheEnd);

        var comment = new Comment(Id, body, visibility, act);
        comments.Add(comment);
        var recorded = Record(TicketEventType.Commented, act, new { Comment = comment.Id }, visibility);
        if (visibility == Visibility.Public)
            ConversationMoved();

        var byRequester = act.By == RequesterId;
        Raise(new TicketCommented(Id, Version, act.By, act.At, recorded.Sequence, comment.Id, visibility, byRequester, byStaff && !byRequester));
        if (byRequester && visibility == Visibility.Public)
            RequesterAnswered(act);

        return comment;
    }

    /// <summary>Corrects a comment; what it said before is kept with it.</summary>
    public void EditComment(Comment comment, string body, Act act)
    {
        if (body == comment.Body)
            return;

        comment.Edit(body, act);
        Record(TicketEventType.CommentEdited, act, new { Comment = comment.Id }, comment.Visibility);
        Raise(new TicketChanged(Id, Version, act.By, act.At, ["comments"], comment.Visibility));
    }

    /// <summary>Removes a comment's text for good, earlier versions included, and leaves a mark.</summary>
    public void RedactComment(Comment comment, string reason, Act act)
    {
        comment.Redact(act);
        Record(TicketEventType.Redacted, act, new { Comment = comment.Id, Reason = reason }, comment.Visibility);
        Raise(new TicketChanged(Id, Version, act.By, act.At, ["comments"], comment.Visibility));
    }

    /// <summary>The requester asks how it goes; at most once an hour.</summary>
    public void Nudge(DateTimeOffset? lastNudge, Act act)
    {
        if (!IsOpen)
            throw new RuleViolationException("ticket.not_open", "This ticket is no longer open.");
        if (act.By != RequesterId)
            throw new RuleViolationException("ticket.not_requester", "Only the requester can ask how it goes.");
        if (lastNudge is { } last && act.At - last < TimeSpan.FromHours(1))
            throw new RuleViolationException("ticket.nudged_lately", "You asked less than an hour ago; the team has been told.");

        Record(TicketEventType.Nudged, act);
        Raise(new TicketNudged(Id, Version, act.By, act.At));
    }

    /// <summary>The requester of an unrestricted ticket says which colleagues follow it.</summary>
    public bool IsSharedBy(UserId person) => RequesterId == person && !Restricted;

    public bool AddWatcher(UserId user, Act act)
    {
        if (watchers.Any(w => w.UserId == user))
            return false;

        watchers.Add(new Watcher(Id, user));
        Note(TicketEventType.WatcherAdded, "watchers", act, new { User = user.Value });
        return true;
    }

    public bool RemoveWatcher(UserId user, Act act)
    {
        if (watchers.RemoveAll(w => w.UserId == user) == 0)
            return false;

        Note(TicketEventType.WatcherRemoved, "watchers", act, new { User = user.Value });
        return true;
    }

    /// <summary>Puts something on the timeline that lives outside this aggregate: a link, a task, a worklog, a file.</summary>
    public TicketEvent Note(TicketEventType type, string field, Act act, object? details, Visibility visibility = Visibility.Public)
    {
        var recorded = Record(type, act, details, visibility);
        Raise(new TicketChanged(Id, Version, act.By, act.At, [field], visibility));
        return recorded;
    }

    /// <summary>The verbs that are left when the conversation is over.</summary>
    protected virtual IReadOnlyList<string> AfterTheEnd => [];

    /// <summary>A practice that waits for its requester stops waiting here.</summary>
    protected virtual void RequesterAnswered(Act act) { }
}

/// <summary>The conversation is over; says by which verbs it can go on elsewhere.</summary>
public sealed class TicketClosedException(IReadOnlyList<string> allowed)
    : RuleViolationException("ticket.closed", allowed.Count == 0 ? "This ticket is closed." : "This ticket is closed. Open a follow-up instead.")
{
    public IReadOnlyList<string> Allowed { get; } = allowed;
}
