using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>What a ticket's page costs the database: few statements, and as many for a long history as for a short one.</summary>
public sealed class StatementBudgetTests : ApiTest
{
    private const int PageBudget = 12;
    // The timeline's: the ticket, its duplicates, the lines, names, messages, files.
    private const int ListBudget = 6;
    private const string BelowATicket = "api/v1/incidents/{id}/";

    [Test]
    public async Task A_ticket_takes_as_many_statements_with_two_hundred_messages_as_with_ten()
    {
        var opened = await As("alice").Open();
        await CommentAsync(opened.Id, 10);
        var few = await CountAsync($"incidents/{opened.Id}");
        await CommentAsync(opened.Id, 190);

        var many = await CountAsync($"incidents/{opened.Id}");

        Assert.That(few, Is.InRange(1, PageBudget));
        Assert.That(many, Is.EqualTo(few));
    }

    [Test]
    public async Task Each_list_below_a_ticket_keeps_its_budget_however_long_it_is()
    {
        var opened = await As("alice").Open();
        await CommentAsync(opened.Id, 3);
        var lists = Lists();
        var few = await CountAsync(opened.Id, lists);
        await CommentAsync(opened.Id, 40);

        var many = await CountAsync(opened.Id, lists);

        Assert.That(lists, Has.Count.GreaterThanOrEqualTo(5));
        Assert.That(few.Values, Is.All.InRange(1, ListBudget));
        Assert.That(many, Is.EqualTo(few));
    }

    private List<string> Lists() =>
        [.. Desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => e.RoutePattern.RawText!.TrimStart('/').TrimEnd('/'))
            .Where(p => p.StartsWith(BelowATicket, StringComparison.Ordinal) && p.Count(c => c == '{') == 1)
            .Select(p => p[BelowATicket.Length..]).Distinct()];

    private async Task<Dictionary<string, int>> CountAsync(string incident, List<string> lists)
    {
        Dictionary<string, int> counts = [];
        foreach (var list in lists)
            counts[list] = await CountAsync($"incidents/{incident}/{list}");
        return counts;
    }

    // Each message with a file of its own.
    private async Task CommentAsync(string incident, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent("a note"u8.ToArray()), "file", "note.txt" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/attachments") { Content = form };
            var file = (await As("tom").Send(request)).Expect(HttpStatusCode.Created);
            (await As("tom").Post($"incidents/{incident}/comments", new { body = $"Message {i}", visibility = "public", attachmentIds = new[] { file.Id } })).Expect(HttpStatusCode.Created);
        }
    }

    // Rights and settings are kept for two seconds: what counts is a call while they are known. The least of three is one.
    private async Task<int> CountAsync(string path)
    {
        var least = int.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            await As("tom").Get(path);
            least = Math.Min(least, await CountOnceAsync(path));
        }

        return least;
    }

    private async Task<int> CountOnceAsync(string path)
    {
        var trace = ActivityTraceId.CreateRandom();
        var count = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a => _ = a.Source.Name == "Npgsql" && a.TraceId == trace ? Interlocked.Increment(ref count) : 0,
        };
        ActivitySource.AddActivityListener(listener);
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/" + path);
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        (await As("tom").Send(request)).Expect(HttpStatusCode.OK);
        return count;
    }
}
