using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ServiceDesk.Api.Tests.Imports;

namespace ServiceDesk.Api.Tests.Reports;

/// <summary>Figures of the shipped log, computed here once more from its raw rows.</summary>
public sealed class ReportTests : ApiTest
{
    private const string Year = "from=2016-01-01&to=2017-06-01";

    private static readonly IReadOnlyList<IReadOnlyList<Dictionary<string, string>>> Log = Excerpt.Incidents;

    [OneTimeSetUp]
    public async Task Import() => await Desk.Import(Excerpt.Lines);

    [TestCase("priority")]
    [TestCase("team")]
    [TestCase("category")]
    [TestCase("channel")]
    [TestCase("month")]
    [TestCase("service")]
    [TestCase("site")]
    public async Task Incidents_are_counted_and_timed_by_what_is_asked_for(string groupBy)
    {
        var report = (await As("sue").Get($"reports/incidents?{Year}&groupBy={groupBy}")).Expect(HttpStatusCode.OK);

        Check(report["total"], Log);
        var rows = report["rows"].EnumerateArray().ToList();
        Assert.That(rows.Sum(r => r.GetProperty("opened").GetInt64()), Is.EqualTo(1000));
        Assert.That(rows, Has.Count.EqualTo(Log.Select(i => LabelOf(i, groupBy)).Distinct().Count()));
        foreach (var row in rows)
            Check(row, [.. Log.Where(i => LabelOf(i, groupBy) == row.GetProperty("label").GetString())]);
    }

    [Test]
    public async Task Every_figure_opens_as_a_list_of_as_many_tickets()
    {
        var incidents = await As("sue").Get($"reports/incidents?{Year}&groupBy=team");
        var backlog = await As("sue").Get("reports/backlog?from=2016-03-15&to=2016-06-01&zone=Europe/Paris");
        var rows = incidents["rows"].EnumerateArray().Take(6).Append(incidents["total"]).Concat(backlog["rows"].EnumerateArray()).ToList();

        Assert.That(rows, Has.Count.EqualTo(10));
        foreach (var row in rows)
            foreach (var figure in row.GetProperty("list").EnumerateObject())
            {
                var list = (await As("sue").Get($"tickets?{figure.Value.GetString()}&count=true&limit=1")).Expect(HttpStatusCode.OK);
                Assert.That(list["total"].GetInt64(), Is.EqualTo(row.GetProperty(figure.Name).GetInt64()), figure.Name + ": " + figure.Value.GetString());
            }
    }

    [Test]
    public async Task A_narrowed_report_counts_less_and_its_figures_open_lists_as_narrow()
    {
        var whole = await As("sue").Get($"reports/incidents?{Year}&groupBy=team");
        var team = whole["rows"].EnumerateArray().First(r => r.GetProperty("key").GetString() != "none").GetProperty("key").GetString();
        var filter = $"teamId={team}&teamId=none&priority=p3&priority=p4";
        List<JsonElement> rows = [];
        foreach (var path in new[] { $"incidents?{Year}&groupBy=team", $"incidents?{Year}&groupBy=service", "backlog?from=2016-03-15&to=2016-06-01", $"service-levels?{Year}&groupBy=priority" })
        {
            var narrow = (await As("sue").Get($"reports/{path}&{filter}")).Expect(HttpStatusCode.OK);
            rows.AddRange(narrow["rows"].EnumerateArray());
            if (narrow.Json.TryGetProperty("total", out var total))
                rows.Add(total);
        }

        var expected = Log.Count(i => LabelOf(i, "priority") is "P3" or "P4" && (LabelOf(i, "team") == "No team" || LabelOf(i, "team") == whole["rows"].EnumerateArray()
            .Single(r => r.GetProperty("key").GetString() == team).GetProperty("label").GetString()));
        Assert.That(rows.First(r => r.TryGetProperty("opened", out _) && r.GetProperty("key").ValueKind == JsonValueKind.Null).GetProperty("opened").GetInt32(), Is.EqualTo(expected));
        foreach (var row in rows)
            foreach (var figure in row.GetProperty("list").EnumerateObject())
            {
                var list = (await As("sue").Get($"tickets?{figure.Value.GetString()}&count=true&limit=1")).Expect(HttpStatusCode.OK);
                Assert.That(list["total"].GetInt64(), Is.EqualTo(row.GetProperty(figure.Name).GetInt64()), figure.Name + ": " + figure.Value.GetString());
            }

        (await As("sue").Get($"reports/incidents?{Year}&teamId=nobody")).Expect(HttpStatusCode.BadRequest, "filter.invalid");
    }

