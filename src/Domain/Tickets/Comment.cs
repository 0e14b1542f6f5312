using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

/// <summary>A message of a ticket's conversation (public) or a note among those who work on it (internal). Markdown.</summary>
public sealed class Comment : IVersioned
{
    public const int BodyMaxLength = 50_000;

    /// <summary>Its author may correct a comment for so long (ruling 17).</summary>
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

    private readonly List<CommentRevision> revisions = [];

    private Comment() { }

    internal Comment(TicketId ticket, string body, Visibility visibility, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        TicketId = ticket;
        Body = body;
        Visibility = visibility;
        AuthorId = act.By;
        CreatedAt = act.At;
    }

    public Guid Id { get; private init; }
    public TicketId TicketId { get; private init; }

    [Words]
    public string Body { get; private set; } = "";
    public Visibility Visibility { get; private init; }
    public UserId AuthorId { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>Set when somebody with the right removed the text, a pasted password for instance; a mark stays.</summary>
    public DateTimeOffset? RedactedAt { get; private set; }

    /// <summary>Grows with each correction, and when it is redacted.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>What it said before each correction, oldest first; nothing once it was redacted.</summary>
    public IReadOnlyList<CommentRevision> Revisions => revisions;

    public bool IsEditableBy(UserId user, DateTimeOffset now) => user == AuthorId && RedactedAt is null && now - CreatedAt <= EditWindow;

    internal void Edit(string body, Act act)
    {
        if (act.By != AuthorId)
            throw new RuleViolationException("comment.not_author", "Only its author may edit a comment.", RuleKind.Right);
        if (RedactedAt is not null)
            throw new RuleViolationException("comment.redacted", "This comment was redacted and cannot be edited.");
        if (act.At - CreatedAt > EditWindow)
            throw new RuleViolationException("comment.edit_window_passed", "A comment can be edited for 15 minutes after it was written.");

        revisions.Add(new CommentRevision(Id, Body, EditedAt ?? CreatedAt, act.At));
        (Body, EditedAt, Version) = (body, act.At, Version + 1);
    }

    /// <summary>The text goes, and with it what it said before: pass it with its revisions loaded.</summary>
    internal void Redact(Act act)
    {
        if (RedactedAt is not null)
            throw new RuleViolationException("comment.redacted", "This comment was redacted already.");

        revisions.Clear();
        (Body, RedactedAt, Version) = ("", act.At, Version + 1);
    }
}

/// <summary>What a comment said before it was corrected. Kept beside the timeline and not in it, so that a redaction can remove it.</summary>
public sealed class CommentRevision
{
    private CommentRevision() { }

    internal CommentRevision(Guid comment, string body, DateTimeOffset from, DateTimeOffset until)
    {
        Id = Guid.CreateVersion7(until);
        CommentId = comment;
        Body = body;
        WrittenAt = from;
        ReplacedAt = until;
    }

    public Guid Id { get; private init; }
    public Guid CommentId { get; private init; }
    public string Body { get; private init; } = "";
    public DateTimeOffset WrittenAt { get; private init; }
    public DateTimeOffset ReplacedAt { get; private init; }
}
