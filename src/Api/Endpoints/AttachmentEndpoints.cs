using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ServiceDesk.Api.Limits;
using ServiceDesk.Api.Problems;
using ServiceDesk.Application.Attachments;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        var uploads = api.MapGroup("/attachments").WithTags("Attachments");
        uploads.MapPost("/", Upload).WithName(nameof(UploadAttachment)).TakesAFile();
        uploads.MapDelete("/{attachmentId:guid}", Discard).WithName(nameof(DiscardAttachment));
        var files = api.MapGroup("/incidents/{id}/attachments").WithTags("Attachments");
        files.MapPost("/", Add).WithName(nameof(AddAttachment)).TakesAFile();
        files.MapGet("/", List).WithName(nameof(ListAttachments));
        files.MapGet("/{attachmentId:guid}", Get).WithName(nameof(GetAttachment)).Produces(200, contentType: MediaTypeNames.Application.Octet)
            .WithRequestTimeout(TimeLimits.Upload);
        files.MapDelete("/{attachmentId:guid}", Remove).WithName(nameof(RemoveAttachment));
    }

    /// <summary>Uploads a file before the ticket or comment that will name it in attachmentIds; it expires after a day.</summary>
    private static async Task<Created<AttachmentResponse>> Upload(IFormFile file, ISender sender, CancellationToken ct)
    {
        var attachment = await sender.Send(new UploadAttachment(Sent(file)), ct);
        return TypedResults.Created($"/api/v1/attachments/{attachment.Id}", attachment);
    }

    /// <summary>Gives up an upload of one's own that is not attached yet.</summary>
    private static async Task<NoContent> Discard(Guid attachmentId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new DiscardAttachment(attachmentId), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Adds a file; with visibility internal it is seen only by who reads internal notes.</summary>
    private static async Task<Created<AttachmentResponse>> Add(
        TicketKey id, IFormFile file, [FromForm] string? visibility, ISender sender, CancellationToken ct)
    {
        var attachment = await sender.Send(new AddAttachment(id, Sent(file), Seen(visibility)), ct);
        return TypedResults.Created($"/api/v1/incidents/{id}/attachments/{attachment.Id}", attachment);
    }

    /// <summary>The files of an incident, oldest first.</summary>
    private static async Task<Ok<Page<AttachmentResponse>>> List(TicketKey id, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListAttachments(id, cursor, limit), ct));

    /// <summary>The file itself: always as a download, and harmless where a browser shows it all the same.</summary>
    private static async Task<FileStreamHttpResult> Get(TicketKey id, Guid attachmentId, ISender sender, HttpContext http, CancellationToken ct)
    {
        var file = await sender.Send(new GetAttachment(id, attachmentId), ct);
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            file.Content, file.MediaType, file.Name, file.UploadedAt, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Hash)}\""), enableRangeProcessing: true);
    }

    /// <summary>Removes a file: one's own, or any with the right to redact.</summary>
    private static async Task<NoContent> Remove(TicketKey id, Guid attachmentId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RemoveAttachment(id, attachmentId), ct);
        return TypedResults.NoContent();
    }

    private static Visibility Seen(string? word) => word switch
    {
        null or "" or "public" => Visibility.Public,
        "internal" => Visibility.Internal,
        _ => throw new MalformedRequestException(ProblemCodes.Malformed, "visibility", "Visibility is public or internal."),
    };

    private static FileUpload Sent(IFormFile file) => new(file.FileName, file.Length, file.OpenReadStream);

    // The body may be a little longer than the file in it. Our own filter looks after forgery.
    private static void TakesAFile(this RouteHandlerBuilder endpoint) =>
        endpoint.DisableAntiforgery().WithRequestTimeout(TimeLimits.Upload).WithMetadata(new BodyLimit(Attachment.MaxSize + (64 * 1024)));

    private sealed record BodyLimit(long Bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Bytes;
    }
}
