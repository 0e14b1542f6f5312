using System.Net;
using System.Text.Json;
using ServiceDesk.Api.Tests.ServiceLevels;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>What is asked of promises in a search, beside what the report counts of the same tickets.</summary>
public sealed class ServiceLevelSearchTests : ApiTest
{
    private readonly Dictionary<string, Guid> tickets = [];
    private string site = "";
    private Guid unpromised;

    /// <summary>One hour to the first response, two to the next, eight to the resolution, in Berlin office hours; the week of Monday 2026-06-01.</summary>
    [OneTimeSetUp]
    public async Task Live()
    {
        var story = await ClockStory.PrepareAsync(Desk);
        site = story.SiteId.ToString();

        // Answered late, then resolved in time: its breach is history.
        tickets["lateAnswer"] = await story.OpenAsync("2026-06-01 08:00");
        await story.SayAsync("tom", tickets["lateAnswer"], "2026-06-01 10:00");
        await story.DoAsync(tickets["lateAnswer"], "resolve", "2026-06-01 11:00", new { code = "fixed", text = "Done." });

        // All in time, two questions answered.
        tickets["kept"] = await story.OpenAsync("2026-06-01 11:10");
        await story.SayAsync("tom", tickets["kept"], "2026-06-01 11:20");
        await story.SayAsync("alice", tickets["kept"], "2026-06-01 11:21");
        await story.SayAsync("tom", tickets["kept"], "2026-06-01 11:22");
        await story.SayAsync("alice", tickets["kept"], "2026-06-01 11:23");
        await story.SayAsync("tom", tickets["kept"], "2026-06-01 11:24");
        await story.DoAsync(tickets["kept"], "resolve", "2026-06-01 11:30", new { code = "fixed", text = "Done." });

        tickets["cancelled"] = await story.OpenAsync("2026-06-01 13:00");
        await story.DoAsync(tickets["cancelled"], "cancel", "2026-06-01 16:00", new { reason = "Not needed" });

        // Answered, and still open long after its eight hours.
        tickets["overdue"] = await story.OpenAsync("2026-06-01 16:30");
        await story.SayAsync("tom", tickets["overdue"], "2026-06-01 16:40");

        // Waits for its requester since an hour after its answer.
        tickets["paused"] = await story.OpenAsync("2026-06-02 08:00");
        await story.SayAsync("tom", tickets["paused"], "2026-06-02 08:10");
        await story.DoAsync(tickets["paused"], "assign", "2026-06-02 08:20", new { teamId = await TeamId("service-desk") });
        await story.DoAsync(tickets["paused"], "hold", "2026-06-02 09:00", new { reason = "awaitingRequester" });

        // Answered, and six of its eight hours gone at three in the afternoon of Wednesday.
        tickets["atRisk"] = await story.OpenAsync("2026-06-03 08:00");
        await story.SayAsync("tom", tickets["atRisk"], "2026-06-03 08:10");

        // Its first response is late and nobody has said so yet: no worker runs here.
        tickets["late"] = await story.OpenAsync("2026-06-03 11:00");

        tickets["fresh"] = await story.OpenAsync("2026-06-03 14:50");

        // Opened while the policies of every installation rest, at a site that nothing else is promised to.
        var others = (await As("admin").Get("service-levels/policies"))["items"].EnumerateArray().Select(p => p.GetProperty("id").GetGuid())
            .Where(p => p != story.PolicyId).ToList();
        foreach (var policy in others)
            (await As("admin").Post($"service-levels/policies/{policy}/deactivate")).Expect(HttpStatusCode.OK);
        unpromised = Guid.Parse((await As("alice").Open()).Id);
        foreach (var policy in others)
            (await As("admin").Post($"service-levels/policies/{policy}/reactivate")).Expect(HttpStatusCode.OK);
        story.Now("2026-06-03 15:00");
    }

