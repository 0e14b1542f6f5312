using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Events;

namespace ServiceDesk.Api.Tests.Events;

public sealed class EventStreamTests : ApiTest
{
    private readonly CancellationTokenSource stop = new();
    private Task pumping = Task.CompletedTask;

    // Other databases of the same PostgreSQL may hold events back for a moment, as in life.
    [OneTimeSetUp]
    public void Pump()
    {
        // The first use starts the server, which two threads must not do at once.
        var feed = Desk.Services.GetRequiredService<EventFeed>();
        pumping = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (!stop.IsCancellationRequested && await timer.WaitForNextTickAsync())
                await feed.PumpAsync(default);
        });
    }

    [OneTimeTearDown]
    public async Task StopPumping()
    {
        await stop.CancelAsync();
        await pumping;
        stop.Dispose();
    }

    [Test]
    public async Task A_reader_hears_of_what_they_may_see_in_order()
    {
        await using var alice = await OpenAsync("alice");
        await using var tom = await OpenAsync("tom");
        var foreign = await As("tom").Open("Somebody else's");
        var hers = await As("alice").Open("Her screen flickers");
        (await As("tom").Post($"incidents/{hers.Id}/start")).Expect(HttpStatusCode.OK);

        var heard = await alice.UntilAsync("ticket.moved", hers.Id);
        Assert.That(heard.Where(e => e.Id == hers.Id).Select(e => e.Type), Is.EqualTo(new[] { "ticket.opened", "ticket.reassigned", "ticket.moved" }));
        Assert.That(heard.Select(e => e.Id), Does.Not.Contain(foreign.Id));
        Assert.That((await tom.UntilAsync("ticket.moved", hers.Id)).Select(e => e.Id), Does.Contain(foreign.Id));
    }

    [Test]
    public async Task Nobody_hears_that_their_ticket_was_tied_to_one_they_do_not_see()
    {
        var (own, seen, hidden) = (await As("alice").Open("Her own"), await As("alice").Open("Hers too"), await As("tom").Open("Not hers"));
        await using var alice = await OpenAsync("alice");
        await using var tom = await OpenAsync("tom");
        (await As("tom").Post($"incidents/{own.Id}/links", new { type = "relatedTo", targetId = hidden.Id })).Expect(HttpStatusCode.Created);
        (await As("tom").Patch($"incidents/{own.Id}", new { parentId = hidden.Id })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{hidden.Id}/merge", new { intoId = own.Id })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{own.Id}/links", new { type = "relatedTo", targetId = seen.Id })).Expect(HttpStatusCode.Created);
        var end = await As("alice").Open("The end");

        await alice.UntilAsync("ticket.opened", end.Id);
        await tom.UntilAsync("ticket.opened", end.Id);

        Assert.That(alice.Heard("ticket.changed").Count(d => d.GetProperty("id").GetString() == own.Id), Is.EqualTo(1));
        Assert.That(tom.Heard("ticket.changed").Count(d => d.GetProperty("id").GetString() == own.Id), Is.EqualTo(4));
    }

    [Test]
    public async Task A_reader_that_comes_back_hears_what_was_missed_and_no_more()
    {
        string lastId;
        var second = "";
        await using (var before = await OpenAsync("alice"))
        {
            second = (await As("alice").Open("Second")).Id;
            await before.UntilAsync("ticket.opened", second);
            lastId = before.LastId!;
        }

        var missed = await As("alice").Open("Third");
        await using var after = await OpenAsync("alice", lastId);

        Assert.That(await after.UntilAsync("ticket.opened", missed.Id), Is.EqualTo(new[] { ("ticket.opened", missed.Id) }));
    }

    [Test]
    public async Task Whoever_was_away_too_long_is_told_to_load_afresh()
    {
        await using var stale = await OpenAsync("alice", "1-1");

        Assert.That((await stale.UntilAsync("reset", null))[0].Type, Is.EqualTo("reset"));
    }

    [Test]
    public async Task Who_opens_works_on_and_leaves_a_ticket_is_told_to_those_who_work_there_once()
    {
        var opened = await As("alice").Open("Seen by many");
        await using var alice = await OpenAsync("alice");
        await using var tina = await OpenAsync("tina");
        foreach (var activity in new[] { "viewing", "viewing", "replying" })
            (await As("tom").Post($"tickets/{opened.Id}/presence", new { activity })).Expect(HttpStatusCode.OK);
        (await As("tom").Delete($"tickets/{opened.Id}/presence")).Expect(HttpStatusCode.NoContent);
        (await As("tom").Delete($"tickets/{opened.Id}/presence")).Expect(HttpStatusCode.NoContent);
        var end = await As("alice").Open("The end");

        await tina.UntilAsync("ticket.opened", end.Id);
        await alice.UntilAsync("ticket.opened", end.Id);

        var heard = tina.Heard("presence.changed").Where(d => d.GetProperty("id").GetString() == opened.Id).ToList();
        Assert.That(heard.Select(d => d.GetProperty("presence").GetProperty("activity").GetString()), Is.EqualTo(new[] { "viewing", "replying", null }));
        Assert.That(heard.Select(d => d.GetProperty("actor").GetProperty("name").GetString()), Is.All.EqualTo("Tom Becker"));
        Assert.That(heard[0].GetProperty("presence").GetProperty("until").GetDateTimeOffset(), Is.EqualTo(Clock.GetUtcNow().AddSeconds(30)));
        Assert.That(heard[0].GetProperty("reference").GetString(), Is.EqualTo(opened["reference"].GetString()));
        Assert.That(alice.Heard("presence.changed"), Is.Empty);
        Assert.That((await As("tina").Get($"tickets/{opened.Id}/presence"))["items"].GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Who_comes_back_after_half_a_minute_is_told_of_again()
    {
        var opened = await As("alice").Open("Left and found");
        (await As("tom").Post($"tickets/{opened.Id}/presence", new { activity = "viewing" })).Expect(HttpStatusCode.OK);
        await using var tina = await OpenAsync("tina");

        Clock.Advance(TimeSpan.FromSeconds(31));
        (await As("tom").Post($"tickets/{opened.Id}/presence", new { activity = "viewing" })).Expect(HttpStatusCode.OK);

        await tina.UntilAsync("presence.changed", opened.Id);
        Assert.That(tina.Heard("presence.changed"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Who_reads_notes_for_one_team_hears_of_notes_there_alone()
    {
        var id = (await As("admin").Post("users", new { userName = "nina", name = "Nina Weber", roles = new[] { "employee" } })).Id;
        (await As("admin").Post($"users/{id}/grants", new { role = "technician", teamId = await TeamId("network") })).Expect(HttpStatusCode.Created);
        var client = await Desk.TokenFor("nina");
        var (own, theirs) = (await client.Open("My screen flickers"), await As("alice").Open("The switch hums"));
        (await As("dan").Post($"incidents/{theirs.Id}/assign", new { teamId = await TeamId("network") })).Expect(HttpStatusCode.OK);
        await using var nina = await OpenAsync(client);

        foreach (var ticket in new[] { own.Id, theirs.Id })
        {
            (await As("tom").Post($"tickets/{ticket}/presence", new { activity = "viewing" })).Expect(HttpStatusCode.OK);
            (await As("tom").Post($"incidents/{ticket}/comments", new { body = "Between us", visibility = "internal" })).Expect(HttpStatusCode.Created);
        }

        (await As("tom").Post($"incidents/{own.Id}/comments", new { body = "We look at it", visibility = "public" })).Expect(HttpStatusCode.Created);
        await nina.UntilAsync("ticket.commented", own.Id);

        Assert.That(nina.Heard("ticket.commented").Select(d => d.GetProperty("id").GetString()), Is.EqualTo(new[] { theirs.Id, own.Id }));
        Assert.That(nina.Heard("ticket.commented").Select(d => d.GetProperty("version").GetInt64()), Is.EqualTo(new[] { 3L, 2 }));
        Assert.That(nina.Heard("presence.changed").Select(d => d.GetProperty("id").GetString()), Is.EqualTo(new[] { theirs.Id }));
    }

    [Test]
    public async Task Nobody_hears_nothing()
    {
        (await Desk.Nobody().Get("events")).Expect(HttpStatusCode.Unauthorized, "session.required");
    }

    private Task<Reader> OpenAsync(string userName, string? lastId = null) => OpenAsync(As(userName), lastId);

    private static async Task<Reader> OpenAsync(ApiClient client, string? lastId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));
        var reader = new Reader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        await reader.HelloAsync();
        return reader;
    }

    private sealed class Reader(HttpResponseMessage response, StreamReader lines) : IAsyncDisposable
    {
        private readonly List<(string Type, JsonElement Data)> all = [];

        public string? LastId { get; private set; }

        public List<JsonElement> Heard(string type) => [.. all.Where(a => a.Type == type).Select(a => a.Data)];

        public async Task HelloAsync() => Assert.That((await NextAsync(default)).Type, Is.EqualTo("hello"));

        public async Task<List<(string Type, string? Id)>> UntilAsync(string type, string? id)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            List<(string Type, string? Id)> heard = [];
            do
            {
                var (next, data) = await NextAsync(limit.Token);
                all.Add((next, data));
                heard.Add((next, data.TryGetProperty("id", out var about) ? about.GetString() : null));
            }
            while (heard[^1] != (type, id));
            return heard;
        }

        public ValueTask DisposeAsync()
        {
            response.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task<(string Type, JsonElement Data)> NextAsync(CancellationToken limit)
        {
            var (type, data) = ("", "");
            while (await lines.ReadLineAsync(limit) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                    type = line[7..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                    data = line[6..];
                else if (line.StartsWith("id: ", StringComparison.Ordinal))
                    LastId = line[4..];
                else if (line.Length == 0 && type.Length > 0)
                    return (type, JsonElement.Parse(data));
            }

            throw new EndOfStreamException();
        }
    }
}
