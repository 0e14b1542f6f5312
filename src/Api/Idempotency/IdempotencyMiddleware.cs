using System.Text.Json;
using Microsoft.Extensions.Primitives;
using ServiceDesk.Api.Endpoints;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Infrastructure.Idempotency;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Idempotency;

/// <summary>
/// Any POST may bring an Idempotency-Key (ruling 12): its answer is rendered before the commit, stored with what the request did, and
/// given again, byte for byte, to whoever repeats it within a day. It is no endpoint filter, because it must see the body as sent.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, ConnectionReserve reserve)
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>The code of a key where none is taken: to ignore it would make two secrets of one request.</summary>
    public const string NotHere = "idempotency.not_here";

    private static readonly string[] KeptHeaders = ["Content-Type", "Content-Language", "Content-Disposition", "Location", "ETag", "Link"];

    public async Task InvokeAsync(HttpContext context, Caller caller, IdempotentRequests requests)
    {
        if (!HttpMethods.IsPost(context.Request.Method)
            || !context.Request.Headers.TryGetValue(Header, out var header)
            || !caller.User.IsAuthenticated
            || context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<NoAntiforgery>() is not null)
        {
            await next(context);
            return;
        }

        if (endpoint.Metadata.GetMetadata<NotReplayed>() is not null)
            throw new MalformedRequestException(NotHere, Header, "This answer is not kept, so a repeat would be done again. Send it without a key, and look before you repeat it.");
        var key = Checked(header);
        var fingerprint = await RequestFingerprint.OfAsync(context.Request, context.RequestAborted);
        context.Features.Set(new IdempotentCall(key, fingerprint));
        using var place = await reserve.EnterAsync(context.RequestAborted);
        try
        {
            await AnswerAsync(context, requests, key, fingerprint);
        }
        finally
        {
            await requests.EndAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context, IdempotentRequests requests, string key, byte[] fingerprint)
    {
        var (state, stored) = await requests.BeginAsync(key, context.RequestAborted);
        if (state == KeyState.UnderWay)
            throw new RuleViolationException("idempotency.in_progress", "The first request with this key is under way. Try again in a moment.");
        if (stored is not null)
        {
            if (!stored.Fingerprint.AsSpan().SequenceEqual(fingerprint))
                throw RuleViolationException.Meaning("idempotency.key_reused", "This key was used for another request. Use a key once.");
            await requests.EndAsync();
            await ReplayAsync(context.Response, stored, context.RequestAborted);
            return;
        }

        var body = await RunAsync(context, requests, key, fingerprint);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Lets the request do its work and render into memory; nothing reaches the caller before the commit.</summary>
    private async Task<ReadOnlyMemory<byte>> RunAsync(HttpContext context, IdempotentRequests requests, string key, byte[] fingerprint)
    {
        var (response, outside) = (context.Response, context.Response.Body);
        using var rendered = new MemoryStream();
        response.Body = rendered;
        try
        {
            await next(context);
            await response.BodyWriter.FlushAsync(context.RequestAborted);
            if (response.StatusCode is >= 200 and < 300)
                await requests.CompleteAsync(key, Answer(response, rendered, fingerprint), CancellationToken.None);
            else
                await requests.CommitAsync(CancellationToken.None);
            return rendered.ToArray();
        }
        catch
        {
            response.ContentLength = null;
            response.ContentType = null;
            throw;
        }
        finally
        {
            response.Body = outside;
        }
    }

    private static IdempotentAnswer Answer(HttpResponse response, MemoryStream rendered, byte[] fingerprint) => new()
    {
        Fingerprint = fingerprint,
        Status = response.StatusCode,
        Headers = JsonSerializer.Serialize(KeptHeaders.Where(response.Headers.ContainsKey).ToDictionary(h => h, h => response.Headers[h].ToString())),
        Body = rendered.ToArray(),
    };

    private static async Task ReplayAsync(HttpResponse response, IdempotentAnswer stored, CancellationToken ct)
    {
        response.StatusCode = stored.Status;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Headers)!)
            response.Headers[name] = value;
        response.Headers[ReplayedHeader] = "true";
        await response.Body.WriteAsync(stored.Body, ct);
    }

    private static string Checked(StringValues header) =>
        header is [{ Length: > 0 and <= IdempotentRequests.KeyMaxLength } key] && !string.IsNullOrWhiteSpace(key) ? key
        : throw new MalformedRequestException("idempotency.key_malformed", Header, $"One key of 1 to {IdempotentRequests.KeyMaxLength} characters.");
}

/// <summary>Marks an endpoint whose answer is never kept: it holds a secret, or its repeat means something new. It refuses a key (ADR 0025).</summary>
internal sealed class NotReplayed;
