using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace ServiceDesk.Load;

/// <summary>What one caller does over and over: the next request, by a running number that no other caller gets.</summary>
internal delegate HttpRequestMessage NextRequest(int number);

/// <summary>Requests per second and the times they took, in milliseconds.</summary>
internal sealed record Measured(double PerSecond, double Median, double P99, int Requests, int Failed);

/// <summary>So many callers, each with one request under way, for so long.</summary>
internal static class Caller
{
    private static readonly SocketsHttpHandler Handler = new() { MaxConnectionsPerServer = 64, PooledConnectionLifetime = Timeout.InfiniteTimeSpan };
    private static readonly HttpClient Http = new(Handler, disposeHandler: false);
    private static int number;

    public static HttpClient Client => Http;

    public static async Task<Measured> RunAsync(NextRequest next, int callers, TimeSpan duration)
    {
        var times = new ConcurrentBag<double>();
        var failed = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < duration)
            {
                using var request = next(Interlocked.Increment(ref number));
                var started = Stopwatch.GetTimestamp();
                using var response = await Http.SendAsync(request);
                await response.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (!response.IsSuccessStatusCode && Interlocked.Increment(ref failed) == 1)
                    await Console.Error.WriteLineAsync($"{request.RequestUri}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            }
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        var sorted = times.Order().ToList();
        return new Measured(sorted.Count / seconds, At(sorted, 0.5), At(sorted, 0.99), sorted.Count, failed);
    }

    public static HttpRequestMessage Request(string method, string url, string? token, string? body = null, string? key = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
