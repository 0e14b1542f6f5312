using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Metadata;

namespace ServiceDesk.Api.Hosting;

/// <summary>
/// JSON is application/json, and a patch a merge patch: the framework would read application/json-patch+json, whose list of operations is
/// something else, and any other +json as well.
/// </summary>
internal sealed class MediaTypeMiddleware(RequestDelegate next)
{
    private const string Json = "application/json";
    private const string MergePatch = "application/merge-patch+json";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.HasJsonContentType() && context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null
            && MediaTypeHeaderValue.TryParse(request.ContentType, out var sent) && !IsRead(sent.MediaType, HttpMethods.IsPatch(request.Method)))
        {
            throw new BadHttpRequestException(
                $"'{sent.MediaType}' is not read here. Send {(HttpMethods.IsPatch(request.Method) ? $"{MergePatch} or {Json}" : Json)}.", StatusCodes.Status415UnsupportedMediaType);
        }

        return next(context);
    }

    private static bool IsRead(string? type, bool patches) =>
        string.Equals(type, Json, StringComparison.OrdinalIgnoreCase) || (patches && string.Equals(type, MergePatch, StringComparison.OrdinalIgnoreCase));
}
