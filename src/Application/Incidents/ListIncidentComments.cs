using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>The comments of an incident and of the duplicates merged into it, oldest first; notes only for those who read them.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListIncidentComments(TicketKey Incident, Visibility? Visibility, int Limit, string? Cursor) : IQuery<Page<CommentResponse>>;

internal sealed class ListIncidentCommentsValidator : AbstractValidator<ListIncidentComments>
{
    public ListIncidentCommentsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListIncidentCommentsHandler(ConversationScope scope, CommentReader reader) : IRequestHandler<ListIncidentComments, Page<CommentResponse>>
{
    private const string Sort = "createdAt";

    public async Task<Page<CommentResponse>> Handle(ListIncidentComments request, CancellationToken ct)
    {
        var conversation = await scope.OfAsync<Incident>(request.Incident, ct);
        var comments = reader.Readable(conversation.All);
        if (request.Visibility is { } visibility)
            comments = comments.Where(c => c.Visibility == visibility);
        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor)
        {
            var (at, id) = (cursor.Instant(0), cursor.Id(1));
            comments = comments.Where(c => c.CreatedAt > at || (c.CreatedAt == at && c.Id.CompareTo(id) > 0));
        }

        var rows = await reader.ListAsync(comments.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).Take(request.Limit + 1), conversation, ct);
        return rows.ToPage(request.Limit, Sort, last => [Keyset.Text(last.CreatedAt), last.Id.ToString()]);
    }
}
