using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>One comment.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record GetIncidentComment(TicketKey Incident, Guid CommentId) : IQuery<CommentResponse>;

internal sealed class GetIncidentCommentHandler(ConversationScope scope, CommentReader reader) : IRequestHandler<GetIncidentComment, CommentResponse>
{
    public async Task<CommentResponse> Handle(GetIncidentComment request, CancellationToken ct)
    {
        var conversation = await scope.OfAsync<Incident>(request.Incident, ct);
        var found = await reader.ListAsync(reader.Readable(conversation.All).Where(c => c.Id == request.CommentId), conversation, ct);
        return found.SingleOrDefault() ?? throw new NotFoundException("The comment");
    }
}

/// <summary>What a comment said before it was corrected, oldest first; for its author and for those who read notes.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListIncidentCommentRevisions(TicketKey Incident, Guid CommentId) : IQuery<Page<CommentRevisionResponse>>;

/// <summary>An earlier text of a comment, and from when until when it stood.</summary>
public sealed record CommentRevisionResponse(string Body, DateTimeOffset WrittenAt, DateTimeOffset ReplacedAt);

internal sealed class ListIncidentCommentRevisionsHandler(ConversationScope scope, CommentReader reader)
    : IRequestHandler<ListIncidentCommentRevisions, Page<CommentRevisionResponse>>
{
    public async Task<Page<CommentRevisionResponse>> Handle(ListIncidentCommentRevisions request, CancellationToken ct)
    {
        var conversation = await scope.OfAsync<Incident>(request.Incident, ct);
        var comment = await reader.WithHistory(conversation.All).AsNoTracking().Include(c => c.Revisions)
            .SingleOrDefaultAsync(c => c.Id == request.CommentId, ct)
            ?? throw new NotFoundException("The comment");

        // As many as somebody corrects in fifteen minutes: one page.
        return new Page<CommentRevisionResponse>(
            [.. comment.Revisions.OrderBy(r => r.ReplacedAt).Select(r => new CommentRevisionResponse(r.Body, r.WrittenAt, r.ReplacedAt))], null);
    }
}