    [Test]
    public async Task The_backlog_adds_up_month_by_month()
    {
        var report = (await As("sue").Get($"reports/backlog?{Year}&interval=month")).Expect(HttpStatusCode.OK);

        var rows = report["rows"].EnumerateArray().ToList();
        Assert.That(rows, Has.Count.EqualTo(17));
        var (notClosed, opened) = (0L, 0L);
        foreach (var row in rows)
        {
            var at = row.GetProperty("at").GetDateTimeOffset();
            var from = at.AddMonths(-1);
            Assert.That(row.GetProperty("opened").GetInt64(), Is.EqualTo(Count(i => In(i, "opened_at"))));
            Assert.That(row.GetProperty("resolved").GetInt64(), Is.EqualTo(Count(i => In(i, "resolved_at"))));
            Assert.That(row.GetProperty("closed").GetInt64(), Is.EqualTo(Count(i => In(i, "closed_at"))));
            Assert.That(row.GetProperty("notResolved").GetInt64(), Is.EqualTo(Count(i => Before(i, "opened_at") && !Before(i, "resolved_at") && !Before(i, "closed_at"))));
            notClosed += row.GetProperty("opened").GetInt64() - row.GetProperty("closed").GetInt64();
            opened += row.GetProperty("opened").GetInt64();
            Assert.That(row.GetProperty("notClosed").GetInt64(), Is.EqualTo(notClosed));

            bool Before(IReadOnlyList<Dictionary<string, string>> i, string column) => Excerpt.At(i[0][column]) < at;
            bool In(IReadOnlyList<Dictionary<string, string>> i, string column) => Before(i, column) && Excerpt.At(i[0][column]) >= from;
        }

        Assert.That((opened, notClosed), Is.EqualTo((1000L, 0L)));
    }

    [Test]
    public async Task Dates_are_meant_in_the_zone_and_intervals_are_cut_at_the_period()
    {
        var report = (await As("sue").Get("reports/backlog?from=2016-03-27&to=2016-03-28T10:00:00Z&interval=day&zone=Europe/Paris")).Expect(HttpStatusCode.OK);

        Assert.That(report["from"].GetDateTimeOffset(), Is.EqualTo(new DateTimeOffset(2016, 3, 26, 23, 0, 0, TimeSpan.Zero)));
        Assert.That(
            report["rows"].EnumerateArray().Select(r => r.GetProperty("at").GetDateTimeOffset()),
            Is.EqualTo(new[] { new DateTimeOffset(2016, 3, 27, 22, 0, 0, TimeSpan.Zero), new DateTimeOffset(2016, 3, 28, 10, 0, 0, TimeSpan.Zero) }));
    }

    [TestCase("reports/incidents?groupBy=colour", "report.word_unknown")]
    [TestCase("reports/incidents?from=yesterday", "report.instant_invalid")]
    [TestCase("reports/incidents?from=2026-02-02&to=2026-02-02", "report.period_empty")]
    [TestCase("reports/incidents?zone=Mars", "report.zone_unknown")]
    [TestCase("reports/incidents?until=2026-02-02", "request.unknown_parameter")]
    [TestCase("reports/backlog?from=2010-01-01&to=2026-01-01&interval=day", "report.too_many_intervals")]
    public async Task What_cannot_be_asked_is_said_so(string path, string code) =>
        (await As("sue").Get(path)).Expect(HttpStatusCode.BadRequest, code);

