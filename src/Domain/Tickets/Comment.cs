using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

/// <summary>A message of a ticket's conversation (public) or a note among those who work on it (internal). Markdown.</summary>
public sealed class Comment
{
    public const int BodyMaxLength = 50_000;

    /// <summary>Its author may correct a comment for so long (ruling 17).</summary>
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

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
    public string Body { get; private set; } = "";
    public Visibility Visibility { get; private init; }
    public UserId AuthorId { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>Set when somebody with the right removed the text, a pasted password for instance; a mark stays.</summary>
    public DateTimeOffset? RedactedAt { get; private set; }

    internal void Edit(string body, Act act)
    {
        if (act.By != AuthorId)
            throw new RuleViolationException("comment.not_author", "Only its author may edit a comment.");
        if (RedactedAt is not null)
            throw new RuleViolationException("comment.redacted", "This comment was redacted and cannot be edited.");
        if (act.At - CreatedAt > EditWindow)
            throw new RuleViolationException("comment.edit_window_passed", "A comment can be edited for 15 minutes after it was written.");

        (Body, EditedAt) = (body, act.At);
    }

    internal void Redact(Act act) => (Body, RedactedAt) = ("", act.At);
}
