using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>Ruling 16: who does not read a ticket's notes is told of them by nothing, not by a number that grew either.</summary>
public sealed class PublicVersionTests : ApiTest
{
    [Test]
    public async Task A_note_a_worklog_and_a_task_change_nothing_the_requester_can_count()
    {
        var opened = await As("alice").Open();
        await Comment(opened.Id, "We look at it", "public");
        var before = await Seen("alice", opened.Id);
        var staff = (await As("tom").Get($"incidents/{opened.Id}"))["version"].GetInt64();

        await WorkInside(opened.Id);

        Assert.That(await Seen("alice", opened.Id), Is.EqualTo(before));
        Assert.That((await As("tom").Get($"incidents/{opened.Id}"))["version"].GetInt64(), Is.EqualTo(staff + 3));
    }

    [Test]
    public async Task What_follows_a_note_counts_on_as_if_it_were_not_there()
    {
        var opened = await As("alice").Open();
        await WorkInside(opened.Id);

        var said = await Comment(opened.Id, "We look at it", "public");

        var read = await As("alice").Get($"incidents/{opened.Id}");
        Assert.That(read["version"].GetInt64(), Is.EqualTo(2));
        Assert.That(read.ETag, Is.EqualTo("\"2\""));
        Assert.That(said["ticket"].GetProperty("version").GetInt64(), Is.EqualTo(5));
        var entries = (await As("alice").Get($"incidents/{opened.Id}/timeline"))["items"].EnumerateArray().ToList();
        Assert.That(entries.Select(e => (e.GetProperty("sequence").GetInt64(), e.GetProperty("version").GetInt64())), Is.EqualTo(new[] { (1L, 1L), (2L, 2L) }));
        Assert.That((await As("alice").Get("tickets?limit=100"))["items"].EnumerateArray().Single(t => t.GetProperty("id").GetString() == opened.Id)
            .GetProperty("version").GetInt64(), Is.EqualTo(2));
    }

    [Test]
    public async Task The_requesters_condition_holds_while_nothing_public_happened_and_says_what_did()
    {
        var opened = await As("alice").Open();
        await WorkInside(opened.Id);
        (await As("alice").Patch($"incidents/{opened.Id}", new { description = "It is the big one." }, opened.ETag)).Expect(HttpStatusCode.OK);

        var late = (await As("alice").Patch($"incidents/{opened.Id}", new { description = "No, the small one." }, opened.ETag))
            .Expect(HttpStatusCode.PreconditionFailed);

        Assert.That(late.ETag, Is.EqualTo("\"2\""));
        var changes = late["changes"].EnumerateArray().Select(c => (c.GetProperty("version").GetInt64(), c.GetProperty("type").GetString()));
        Assert.That(changes, Is.EqualTo(new[] { (2L, "fieldsChanged") }));
    }

