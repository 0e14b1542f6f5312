using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Api.Security;
using ServiceDesk.Application.Common;
using ServiceDesk.Infrastructure.Events;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Endpoints;

internal static class EventEndpoints
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", Stream).WithName("StreamEvents").WithTags("Events").Produces<string>(200, "text/event-stream")
            .DisableRequestTimeout();

    /// <summary>
    /// Server-Sent Events of what the caller may see, as it is committed. Each carries { type, entity, id, reference, version,
    /// changedFields, actor, at }, and presence { activity, until } where somebody opened, worked on or left a ticket; the first, "hello", says that nothing is
    /// missed from then on. Last-Event-ID resumes for 24 hours, then "reset" says: load afresh. "ping" keeps the line open.
    /// </summary>
    private static ServerSentEventsResult<string> Stream(
        HttpContext http, ICurrentUser user, EventFeed feed, AccessReader access, IHostApplicationLifetime life, TimeProvider clock)
    {
        if (!user.IsAuthenticated)
            throw new UnauthenticatedException();

        // Shutting down must not wait for every open page.
        var until = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(until);
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var last = http.Request.Headers["Last-Event-ID"].ToString();
        return TypedResults.ServerSentEvents(Items(feed.StreamAsync(Who(http, access), last, until.Token), clock, until.Token));
    }

    private static async IAsyncEnumerable<SseItem<string>> Items(IAsyncEnumerable<FeedItem> feed, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        var lines = Channel.CreateBounded<SseItem<string>>(64);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var pumping = PumpAsync(feed, lines.Writer, both.Token);
        var pinging = PingAsync(lines.Writer, clock, both.Token);
        try
        {
            while (await WaitAsync(lines.Reader, ct))
            {
                while (lines.Reader.TryRead(out var line))
                    yield return line;
            }
        }
        finally
        {
            await both.CancelAsync();
            await Task.WhenAll(pumping, pinging).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task PumpAsync(IAsyncEnumerable<FeedItem> feed, ChannelWriter<SseItem<string>> lines, CancellationToken ct)
    {
        try
        {
            await foreach (var item in feed.WithCancellation(ct))
                await lines.WriteAsync(ToLine(item), ct);
        }
        finally
        {
            lines.TryComplete();
        }
    }

    private static SseItem<string> ToLine(FeedItem item) =>
        item.Id is { } id ? new(item.Data, item.Type) { EventId = id } : new(item.Data, item.Type) { ReconnectionInterval = RetryAfter };

    private static async Task PingAsync(ChannelWriter<SseItem<string>> lines, TimeProvider clock, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(PingEvery, clock, ct);
            lines.TryWrite(new SseItem<string>("{}", "ping"));
        }
    }

    private static async ValueTask<bool> WaitAsync(ChannelReader<SseItem<string>> lines, CancellationToken ct)
    {
        try
        {
            return await lines.WaitToReadAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // Asked again at every delivery, so that a revoked session hears no more.
    private static Func<CancellationToken, Task<ICurrentUser?>> Who(HttpContext http, AccessReader access)
    {
        if (http.User.FindFirstValue(SecurityRegistration.SessionClaim) is { } session)
            return ct => access.OfSessionAsync(Guid.Parse(session), ct);

        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(http.Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim()));
        return ct => access.OfTokenAsync(hash, ct);
    }
}
