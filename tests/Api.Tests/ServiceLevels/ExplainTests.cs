using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ServiceDesk.Api.Tests.ServiceLevels;

public sealed class ExplainTests : ApiTest
{
    private ClockStory story = null!;

    [OneTimeSetUp]
    public async Task Promise() => story = await ClockStory.PrepareAsync(Desk);

    [Test]
    public async Task Every_second_is_explained_and_belongs_to_somebody()
    {
        var ticket = await story.OpenAsync("2026-05-22 16:00");
        await story.DoAsync(ticket, "assign", "2026-05-22 16:30", new { teamId = await TeamId("service-desk"), assigneeId = await UserId("tom") });
        await story.DoAsync(ticket, "hold", "2026-05-26 09:00", new { reason = "awaitingRequester" });
        await story.DoAsync(ticket, "resume", "2026-05-26 11:00");
        story.Now("2026-05-26 15:00");

        var resolution = await ExplainAsync(ticket, "resolution");

        var intervals = resolution.GetProperty("intervals").EnumerateArray().ToList();
        var held = resolution.GetProperty("heldBy").EnumerateArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(intervals.Select(i => i.GetProperty("why").GetString()), Is.EqualTo(new[] { "opened", "assigned", "awaitingRequester", "resumed" }));
            Assert.That(intervals.Sum(i => i.GetProperty("countedSeconds").GetInt64()), Is.EqualTo(resolution.GetProperty("elapsedSeconds").GetInt64()));
            Assert.That(resolution.GetProperty("elapsedSeconds").GetInt64(), Is.EqualTo(5 * 3600), "1 h on Friday, 1 + 1 + 2 h on Tuesday");
            Assert.That(held.Sum(h => h.GetProperty("openSeconds").GetInt64()), Is.EqualTo(intervals.Sum(i => i.GetProperty("openSeconds").GetInt64())));
            Assert.That(intervals[1].GetProperty("person").GetProperty("name").GetString(), Is.EqualTo("Tom Becker"));
            Assert.That(intervals[1].GetProperty("byEvent").GetProperty("type").GetString(), Is.EqualTo("assigned"));
            Assert.That(intervals[1].GetProperty("spans").EnumerateArray().Select(s => s.GetProperty("label").GetString()), Does.Contain("Whit Monday"));
            Assert.That(held.Single(h => h.GetProperty("waitingFor").GetString() == "awaitingRequester").GetProperty("openSeconds").GetInt64(), Is.EqualTo(2 * 3600));
            Assert.That(held.Single(h => h.GetProperty("team").ValueKind == JsonValueKind.Null).GetProperty("openSeconds").GetInt64(), Is.EqualTo(1800), "nobody's");
        }
    }

    [Test]
    public async Task The_view_for_reports_adds_up_to_what_the_ledger_says_is_over()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        await story.DoAsync(ticket, "start", "2026-06-01 09:00");
        await story.DoAsync(ticket, "hold", "2026-06-01 10:00", new { reason = "awaitingRequester" });
        await story.DoAsync(ticket, "resolve", "2026-06-01 15:00", new { code = "fixed", text = "Done." });

        var spans = await Desk.Db(db => db.Database.SqlQuery<Span>($"""
            select why as "Why", person_id as "Person", open_seconds as "Open", counted_seconds as "Counted"
            from service_level_spans where ticket_id = {ticket} and target = 'resolution' and open_seconds > 0 order by sequence
            """).ToListAsync());
        var resolution = await ExplainAsync(ticket, "resolution");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(spans.Select(s => (s.Open, s.Counted)), Is.EqualTo(new[] { (3600L, 3600L), (3600L, 3600L), (4 * 3600L, 0L) }));
            Assert.That(spans[^1].Why, Is.EqualTo("awaitingRequester"));
            Assert.That(spans.Sum(s => s.Counted), Is.EqualTo(resolution.GetProperty("elapsedSeconds").GetInt64()));
            Assert.That(spans.Select(s => s.Person), Is.EqualTo(new Guid?[] { null, await UserId("tom"), await UserId("tom") }));
        }
    }

    [Test]
    public async Task The_requester_is_told_which_days_in_between_are_closed()
    {
        var ticket = await story.OpenAsync("2026-05-22 16:00");

        var answer = (await As("alice").Get($"incidents/{ticket}/service-levels")).Expect(HttpStatusCode.OK);

        var sentence = answer["sentences"].EnumerateArray().Single(s => s.GetProperty("target").GetString() == "resolution");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sentence.GetProperty("dueAt").GetDateTimeOffset(), Is.EqualTo(ClockStory.At("2026-05-26 16:00")));
            Assert.That(sentence.GetProperty("closedDays")[0].GetProperty("label").GetString(), Is.EqualTo("Whit Monday"));
            Assert.That(sentence.GetProperty("timeZone").GetString(), Is.EqualTo("Europe/Berlin"));
            Assert.That(answer["items"].GetArrayLength(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task V8_a_deadline_over_a_holiday_is_explained_by_its_name()
    {
        var own = await ClockStory.PrepareAsync(Desk, "PT4H");
        var ticket = await own.OpenAsync("2026-05-22 16:00");
        own.Now("2026-05-26 11:00");

        var resolution = await ExplainAsync(ticket, "resolution");

        Assert.That(resolution.GetProperty("dueAt").GetDateTimeOffset(), Is.EqualTo(ClockStory.At("2026-05-26 11:00")));
        Assert.That(resolution.GetProperty("elapsedSeconds").GetInt64(), Is.EqualTo(4 * 3600));
    }

    [Test]
    public async Task Who_does_not_see_the_ticket_is_told_nothing()
    {
        story.Now("2026-06-01 08:00");
        var ticket = (await As("tom").Open()).Id;

        (await As("alice").Get($"service-levels/explain?ticket={ticket}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("alice").Get($"incidents/{ticket}/service-levels")).Expect(HttpStatusCode.NotFound, "not_found");
        (await Desk.Nobody().Get($"service-levels/explain?ticket={ticket}")).Expect(HttpStatusCode.Unauthorized);
    }

    private sealed record Span(string Why, Guid? Person, long Open, long Counted);

    private async Task<JsonElement> ExplainAsync(Guid ticket, string target)
    {
        var answer = (await As("tom").Get($"service-levels/explain?ticket={ticket}")).Expect(HttpStatusCode.OK);
        return answer["clocks"].EnumerateArray().Single(c => c.GetProperty("target").GetString() == target);
    }
}