    [Test]
    public async Task The_timeline_is_paged_by_what_its_reader_may_count()
    {
        var opened = await As("alice").Open();
        foreach (var word in new[] { "one", "two", "three" })
        {
            await WorkInside(opened.Id);
            await Comment(opened.Id, word, "public");
        }

        List<long> read = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await As("alice").Get($"incidents/{opened.Id}/timeline?limit=1{(cursor.Length > 0 ? "&cursor=" + cursor : "")}")).Expect(HttpStatusCode.OK);
            read.AddRange(page["items"].EnumerateArray().Select(e => e.GetProperty("sequence").GetInt64()));
            cursor = page["nextCursor"].GetString();
        }

        Assert.That(read, Is.EqualTo(new[] { 1L, 2, 3, 4 }));
    }

    [Test]
    public async Task Lists_are_ordered_and_searched_by_the_last_change_their_reader_knows_of()
    {
        var quiet = await As("alice").Open("The beamer hums");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var talked = await As("alice").Open("The beamer flickers");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var since = Uri.EscapeDataString(Clock.GetUtcNow().ToString("O"));
        await WorkInside(quiet.Id);

        Assert.That(await Ids("alice", "tickets?q=beamer&sort=-updatedAt"), Is.EqualTo(new[] { talked.Id, quiet.Id }));
        Assert.That(await Ids("alice", $"incidents?updatedSince={since}"), Is.Empty);
        Assert.That(await Ids("alice", "tickets?q=beamer updated:>=" + since), Is.Empty);
        Assert.That(await Ids("tom", $"incidents?updatedSince={since}"), Is.EqualTo(new[] { quiet.Id }));
        Assert.That((await Ids("tom", "tickets?q=beamer&sort=-updatedAt"))[0], Is.EqualTo(quiet.Id));
    }

    [Test]
    public async Task Who_reads_the_notes_of_one_team_counts_them_there_alone()
    {
        var id = (await As("admin").Post("users", new { userName = "nina", name = "Nina Weber", roles = new[] { "employee" } })).Expect(HttpStatusCode.Created).Id;
        (await As("admin").Post($"users/{id}/grants", new { role = "technician", teamId = await TeamId("network") })).Expect(HttpStatusCode.Created);
        var nina = await Desk.TokenFor("nina");
        var (own, theirs) = (await nina.Open("My screen flickers"), await As("alice").Open("The switch hums"));
        (await As("dan").Post($"incidents/{theirs.Id}/assign", new { teamId = await TeamId("network") })).Expect(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await WorkInside(own.Id);
        await WorkInside(theirs.Id);

        foreach (var path in new[] { "tickets?sort=-updatedAt", "tickets?q=screen or switch", "tickets?sort=updatedAt&limit=1" })
        {
            var rows = (await nina.Get(path)).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
                .ToDictionary(t => t.GetProperty("id").GetString()!, t => t.GetProperty("version").GetInt64());
            Assert.That(rows.GetValueOrDefault(own.Id, 1), Is.EqualTo(1), path);
            Assert.That(rows.GetValueOrDefault(theirs.Id, 5), Is.EqualTo(5), path);
        }

        Assert.That((await nina.Get($"incidents/{own.Id}"))["version"].GetInt64(), Is.EqualTo(1));
        Assert.That((await nina.Get($"incidents/{theirs.Id}"))["version"].GetInt64(), Is.EqualTo(5));
    }

    [Test]
    public async Task Why_a_deadline_is_what_it_is_names_the_lines_of_the_timeline_as_its_reader_counts_them()
    {
        var opened = await As("alice").Open();
        await WorkInside(opened.Id);
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await As("tom").Post($"incidents/{opened.Id}/start")).Expect(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var who in new[] { "alice", "tom" })
        {
            var read = (await As(who).Get($"incidents/{opened.Id}/timeline?limit=100")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
                .ToDictionary(e => e.GetProperty("sequence").GetInt64(), e => e.GetProperty("type").GetString());
            var named = (await As(who).Get($"service-levels/explain?ticket={opened.Id}")).Expect(HttpStatusCode.OK)["clocks"].EnumerateArray()
                .SelectMany(c => c.GetProperty("intervals").EnumerateArray()).Select(i => i.GetProperty("byEvent")).Where(e => e.ValueKind == JsonValueKind.Object)
                .Select(e => (e.GetProperty("sequence").GetInt64(), e.GetProperty("type").GetString())).ToList();

            Assert.That(named.Select(n => n.Item1).Distinct().Count(), Is.GreaterThan(1), who);
            Assert.That(named, Is.All.Matches<(long Sequence, string? Type)>(n => read.GetValueOrDefault(n.Sequence) == n.Type), who);
        }
    }

    private async Task WorkInside(string id)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Comment(id, "She always does this.", "internal");
        (await As("tom").Post($"incidents/{id}/worklogs", new { minutes = 30, text = "Looked at it" })).Expect(HttpStatusCode.Created);
        (await As("tom").Post($"incidents/{id}/tasks", new { title = "Order a new one" })).Expect(HttpStatusCode.Created);
    }

    private async Task<Answer> Comment(string id, string body, string visibility) =>
        (await As("tom").Post($"incidents/{id}/comments", new { body, visibility })).Expect(HttpStatusCode.Created);

    /// <summary>Everything that somebody gets to see of a ticket, as text.</summary>
    private async Task<string> Seen(string who, string id)
    {
        var incident = (await As(who).Get($"incidents/{id}")).Expect(HttpStatusCode.OK);
        var row = (await As(who).Get("tickets?limit=100")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Single(t => t.GetProperty("id").GetString() == id);
        return string.Join("\n", incident.ETag, Still(incident.Json), Still(row), (await As(who).Get($"incidents/{id}/timeline")).Text);
    }

    // What the clocks say of themselves goes on with the time.
    private static string Still(JsonElement ticket) =>
        string.Join("\n", ticket.EnumerateObject().Where(m => m.Name is not ("serviceLevel" or "serviceLevels")).Select(m => m.ToString()));

    private async Task<string[]> Ids(string who, string path) =>
        [.. (await As(who).Get(path)).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Select(t => t.GetProperty("id").GetString()!)];
}
