using System.Net;
using System.Text.Json;
using ServiceDesk.Api.Tests.ServiceLevels;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Who lost a race on a record of administration is told who changed what, and when, as on a ticket.</summary>
public sealed class LostRaceTests : ApiTest
{
    [TestCase("sites", "name", """{ "name": "Race" }""")]
    [TestCase("departments", "name", """{ "name": "Race" }""")]
    [TestCase("teams", "name", """{ "key": "race", "name": "Race" }""")]
    [TestCase("roles", "name", """{ "key": "race", "name": "Race", "permissions": ["reports.read"] }""")]
    [TestCase("categories", "name", """{ "key": "race", "name": "Race" }""")]
    [TestCase("services", "name", """{ "key": "race", "name": "Race" }""")]
    [TestCase("custom-fields", "name", """{ "key": "race", "type": "text", "name": "Race" }""")]
    [TestCase("users", "name", """{ "userName": "race", "name": "Race" }""")]
    [TestCase("service-accounts", "name", """{ "userName": "race.machine", "name": "Race", "roles": ["technician"] }""")]
    [TestCase("service-levels/holiday-sets", "name", """{ "name": "Race", "days": [{ "date": "2026-12-24", "label": "Christmas Eve" }] }""")]
    [TestCase("replies", "name", """{ "name": "Race", "body": "x" }""")]
    [TestCase("views", "name", """{ "name": "Race", "query": "state:open" }""")]
    public async Task It_says_who_changed_what_and_when(string path, string field, string body)
    {
        var made = (await As("admin").Post(path, JsonElement.Parse(body))).Expect(HttpStatusCode.Created);

        await LoseAsync($"{path}/{made.Id}", made.ETag!, new { name = "Won" }, new { name = "Lost" }, [field]);
    }

    [Test]
    public async Task Of_a_calendar_also_when_only_its_windows_were_changed()
    {
        var made = await As("admin").IntroduceOffice();

        await LoseAsync($"service-levels/calendars/{made.Id}", made.ETag!, new { weekly = CalendarClient.Daily(CalendarClient.Morning) }, new { name = "Lost" }, null);
    }

    [Test]
    public async Task Of_a_team_also_who_was_taken_in()
    {
        var team = (await As("admin").Post("teams", new { key = "members", name = "Members" })).Expect(HttpStatusCode.Created);
        var known = team["version"].GetInt64();
        (await As("admin").Post($"teams/{team.Id}/members", new { userId = await UserId("tom") })).Expect(HttpStatusCode.OK);
        (await As("admin").Patch($"teams/{team.Id}", new { name = "Renamed" })).Expect(HttpStatusCode.OK);

        var stale = (await As("admin").Patch($"teams/{team.Id}", new { name = "Lost" }, ifMatch: team.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");

        Assert.That(
            stale["changes"].EnumerateArray().Select(c => (c.GetProperty("version").GetInt64(), c.GetProperty("details").GetProperty("fields")[0].GetString())),
            Is.EqualTo(new[] { (known + 1, "members"), (known + 2, "name") }));
    }

    [Test]
    public async Task Of_what_stands_below_a_ticket_with_its_own_version()
    {
        var ticket = await As("tom").Open();
        var comment = (await As("tom").Post($"incidents/{ticket.Id}/comments", new { body = "One", visibility = "internal" })).Expect(HttpStatusCode.Created);
        var url = $"incidents/{ticket.Id}/comments/{comment.Id}";
        var read = (await As("tom").Get(url)).Expect(HttpStatusCode.OK);
        var edited = (await As("tom").Patch(url, new { body = "Two" }, ifMatch: read.ETag)).Expect(HttpStatusCode.OK);

        var stale = (await As("tom").Patch(url, new { body = "Three" }, ifMatch: read.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        var redacted = (await As("sue").Post(url + "/redact", new { reason = "A password" }, ifMatch: edited.ETag)).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { comment.ETag, read.ETag, edited.ETag, stale.ETag, redacted.ETag }, Is.EqualTo(new[] { "\"1\"", "\"1\"", "\"2\"", "\"2\"", "\"3\"" }));
            Assert.That(stale["current"].GetProperty("body").GetString(), Is.EqualTo("Two"));
            Assert.That(stale["changes"][0].GetProperty("by").GetProperty("id").GetGuid(), Is.EqualTo(await UserId("tom")));
            Assert.That(stale["changes"][0].GetProperty("details").GetProperty("fields").EnumerateArray().Select(f => f.GetString()), Does.Contain("body"));
        }
    }

    [Test]
    public async Task Of_a_draft_its_author_is_told_when_it_was_saved()
    {
        var ticket = await As("tom").Open();
        var url = $"tickets/{ticket.Id}/drafts/reply";
        var first = (await As("tom").Put(url, new { body = "One" })).Expect(HttpStatusCode.OK);
        (await As("tom").Put(url, new { body = "Two" })).Expect(HttpStatusCode.OK);

        var stale = (await As("tom").Put(url, new { body = "Three" }, ifMatch: first.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");

        Assert.That(stale["changes"][0].GetProperty("at").GetDateTimeOffset(), Is.EqualTo(stale["current"].GetProperty("savedAt").GetDateTimeOffset()));
    }

    private async Task LoseAsync(string url, string known, object first, object second, string[]? fields)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await As("admin").Patch(url, first)).Expect(HttpStatusCode.OK);
        var at = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(1));

        var stale = (await As("admin").Patch(url, second, ifMatch: known)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");

        var change = stale["changes"].EnumerateArray().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(change.GetProperty("version").GetInt64(), Is.EqualTo(stale["current"].GetProperty("version").GetInt64()));
            Assert.That(change.GetProperty("type").GetString(), Is.EqualTo("changed"));
            Assert.That(change.GetProperty("by").GetProperty("id").GetGuid(), Is.EqualTo(await UserId("admin")));
            Assert.That(change.GetProperty("by").GetProperty("name").GetString(), Is.Not.Empty);
            Assert.That(change.GetProperty("at").GetDateTimeOffset(), Is.EqualTo(at).Within(TimeSpan.FromMilliseconds(1)));
            if (fields is not null)
                Assert.That(change.GetProperty("details").GetProperty("fields").EnumerateArray().Select(f => f.GetString()), Is.EquivalentTo(fields));
        }
    }
}