    [TestCase("sla:breached", "lateAnswer", "cancelled", "late", "overdue")]
    [TestCase("sla:met", "lateAnswer", "kept", "paused", "atRisk", "overdue")]
    [TestCase("sla:paused", "paused")]
    [TestCase("sla:running", "atRisk", "late", "fresh", "overdue")]
    [TestCase("sla:atRisk", "atRisk")]
    [TestCase("sla:à-risque", "atRisk")]
    [TestCase("elapsed:75%", "atRisk", "overdue")]
    [TestCase("écoulé>=6h", "atRisk", "overdue")]
    [TestCase("elapsed>6bh", "overdue")]
    [TestCase("elapsed<1h", "kept", "fresh")]
    [TestCase("elapsed<=60min", "kept", "fresh", "paused")]
    [TestCase("elapsed:1h..3h", "lateAnswer", "late", "paused")]
    [TestCase("elapsed:..10min", "fresh")]
    [TestCase("elapsed>=870min", "overdue")]
    [TestCase("elapsed>870min")]
    [TestCase("elapsed>100%", "overdue")]
    [TestCase("sla:met -sla:breached -sla:running", "kept", "paused")]
    [TestCase("NOT sla:breached", "kept", "paused", "atRisk", "fresh")]
    [TestCase("clock:firstResponse.missed", "lateAnswer", "cancelled")]
    [TestCase("clock:firstResponse.cancelled")]
    [TestCase("clock:resolution.cancelled", "cancelled")]
    [TestCase("due.firstResponse:any", "late", "fresh")]
    [TestCase("due.firstResponse<+1bh", "late", "fresh")]
    [TestCase("due.resolution<=+2bh", "atRisk", "overdue")]
    [TestCase("due.resolution:empty", "lateAnswer", "kept", "cancelled", "paused")]
    public async Task A_ticket_is_what_any_of_its_promises_is(string typed, params string[] expected) =>
        Assert.That(await Found(typed), Is.EquivalentTo(expected));

    // The standard calendar of an installation: 08:00 to 18:00 in Paris, Monday to Friday, without the holidays of France.
    [TestCase("created>=-7bh", "atRisk", "late", "fresh")]
    [TestCase("created>=7bh", "atRisk", "late", "fresh")]
    [TestCase("created>=-17bh", "paused", "atRisk", "late", "fresh")]
    [TestCase("created>=-16bh", "atRisk", "late", "fresh")]
    [TestCase("created>=-20ho", "paused", "atRisk", "late", "fresh", "overdue")]
    public async Task Hours_of_business_are_counted_by_a_calendar(string typed, params string[] expected) =>
        Assert.That(await Found(typed), Is.EquivalentTo(expected));

    [Test]
    public async Task A_recorded_breach_is_told_and_found()
    {
        foreach (var (name, id) in tickets)
        {
            var levels = (await As("tom").Get($"incidents/{id}"))["serviceLevels"].EnumerateArray().ToList();
            var breached = levels.Any(l => l.GetProperty("breachedAt").ValueKind == JsonValueKind.String);
            Assert.That((await Found("sla:breached")).Contains(name), Is.EqualTo(breached), name);
        }
    }

    [Test]
    public async Task Every_figure_of_the_report_opens_a_list_of_as_many_tickets()
    {
        var report = (await As("sue").Get("reports/service-levels?from=2026-05-01&to=2026-07-01&groupBy=priority")).Expect(HttpStatusCode.OK);
        var rows = report["rows"].EnumerateArray().Concat(report["totals"].EnumerateArray()).Append(report["total"]).ToList();

        Assert.That(rows, Has.Count.EqualTo(7));
        foreach (var row in rows)
        {
            foreach (var figure in row.GetProperty("list").EnumerateObject())
            {
                var list = (await As("sue").Get($"tickets?{figure.Value.GetString()}&count=true&limit=1")).Expect(HttpStatusCode.OK);
                var clocks = row.GetProperty(figure.Name).GetInt64();
                Assert.That(list["total"].GetInt64(), Is.EqualTo(row.GetProperty("tickets").GetProperty(figure.Name).GetInt64()), figure.Value.GetString());
                Assert.That(list["total"].GetInt64(), Is.LessThanOrEqualTo(clocks));
                if (row.GetProperty("target").GetString() is "firstResponse" or "resolution")
                    Assert.That(list["total"].GetInt64(), Is.EqualTo(clocks), figure.Value.GetString());
            }
        }

        var next = rows.Single(r => r.GetProperty("key").ValueKind == JsonValueKind.Null && r.GetProperty("target").GetString() == "nextResponse");
        Assert.That((next.GetProperty("met").GetInt64(), next.GetProperty("tickets").GetProperty("met").GetInt64()), Is.EqualTo((2L, 1L)));
    }

