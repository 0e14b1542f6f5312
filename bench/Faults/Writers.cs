using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace ServiceDesk.Faults;

/// <summary>Callers that open, comment and start incidents, each write under a key of its own, sent again until it is acknowledged.</summary>
internal sealed class Writers(Site site, CancellationToken stop)
{
    private int acknowledged;
    private int retried;
    private int replayed;
    private int unexpected;
    private int number;

    public int Acknowledged => acknowledged;

    public int Retried => retried;

    public int Replayed => replayed;

    /// <summary>Answers 500: what was killed may be missed, but never be a surprise.</summary>
    public int Unexpected => unexpected;

    /// <summary>What was acknowledged: the incident by its title, the comment by its text.</summary>
    public ConcurrentDictionary<string, string> Incidents { get; } = new();

    public ConcurrentDictionary<string, string> Comments { get; } = new();

    public ConcurrentBag<string> Started { get; } = [];

    public Task RunAsync(int callers) => Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(WriteAsync)));

    private async Task WriteAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var name = $"fault-{Interlocked.Increment(ref number)}";
            var id = await SendAsync("incidents", $$"""{"title":"{{name}}","impact":"medium","urgency":"medium"}""", name);
            Incidents[name] = id;
            Comments[name + " comment"] = await SendAsync($"incidents/{id}/comments", $$"""{"body":"{{name}} comment","visibility":"internal"}""", name + "-c");
            await SendAsync($"incidents/{id}/start", "{}", name + "-s");
            Started.Add(id);
        }
    }

    private async Task<string> SendAsync(string path, string body, string key)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{Site.Urls[Random.Shared.Next(2)]}/api/v1/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                request.Headers.Authorization = new("Bearer", Site.TokenOf("tom"));
                request.Headers.Add("Idempotency-Key", key);
                using var response = await site.Http.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                if (response.IsSuccessStatusCode)
                {
                    Interlocked.Increment(ref acknowledged);
                    if (response.Headers.Contains("Idempotency-Replayed"))
                        Interlocked.Increment(ref replayed);
                    using var json = JsonDocument.Parse(text);
                    return json.RootElement.GetProperty("id").GetString()!;
                }

                if ((int)response.StatusCode == 500 && Interlocked.Increment(ref unexpected) == 1)
                    Console.WriteLine($"{path}: 500 {text}");

                // Under way elsewhere or out of order for a moment: the same write again. Anything else is a refusal that nobody expects.
                if ((int)response.StatusCode is not (409 or 429 or 500 or 502 or 503 or 401))
                    throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {text}");
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
            {
                // Killed in between: nobody knows whether it was done.
            }

            if (attempt == 0)
                Interlocked.Increment(ref retried);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
