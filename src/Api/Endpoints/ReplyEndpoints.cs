using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Replies;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class ReplyEndpoints
{
    public static void MapReplies(this IEndpointRouteBuilder api)
    {
        var replies = api.MapGroup("/replies").WithTags("Replies and templates");
        replies.MapGet("/", List).WithName(nameof(ListReplies));
        replies.MapPost("/", Write).WithName(nameof(WriteReply));
        replies.MapGet("/{id:guid}", Get).WithName(nameof(GetReply));
        replies.MapPatch("/{id:guid}", Rewrite).WithName(nameof(RewriteReply));
        replies.MapDelete("/{id:guid}", Remove).WithName(nameof(RemoveReply));
        replies.MapPost("/{id:guid}/render", Render).WithName(nameof(RenderReply));
        var templates = api.MapGroup("/ticket-templates").WithTags("Replies and templates");
        templates.MapGet("/", ListAll).WithName(nameof(ListTemplates));
        templates.MapPost("/", WriteOne).WithName(nameof(WriteTemplate));
        templates.MapGet("/{id:guid}", GetOne).WithName(nameof(GetTemplate));
        templates.MapPut("/{id:guid}", RewriteOne).WithName(nameof(RewriteTemplate));
        templates.MapDelete("/{id:guid}", RemoveOne).WithName(nameof(RemoveTemplate));
        templates.MapPost("/{id:guid}/render", RenderOne).WithName(nameof(RenderTemplate));
    }

    /// <summary>The canned replies the caller may use: their own, their teams', and those for everybody.</summary>
    private static async Task<Ok<Page<ReplyResponse>>> List([AsParameters] ListReplies query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Writes a canned reply.</summary>
    private static async Task<Created<ReplyResponse>> Write(WriteReply body, ISender sender, CancellationToken ct)
    {
        var reply = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/replies/{reply.Id}", reply);
    }

    /// <summary>One canned reply.</summary>
    private static async Task<Ok<ReplyResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetReply(id), ct));

    /// <summary>Changes a canned reply: a merge patch.</summary>
    private static async Task<Ok<ReplyResponse>> Rewrite(Guid id, ReplyPatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new RewriteReply(id, body), ct));

    /// <summary>Takes a canned reply away.</summary>
    private static async Task<NoContent> Remove(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RemoveReply(id), ct);
        return TypedResults.NoContent();
    }

    /// <summary>The reply with its places filled for a ticket; nothing is sent.</summary>
    private static async Task<Ok<RenderedReply>> Render(Guid id, RenderBody body, ISender sender, CancellationToken ct)
    {
        TicketKey.TryParse(body.TicketId, null, out var ticket);
        return TypedResults.Ok(await sender.Send(new RenderReply(id, ticket, body.Language), ct));
    }

    /// <summary>The ticket templates the caller may use.</summary>
    private static async Task<Ok<Page<TemplateResponse>>> ListAll([AsParameters] ListTemplates query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Writes a ticket template.</summary>
    private static async Task<Created<TemplateResponse>> WriteOne(TemplateInput body, ISender sender, CancellationToken ct)
    {
        var template = await sender.Send(new WriteTemplate(body), ct);
        return TypedResults.Created($"/api/v1/ticket-templates/{template.Id}", template);
    }

    /// <summary>One ticket template.</summary>
    private static async Task<Ok<TemplateResponse>> GetOne(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetTemplate(id), ct));

    /// <summary>Writes a ticket template anew.</summary>
    private static async Task<Ok<TemplateResponse>> RewriteOne(Guid id, TemplateInput body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new RewriteTemplate(id, body), ct));

    /// <summary>Takes a ticket template away.</summary>
    private static async Task<NoContent> RemoveOne(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RemoveTemplate(id), ct);
        return TypedResults.NoContent();
    }

    /// <summary>The template with its places filled for a requester: what to POST to /incidents; nothing is opened.</summary>
    private static async Task<Ok<RenderedTemplate>> RenderOne(Guid id, RenderForBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new RenderTemplate(id, body.RequesterId, body.Language), ct));

    internal sealed record RenderBody(string TicketId, string? Language = null);

    internal sealed record RenderForBody(Guid? RequesterId = null, string? Language = null);
}