    [TestCase("")]
    [TestCase("&breached=true")]
    public async Task Who_held_the_time_opens_the_tickets_they_held(string more)
    {
        var report = (await As("sue").Get("reports/attribution?from=2026-05-01&to=2026-07-01" + more)).Expect(HttpStatusCode.OK);
        var teams = report["teams"].EnumerateArray().ToList();
        List<JsonElement> rows =
        [
            .. report["rows"].EnumerateArray(), report["total"], .. report["holders"].EnumerateArray(), .. teams,
            .. teams.SelectMany(t => t.GetProperty("rows").EnumerateArray()),
        ];

        Assert.That(rows, Has.Count.GreaterThan(more.Length == 0 ? 3 : 1));
        foreach (var row in rows)
        {
            var list = row.GetProperty("list").GetProperty("tickets").GetString();
            var opened = (await As("sue").Get($"tickets?{list}&count=true&limit=1")).Expect(HttpStatusCode.OK);
            Assert.That(opened["notices"].GetArrayLength(), Is.Zero, opened.Text);
            Assert.That(opened["total"].GetInt64(), Is.EqualTo(row.GetProperty("tickets").GetInt64()), list);
        }
    }

    [Test]
    public async Task What_nothing_is_promised_to_is_counted_apart_and_never_as_met()
    {
        var report = await As("sue").Get("reports/service-levels?from=2026-05-01&to=2026-07-01&groupBy=site");
        var nowhere = report["rows"].EnumerateArray()
            .Where(r => r.GetProperty("withoutClock") is { ValueKind: JsonValueKind.Number } without && without.GetInt64() > 0).ToList();

        Assert.That(nowhere.Select(r => r.GetProperty("target").GetString()), Is.EqualTo(new[] { "firstResponse", "resolution" }));
        foreach (var row in nowhere.Append(report["total"]))
        {
            var list = await As("sue").Get($"tickets?{row.GetProperty("list").GetProperty("withoutClock").GetString()}&count=true");
            Assert.That(row.GetProperty("withoutClock").GetInt64(), Is.EqualTo(1));
            Assert.That(list["total"].GetInt64(), Is.EqualTo(1));
            Assert.That(list["items"][0].GetProperty("id").GetGuid(), Is.EqualTo(unpromised));
        }

        Assert.That(nowhere.Select(r => r.GetProperty("compliance").ValueKind), Is.All.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task The_late_ones_of_the_report_are_those_that_the_search_calls_breached()
    {
        var total = (await As("sue").Get("reports/service-levels?from=2026-05-01&to=2026-07-01"))["total"];

        Assert.That(total.GetProperty("missed").GetInt64() + total.GetProperty("late").GetInt64(), Is.EqualTo((await Found("sla:breached")).Count));
    }

    private async Task<List<string>> Found(string typed)
    {
        var answer = (await As("tom").Get($"tickets?limit=200&siteId={site}&q={Uri.EscapeDataString(typed)}")).Expect(HttpStatusCode.OK);
        Assert.That(answer["notices"].GetArrayLength(), Is.Zero, answer.Text);
        return [.. answer["items"].EnumerateArray().Select(i => tickets.Single(t => t.Value == i.GetProperty("id").GetGuid()).Key)];
    }
}
