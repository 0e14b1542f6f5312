using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class IncidentCommentEndpoints
{
    public static void MapIncidentComments(this IEndpointRouteBuilder api)
    {
        var incident = api.MapGroup("/incidents/{id}").WithTags("Incident conversation");
        incident.MapGet("/comments", List).WithName(nameof(ListIncidentComments));
        incident.MapPost("/comments", Add).WithName(nameof(AddIncidentComment));
        incident.MapGet("/comments/{commentId:guid}", Get).WithName(nameof(GetIncidentComment));
        incident.MapPatch("/comments/{commentId:guid}", Edit).WithName(nameof(EditIncidentComment));
        incident.MapGet("/comments/{commentId:guid}/revisions", Revisions).WithName(nameof(ListIncidentCommentRevisions));
        incident.MapPost("/comments/{commentId:guid}/redact", Redact).WithName(nameof(RedactIncidentComment));
        incident.MapGet("/timeline", Timeline).WithName(nameof(ListIncidentTimeline));
    }

    /// <summary>The comments, oldest first; notes only for those who read them. Comments of merged duplicates are marked.</summary>
    private static async Task<Ok<Page<CommentResponse>>> List(TicketKey id, [AsParameters] CommentQuery query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIncidentComments(id, query.Visibility?.Value, query.Limit, query.Cursor), ct));

    /// <summary>Adds a public message or an internal note.</summary>
    private static async Task<Created<CommentResponse>> Add(TicketKey id, CommentBody body, ISender sender, CancellationToken ct)
    {
        var comment = await sender.Send(new AddIncidentComment(id, body.Body, body.Visibility, body.ConversationVersion, body.AttachmentIds), ct);
        return TypedResults.Created($"/api/v1/incidents/{comment.Ticket!.Id}/comments/{comment.Id}", comment);
    }

    /// <summary>One comment.</summary>
    private static async Task<Ok<CommentResponse>> Get(TicketKey id, Guid commentId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetIncidentComment(id, commentId), ct));

    /// <summary>Corrects a comment: by its author, within 15 minutes.</summary>
    private static async Task<Ok<CommentResponse>> Edit(TicketKey id, Guid commentId, CommentTextBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new EditIncidentComment(id, commentId, body.Body), ct));

    /// <summary>What a comment said before it was corrected, oldest first.</summary>
    private static async Task<Ok<Page<CommentRevisionResponse>>> Revisions(TicketKey id, Guid commentId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIncidentCommentRevisions(id, commentId), ct));

    /// <summary>Removes a comment's text for good; a mark with the reason stays.</summary>
    private static async Task<Ok<CommentResponse>> Redact(TicketKey id, Guid commentId, ReasonBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new RedactIncidentComment(id, commentId, body.Reason), ct));

    /// <summary>Everything that happened, with the comments' texts; by time, or with sort=-at newest first.</summary>
    private static async Task<Ok<Page<TimelineEntry>>> Timeline(TicketKey id, [AsParameters] TimelineQuery query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIncidentTimeline(id, query.Kind?.Value ?? TimelineKind.All, query.Sort, query.Limit, query.Cursor), ct));

    internal sealed record CommentBody(string Body, Visibility Visibility, long? ConversationVersion = null, IReadOnlyList<Guid>? AttachmentIds = null);

    internal sealed record CommentTextBody(string Body);

    internal sealed record CommentQuery(Word<Visibility>? Visibility = null, int Limit = Paging.DefaultLimit, string? Cursor = null);

    internal sealed record TimelineQuery(Word<TimelineKind>? Kind = null, string Sort = "at", int Limit = Paging.DefaultLimit, string? Cursor = null);
}
