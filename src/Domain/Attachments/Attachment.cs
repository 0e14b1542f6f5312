using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Attachments;

public readonly record struct AttachmentId(Guid Value) : ITypedId<AttachmentId>
{
    public static AttachmentId From(Guid value) => new(value);

    public static AttachmentId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>What a file says, for the search alone; nothing else reads it.</summary>
public sealed class AttachmentText
{
    private AttachmentText() { }

    public AttachmentId AttachmentId { get; private init; }
    public string Body { get; private init; } = "";

    public static AttachmentText Of(AttachmentId attachment, string body) => new() { AttachmentId = attachment, Body = body };
}

/// <summary>
/// A file somebody uploaded; its bytes lie in the store under their hash. It belongs to nobody's ticket until it is attached, and is
/// given up when that does not happen within <see cref="UnattachedLifetime"/>.
/// </summary>
public sealed class Attachment : AggregateRoot
{
    public const int NameMaxLength = 200;
    public const int MediaTypeMaxLength = 100;
    public const long MaxSize = 25 * 1024 * 1024;

    public static readonly TimeSpan UnattachedLifetime = TimeSpan.FromDays(1);

    private Attachment() { }

    public AttachmentId Id { get; private init; }
    public TicketId? TicketId { get; private set; }

    /// <summary>The comment it came with, if it came with one.</summary>
    public Guid? CommentId { get; private set; }
    public Visibility Visibility { get; private set; }
    public UserId UploadedById { get; private init; }
    public string Name { get; private init; } = "";
    public string MediaType { get; private init; } = "";
    public long Size { get; private init; }

    /// <summary>SHA-256 of its bytes.</summary>
    public byte[] Hash { get; private init; } = [];
    public DateTimeOffset UploadedAt { get; private init; }

    /// <summary>Out of everybody's sight since then; the bytes stay a day longer, for a backup that is under way.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public static Attachment Upload(string name, string mediaType, long size, byte[] hash, Act act) => new()
    {
        Id = AttachmentId.New(act.At),
        Name = name,
        MediaType = mediaType,
        Size = size,
        Hash = hash,
        UploadedById = act.By,
        UploadedAt = act.At,
    };

    /// <summary>Gives it to a ticket, once; an internal file is seen only by who reads internal notes.</summary>
    public void AttachTo(Ticket ticket, Guid? comment, Visibility visibility, Act act)
    {
        if (visibility == Visibility.Public && ticket.State is TicketState.Closed or TicketState.Cancelled)
            throw new RuleViolationException("ticket.closed", "This ticket is closed. Open a follow-up instead.");

        (TicketId, CommentId, Visibility) = (ticket.Id, comment, visibility);
        ticket.Note(TicketEventType.AttachmentAdded, "attachments", act, new { Attachment = Id.Value, Comment = comment }, visibility);
    }

    public void RemoveFrom(Ticket ticket, Act act)
    {
        RemovedAt = act.At;
        ticket.Note(TicketEventType.AttachmentRemoved, "attachments", act, new { Attachment = Id.Value }, Visibility);
    }

    /// <summary>The upload is given up before it was attached.</summary>
    public void Discard(DateTimeOffset now) => RemovedAt = now;
}
