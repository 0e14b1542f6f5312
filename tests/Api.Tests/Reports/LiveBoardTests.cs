using System.Net;
using System.Text.Json;
using ServiceDesk.Api.Tests.ServiceLevels;

namespace ServiceDesk.Api.Tests.Reports;

/// <summary>What is open on the afternoon of Wednesday 2026-06-03, beside the lists that the figures open.</summary>
public sealed class LiveBoardTests : ApiTest
{
    private ClockStory story = null!;

    [OneTimeSetUp]
    public async Task Work()
    {
        story = await ClockStory.PrepareAsync(Desk);
        var (desk, network) = (await TeamId("service-desk"), await TeamId("network"));

        // Late since Tuesday, and in a team.
        var late = await story.OpenAsync("2026-06-01 16:30", new { impact = "high", urgency = "high" });
        await story.DoAsync(late, "assign", body: new { teamId = network }, by: "dan");

        // Waits for its requester.
        var waits = await story.OpenAsync("2026-06-02 08:00");
        await story.SayAsync("tom", waits, "2026-06-02 08:10");
        await story.DoAsync(waits, "assign", body: new { teamId = desk, assigneeId = await UserId("tom") }, by: "dan");
        await story.DoAsync(waits, "hold", "2026-06-02 09:00", new { reason = "awaitingRequester" });

        // Six of its eight hours are gone at three.
        var risky = await story.OpenAsync("2026-06-03 08:00");
        await story.SayAsync("tom", risky, "2026-06-03 08:10");

        var done = await story.OpenAsync("2026-06-03 09:00");
        await story.DoAsync(done, "resolve", "2026-06-03 09:30", new { code = "fixed", text = "Done." });

        story.Now("2026-06-03 14:50");
        (await As("admin").Post("incidents", new { title = "A leak", impact = "medium", urgency = "medium", siteId = story.SiteId, restricted = true }))
            .Expect(HttpStatusCode.Created);
        story.Now("2026-06-03 15:00");
    }

    [Test]
    public async Task The_same_rows_come_as_csv_for_who_may_export()
    {
        var client = As("sue");
        client.Http.DefaultRequestHeaders.Accept.ParseAdd("text/csv");
        var csv = (await client.Get("reports/live-board?groupBy=priority")).Expect(HttpStatusCode.OK);
        var board = await As("sue").Get("reports/live-board?groupBy=priority");

        var lines = csv.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(1 + board["rows"].GetArrayLength() + 1));
        Assert.That(lines[^1].Split(',', ';')[2], Is.EqualTo(board["total"].GetProperty("open").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var carl = As("carl");
        carl.Http.DefaultRequestHeaders.Accept.ParseAdd("text/csv");
        (await carl.Get("reports/live-board")).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    [TestCase("groupBy=team")]
    [TestCase("groupBy=category")]
    [TestCase("groupBy=priority")]
    [TestCase("groupBy=service")]
    [TestCase("groupBy=site&priority=p1,p2,p3")]
    [TestCase("groupBy=priority&priority=p3&teamId=none")]
    public async Task Every_figure_is_as_many_tickets_as_its_list_has(string query)
    {
        foreach (var reader in new[] { "sue", "admin", "carl" })
        {
            var board = (await As(reader).Get($"reports/live-board?{query}")).Expect(HttpStatusCode.OK);
            var rows = board["rows"].EnumerateArray().Append(board["total"]).ToList();
            foreach (var row in rows)
                foreach (var figure in row.GetProperty("list").EnumerateObject())
                {
                    var list = (await As(reader).Get($"tickets?{figure.Value.GetString()}&count=true&limit=1")).Expect(HttpStatusCode.OK);
                    Assert.That(row.GetProperty(figure.Name).GetInt64(), Is.EqualTo(list["total"].GetInt64()), $"{reader}: {figure.Name}: {figure.Value.GetString()}");
                }

            foreach (var figure in new[] { "open", "unassigned", "atRisk", "breached" })
                Assert.That(board["rows"].EnumerateArray().Sum(r => r.GetProperty(figure).GetInt64()), Is.EqualTo(board["total"].GetProperty(figure).GetInt64()), figure);
        }
    }

    [Test]
    public async Task The_board_tells_what_is_open_late_and_about_to_be()
    {
        var board = (await As("admin").Get($"reports/live-board?siteId={story.SiteId}")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Figures(board["total"]), Is.EqualTo(new long[] { 4, 3, 1, 1 }));
            Assert.That(
                new[] { "waiting", "major", "openedToday", "resolvedToday" }.Select(f => board["total"].GetProperty(f).GetInt64()), Is.EqualTo(new long[] { 1, 0, 3, 1 }));
            Assert.That(board["groupBy"].GetString(), Is.EqualTo("team"));
            Assert.That(board["at"].GetDateTimeOffset(), Is.EqualTo(ClockStory.At("2026-06-03 15:00")));
            Assert.That(Row(board, "Network"), Is.EqualTo(new long[] { 1, 1, 0, 1 }));
            Assert.That(Row(board, "Service Desk"), Is.EqualTo(new long[] { 1, 0, 0, 0 }));
            Assert.That(Row(board, "No team"), Is.EqualTo(new long[] { 2, 2, 1, 0 }));
        }
    }

    [Test]
    public async Task All_priorities_have_a_row_and_those_that_are_asked_for()
    {
        var all = (await As("admin").Get("reports/live-board?groupBy=priority")).Expect(HttpStatusCode.OK);
        var two = (await As("admin").Get("reports/live-board?groupBy=priority&priority=p1,p2")).Expect(HttpStatusCode.OK);

        Assert.That(all["rows"].EnumerateArray().Select(r => r.GetProperty("label").GetString()), Is.EqualTo(new[] { "P1", "P2", "P3", "P4", "P5" }));
        Assert.That(two["rows"].EnumerateArray().Select(r => r.GetProperty("key").GetString()), Is.EqualTo(new[] { "p1", "p2" }));
    }

    [Test]
    public async Task It_counts_what_its_reader_sees_and_only_who_reads_reports_gets_it()
    {
        var query = $"reports/live-board?siteId={story.SiteId}";

        Assert.That((await As("sue").Get(query))["total"].GetProperty("open").GetInt64(), Is.EqualTo(3), "without the restricted one");
        Assert.That((await As("carl").Get(query))["total"].GetProperty("open").GetInt64(), Is.Zero);
        foreach (var userName in new[] { "alice", "tom", "dan" })
            (await As(userName).Get(query)).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("sue").Get("reports/live-board?groupBy=month")).Expect(HttpStatusCode.BadRequest, "report.word_unknown");
        (await As("sue").Get("reports/live-board?teamId=nobody")).Expect(HttpStatusCode.BadRequest, "filter.invalid");
    }

    [Test]
    public async Task The_figures_cost_one_statement_beside_the_names_and_the_limits_of_risk()
    {
        await As("admin").Get("reports/live-board");
        using var counter = new StatementCounter(Desk.ConnectionString);

        await As("admin").Get("reports/live-board");

        Assert.That(counter.Count, Is.LessThanOrEqualTo(4));
    }

    private static long[] Row(Answer board, string label) => Figures(board["rows"].EnumerateArray().Single(r => r.GetProperty("label").GetString() == label));

    private static long[] Figures(JsonElement row) => [.. new[] { "open", "unassigned", "atRisk", "breached" }.Select(f => row.GetProperty(f).GetInt64())];
}