    [TestCase("reports/incidents")]
    [TestCase("reports/backlog")]
    public async Task Only_who_may_read_reports_gets_one_and_it_counts_what_they_see(string path)
    {
        foreach (var userName in new[] { "alice", "tom", "dan" })
            (await As(userName).Get(path)).Expect(HttpStatusCode.Forbidden, "forbidden");

        (await As("admin").Get(path)).Expect(HttpStatusCode.OK);
        var own = (await As("carl").Get($"reports/incidents?{Year}")).Expect(HttpStatusCode.OK);
        Assert.That(own["total"].GetProperty("opened").GetInt64(), Is.Zero);
        Assert.That(own["total"].GetProperty("meanHoursToResolve").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task The_same_rows_come_as_csv_for_who_may_export()
    {
        (await Export("carl", "text/csv", "incidents")).Expect(HttpStatusCode.Forbidden, "forbidden");

        var csv = (await Export("sue", "text/csv", "incidents")).Expect(HttpStatusCode.OK);
        var lines = csv.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(csv.Headers["Content-Type"], Does.StartWith("text/csv"));
        Assert.That(csv.Headers["Content-Disposition"], Does.Contain("incidents.csv"));
        Assert.That(lines[0], Is.EqualTo("key,label,opened,resolved,closed,reopened,reassigned,meanHoursToResolve,medianHoursToResolve,p95HoursToResolve,overridden,firstContactResolution"));
        var json = await As("sue").Get($"reports/incidents?{Year}");
        Assert.That(lines.Skip(1).Select(l => l.Split(',')[2]), Is.EqualTo(
            json["rows"].EnumerateArray().Append(json["total"]).Select(r => r.GetProperty("opened").GetInt64().ToString(CultureInfo.InvariantCulture))));
    }

    [Test]
    public async Task The_same_rows_come_as_a_workbook()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/reports/backlog?{Year}");
        request.Headers.Add("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var response = await As("sue").Http.SendAsync(request);

        using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var part = archive.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open();
        XNamespace ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var rows = XDocument.Load(part).Descendants(ns + "row").Select(r => r.Elements(ns + "c").Select(c => c.Value).ToList()).ToList();
        Assert.That(rows, Has.Count.EqualTo(18));
        Assert.That(rows[0], Is.EqualTo(new[] { "at", "opened", "resolved", "closed", "notResolved", "notClosed" }));
        Assert.That(rows.Skip(1).Sum(r => int.Parse(r[1], CultureInfo.InvariantCulture)), Is.EqualTo(1000));
    }

    [Test]
    public async Task A_reader_in_french_gets_the_heads_of_the_pages_and_the_same_rows()
    {
        string[] reports = ["incidents", "service-levels", "attribution", "backlog"];
        var english = await ReadAsync();
        (await As("sue").Patch("me", new { language = "fr" })).Expect(HttpStatusCode.OK);
        var french = await ReadAsync();
        (await As("sue").Patch("me", new { language = "en" })).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(french.Select(f => f[0]), Is.EqualTo(new[]
            {
                "Clé,Libellé,Ouverts,Résolus,Clos,Rouverts,Réaffectés,Délai moyen (h),Délai médian (h),95 % résolus sous (h),Priorité imposée,Résolus au premier contact",
                "Clé,Libellé,Engagement,Tenus,Manqués,En cours,\"En retard, encore ouverts\",Annulés,Taux tenu,Sans engagement",
                "Temps passé chez,Clé,Libellé,Secondes,Heures,Part,Tickets",
                "Fin,Ouverts,Résolus,Clos,Non résolus,Non clos",
            }));
            Assert.That(french[0].Skip(1), Is.EqualTo(english[0].Skip(1)));
            Assert.That(french[3].Skip(1), Is.EqualTo(english[3].Skip(1)));
        }

        async Task<List<string[]>> ReadAsync()
        {
            List<string[]> files = [];
            foreach (var report in reports)
                files.Add((await Export("sue", "text/csv", report)).Expect(HttpStatusCode.OK).Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
            return files;
        }
    }

    private Task<Answer> Export(string userName, string type, string report)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/reports/{report}?{Year}");
        request.Headers.Add("Accept", type);
        return As(userName).Send(request);
    }

    private static void Check(JsonElement row, IReadOnlyList<IReadOnlyList<Dictionary<string, string>>> incidents)
    {
        var hours = incidents.Select(Excerpt.HoursToResolve).OfType<double>().Order().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.GetProperty("opened").GetInt32(), Is.EqualTo(incidents.Count));
            Assert.That(row.GetProperty("resolved").GetInt32(), Is.EqualTo(hours.Count));
            Assert.That(row.GetProperty("closed").GetInt32(), Is.EqualTo(incidents.Count));
            Assert.That(row.GetProperty("reopened").GetInt32(), Is.EqualTo(incidents.Count(i => i[^1]["reopen_count"] != "0")));
            Assert.That(row.GetProperty("reassigned").GetInt32(), Is.EqualTo(incidents.Count(i => i[^1]["reassignment_count"] != "0")));
            if (hours.Count == 0)
            {
                Assert.That(row.GetProperty("meanHoursToResolve").ValueKind, Is.EqualTo(JsonValueKind.Null));
                return;
            }

            Assert.That(row.GetProperty("meanHoursToResolve").GetDouble(), Is.EqualTo(hours.Average()).Within(0.0051));
            Assert.That(row.GetProperty("medianHoursToResolve").GetDouble(), Is.EqualTo(Percentile(hours, 0.5)).Within(0.0051));
            Assert.That(row.GetProperty("p95HoursToResolve").GetDouble(), Is.EqualTo(Percentile(hours, 0.95)).Within(0.0051));
        }
    }

    private static double Percentile(List<double> sorted, double share)
    {
        var place = (sorted.Count - 1) * share;
        var below = (int)Math.Floor(place);
        return sorted[below] + ((sorted[Math.Min(below + 1, sorted.Count - 1)] - sorted[below]) * (place - below));
    }

    private static long Count(Func<IReadOnlyList<Dictionary<string, string>>, bool> which) => Log.Count(which);

    private static string LabelOf(IReadOnlyList<Dictionary<string, string>> incident, string groupBy)
    {
        var last = incident[^1];
        return groupBy switch
        {
            "team" => last["assignment_group"] == "?" ? "No team" : last["assignment_group"],
            "category" => last["category"] == "?" ? "No category" : last["category"] + (last["subcategory"] == "?" ? "" : " › " + last["subcategory"]),
            "service" => "No service",
            "site" => last["location"] == "?" ? "No site" : last["location"],
            "channel" => last["contact_type"] == "Email" ? "mail" : "phone",
            "month" => Excerpt.At(last["opened_at"])!.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => "P" + last["priority"][0],
        };
    }
}
