using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Attachments;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>A message of the conversation (public) or a note (internal).</summary>
public sealed record CommentResponse : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Markdown, as it was sent; empty once it was redacted.</summary>
    public required string Body { get; init; }
    public required Visibility Visibility { get; init; }
    public required PersonRef Author { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? EditedAt { get; init; }
    public required DateTimeOffset? RedactedAt { get; init; }

    /// <summary>Of the comment, not of its ticket; If-Match of a correction takes it.</summary>
    public required long Version { get; init; }

    /// <summary>The caller may correct it now: its author, within 15 minutes.</summary>
    public required bool Editable { get; init; }

    /// <summary>The files that came with it, in the order in which they were uploaded.</summary>
    public required IReadOnlyList<AttachmentResponse> Attachments { get; init; }

    /// <summary>The duplicate it was written on, when that was merged into this ticket.</summary>
    public required TicketRef? MergedFrom { get; init; }

    /// <summary>What the ticket became by this command; null in lists.</summary>
    public required TicketStanding? Ticket { get; init; }
}

/// <summary>Where a ticket stands after a command below it.</summary>
public sealed record TicketStanding(Guid Id, TicketState State, long Version, long ConversationVersion)
{
    internal static TicketStanding Of(Ticket t, ICurrentUser user) => new(t.Id.Value, t.State, user.VersionOf(t), t.ConversationVersion);
}

/// <summary>The one way a comment becomes a response, and the one place that knows who reads notes.</summary>
public sealed class CommentReader(IServiceDeskDb db, ICurrentUser user, TimeProvider clock)
{
    private Reach Notes => user.ReachOf(Permissions.CommentsReadInternal);

    /// <summary>Comments of these tickets as far as the caller may read them; the tickets are known to be visible.</summary>
    public IQueryable<Comment> Readable(IReadOnlyList<TicketId> tickets)
    {
        var comments = db.Set<Comment>().Where(c => tickets.Contains(c.TicketId));
        if (Notes.Everywhere)
            return comments;

        var within = db.Tickets.EvenInvisible().Within(Notes);
        return Notes.IsNone ? comments.Where(c => c.Visibility == Visibility.Public)
            : comments.Where(c => c.Visibility == Visibility.Public || within.Any(t => t.Id == c.TicketId));
    }

    /// <summary>Comments whose earlier texts the caller may read: their own, and where they read notes.</summary>
    public IQueryable<Comment> WithHistory(IReadOnlyList<TicketId> tickets)
    {
        var (me, within) = (user.Id, db.Tickets.EvenInvisible().Within(Notes));
        return Notes.Everywhere ? Readable(tickets) : Readable(tickets).Where(c => c.AuthorId == me || within.Any(t => t.Id == c.TicketId));
    }

    /// <summary>One of them, tracked, with its revisions; not found when it is not there or not for the caller.</summary>
    public async Task<Comment> ForCommandAsync(TicketId ticket, Guid id, CancellationToken ct) =>
        await Readable([ticket]).Include(c => c.Revisions).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotFoundException("The comment");

    public async Task<List<CommentResponse>> ListAsync(IQueryable<Comment> comments, Conversation conversation, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await comments.AsNoTracking()
            .Select(c => new { Comment = c, Author = db.Users.Where(u => u.Id == c.AuthorId).Select(u => u.Name).First() })
            .ToListAsync(ct);
        var files = await FilesAsync([.. rows.Select(r => r.Comment.Id)], ct);
        return [.. rows.Select(r => ToResponse(r.Comment, r.Author, files[r.Comment.Id], conversation.MergedFrom(r.Comment.TicketId), null, now))];
    }

    /// <summary>A comment just written or changed on <paramref name="ticket"/>; one that is known to have no files is not asked for them.</summary>
    public async Task<CommentResponse> AfterAsync(Comment comment, Ticket ticket, CancellationToken ct, bool mayHaveFiles = true)
    {
        var author = comment.AuthorId == user.Id
            ? user.Name
            : await db.Users.Where(u => u.Id == comment.AuthorId).Select(u => u.Name).SingleAsync(ct);
        var files = await FilesAsync(mayHaveFiles ? [comment.Id] : [], ct);
        return ToResponse(comment, author, files[comment.Id], null, TicketStanding.Of(ticket, user), clock.GetUtcNow());
    }

    // A file shares the visibility of its comment, and the comments are known to be readable.
    private async Task<ILookup<Guid, AttachmentResponse>> FilesAsync(List<Guid> comments, CancellationToken ct) =>
        (comments.Count == 0 ? [] : await db.Set<Attachment>().AsNoTracking()
            .Where(a => a.CommentId != null && comments.Contains(a.CommentId.Value) && a.RemovedAt == null)
            .OrderBy(a => a.UploadedAt).ThenBy(a => a.Id).Select(AttachmentResponse.From(db)).ToListAsync(ct)).ToLookup(a => a.CommentId!.Value);

    private CommentResponse ToResponse(
        Comment c, string author, IEnumerable<AttachmentResponse> files, TicketRef? mergedFrom, TicketStanding? ticket, DateTimeOffset now) => new()
        {
            Id = c.Id,
            Body = c.Body,
            Visibility = c.Visibility,
            Author = new PersonRef(c.AuthorId.Value, author),
            CreatedAt = c.CreatedAt,
            EditedAt = c.EditedAt,
            RedactedAt = c.RedactedAt,
            Version = c.Version,
            Editable = mergedFrom is null && c.IsEditableBy(user.Id, now),
            Attachments = [.. files],
            MergedFrom = mergedFrom,
            Ticket = ticket,
        };
}
