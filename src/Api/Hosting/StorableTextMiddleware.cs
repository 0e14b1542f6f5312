using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Hosting;

/// <summary>
/// Refuses the one character that is text in JSON and in addresses and none in the database: U+0000. It is looked for once, before anything
/// reads the request, so that no member can be forgotten. Rows of files are judged where they are read.
/// </summary>
internal sealed class StorableTextMiddleware(RequestDelegate next)
{
    private const int KeptInMemory = 1 << 20;
    private const string Text = "It holds the character U+0000, which is no text.";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.Value?.Contains('\0', StringComparison.Ordinal) == true)
            throw new NotFoundException("What this address names");
        if (request.QueryString.HasValue && request.Query.FirstOrDefault(p => Holds(p.Key) || p.Value.Any(Holds)) is { Key: not null } parameter)
            throw Refused(parameter.Key.Replace("\0", "", StringComparison.Ordinal));
        if (request.HasJsonContentType() && !IsUtf8(request))
            throw new BadHttpRequestException("JSON is read as UTF-8 only (RFC 8259).", StatusCodes.Status415UnsupportedMediaType);
        if (request.HasJsonContentType() && await PeekAsync(request, context.RequestAborted) is { } member)
            throw Refused(member);

        await next(context);
    }

    // In another charset the character would be written otherwise than it is looked for below.
    private static bool IsUtf8(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue)
            return true;
        if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return false;

        // Whoever binds it looks the name up with the quotes it may stand in, and finds none.
        type.Charset = "utf-8";
        request.ContentType = type.ToString();
        return true;
    }

    private static bool Holds(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    private static MalformedRequestException Refused(string member) => new("validation", member, Text);

    // Read once more by whoever binds it. Kept in memory up to the size that JSON usually has.
    private static async Task<string?> PeekAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering(KeptInMemory);
        var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, KeptInMemory));
        await request.Body.CopyToAsync(body, ct);
        request.Body.Position = 0;
        var json = body.GetBuffer().AsMemory(0, (int)body.Length);
        // Whoever binds it skips the mark, too.
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        return MayHold(json.Span) ? Find(json) : null;
    }

    // The only way JSON can write it. Also true of a backslash that stands before it as text: then nothing is found.
    private static bool MayHold(ReadOnlySpan<byte> json) => json.IndexOf("\\u0000"u8) >= 0;

    private static string? Find(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Find(document.RootElement, "");
        }
        catch (JsonException)
        {
            // Whoever reads it says what is wrong with it.
            return null;
        }
    }

    private static string? Find(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.String => Holds(value.GetString()) ? path.Length == 0 ? "body" : path : null,
        JsonValueKind.Object => value.EnumerateObject().Select(m => Holds(m.Name) ? path.Length == 0 ? "body" : path : Find(m.Value, path.Length == 0 ? m.Name : $"{path}.{m.Name}"))
            .FirstOrDefault(found => found is not null),
        JsonValueKind.Array => value.EnumerateArray().Select((item, at) => Find(item, $"{path}[{at}]")).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
