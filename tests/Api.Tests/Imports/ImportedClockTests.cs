using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Infrastructure.ServiceLevels;

namespace ServiceDesk.Api.Tests.Imports;

/// <summary>The clocks that an import folds, against figures computed here from the raw rows with nothing but the calendar.</summary>
public sealed class ImportedClockTests : ApiTest
{
    private static readonly TimeSpan Target = TimeSpan.FromHours(40);

    [OneTimeSetUp]
    public async Task Import() => await Desk.Import(Excerpt.Lines);

    [Test]
    public async Task Every_incident_has_one_resolution_clock_that_tells_what_the_log_tells()
    {
        var (clocks, calendar) = await ClocksAsync();
        var tickets = await Desk.Db(db => db.Incidents.AsNoTracking().ToDictionaryAsync(t => t.ExternalReference!.Id));

        Assert.That(clocks, Has.Count.EqualTo(1000));
        var compared = 0;
        foreach (var incident in Excerpt.Incidents.Where(i => i[^1]["reopen_count"] == "0"))
        {
            var clock = clocks[tickets[incident[0]["number"]].Id];
            var (elapsed, stop, due) = ElapsedOf(incident, calendar);
            Assert.That((clock.StartedAt, clock.StoppedAt), Is.EqualTo((Excerpt.At(incident[0]["opened_at"])!.Value, (DateTimeOffset?)stop)), incident[0]["number"]);
            Assert.That(clock.ElapsedSeconds, Is.EqualTo(elapsed), incident[0]["number"]);
            Assert.That(clock.State, Is.EqualTo(stop <= due ? ClockState.Met : ClockState.Missed), incident[0]["number"]);
            compared++;
        }

        Assert.That(compared, Is.GreaterThan(900));
    }

    [Test]
    public async Task Every_clock_equals_its_fold_and_its_stops_agree_with_the_ticket()
    {
        var (clocks, _) = await ClocksAsync();
        var tickets = await Desk.Db(db => db.Incidents.AsNoTracking().ToDictionaryAsync(t => t.Id));

        await Desk.InScopeAsync(async services =>
        {
            var calendars = await services.GetRequiredService<CalendarLibrary>().OpenAllAsync(clocks.Values.Select(c => (c.CalendarId, c.CalendarVersion)), default);
            foreach (var clock in clocks.Values)
            {
                Assert.That(ClockFold.Of([.. clock.Ledger.OrderBy(e => e.Sequence)], calendars), Is.EqualTo(clock.Figures));
                if (tickets[clock.TicketId].ResolvedAt is { } resolved)
                    Assert.That(clock.StoppedAt, Is.EqualTo(resolved));
            }
        });
    }

    [Test]
    public async Task The_report_counts_the_clocks_and_opens_each_count()
    {
        var (clocks, _) = await ClocksAsync();
        var report = (await As("sue").Get("reports/service-levels?from=2016-01-01&to=2017-01-01&groupBy=priority")).Expect(HttpStatusCode.OK);

        var totals = report["totals"].EnumerateArray().ToDictionary(t => t.GetProperty("target").GetString()!);
        var total = totals["resolution"];
        foreach (var other in totals.Values.Where(t => t.GetProperty("target").GetString() != "resolution"))
            Assert.That(other.GetProperty("met").GetInt32() + other.GetProperty("missed").GetInt32() + other.GetProperty("late").GetInt32(), Is.Zero);
        Assert.That(total.GetProperty("met").GetInt32(), Is.EqualTo(clocks.Values.Count(c => c.State == ClockState.Met)).And.GreaterThan(100));
        Assert.That(total.GetProperty("missed").GetInt32(), Is.EqualTo(clocks.Values.Count(c => c.BreachedAt is not null)).And.GreaterThan(100));
        Assert.That(
            total.GetProperty("compliance").GetDouble(), Is.EqualTo(clocks.Values.Count(c => c.State == ClockState.Met) / 1000d).Within(0.0001));
        foreach (var row in report["rows"].EnumerateArray().Append(total))
            foreach (var figure in row.GetProperty("list").EnumerateObject())
            {
                var list = (await As("sue").Get($"tickets?{figure.Value.GetString()}&count=true&limit=1")).Expect(HttpStatusCode.OK);
                Assert.That(list["total"].GetInt64(), Is.EqualTo(row.GetProperty(figure.Name).GetInt64()), figure.Value.GetString());
            }
    }

    [Test]
    public async Task Every_second_of_open_time_belongs_to_somebody()
    {
        var calendar = (await ClocksAsync()).Calendar;
        var expected = 0L;
        foreach (var incident in Excerpt.Incidents)
            expected += OpenTimeOf(incident, calendar);

        var report = (await As("sue").Get("reports/attribution?from=2016-01-01&to=2017-01-01")).Expect(HttpStatusCode.OK);

        var rows = report["rows"].EnumerateArray().ToList();
        Assert.That(rows.Sum(r => r.GetProperty("seconds").GetInt64()), Is.EqualTo(expected));
        Assert.That(report["total"].GetProperty("seconds").GetInt64(), Is.EqualTo(expected));
        Assert.That(report["total"].GetProperty("tickets").GetInt64(), Is.EqualTo(1000));
        Assert.That(rows.Select(r => r.GetProperty("holder").GetString()).Distinct(), Is.EquivalentTo(new[] { "person", "team", "waiting", "nobody" }));
        Assert.That(rows.Where(r => r.GetProperty("holder").GetString() == "waiting").Select(r => r.GetProperty("key").GetString()), Is.EqualTo(new[] { "awaitingRequester" }));
        Assert.That(
            report["total"].GetProperty("movesPerTicket").GetDouble(),
            Is.EqualTo(Excerpt.Incidents.Average(i => double.Parse(i[^1]["reassignment_count"], System.Globalization.CultureInfo.InvariantCulture))).Within(0.0051));

        var holders = report["holders"].EnumerateArray().ToDictionary(r => r.GetProperty("holder").GetString()!, r => r.GetProperty("seconds").GetInt64());
        Assert.That(holders, Is.EqualTo(rows.GroupBy(r => r.GetProperty("holder").GetString()!).ToDictionary(g => g.Key, g => g.Sum(r => r.GetProperty("seconds").GetInt64()))));
        var teams = report["teams"].EnumerateArray().ToList();
        Assert.That(teams.Sum(t => t.GetProperty("seconds").GetInt64()), Is.EqualTo(holders["person"] + holders["team"]));
        foreach (var team in teams)
            Assert.That(team.GetProperty("rows").EnumerateArray().Sum(r => r.GetProperty("seconds").GetInt64()), Is.EqualTo(team.GetProperty("seconds").GetInt64()));

        var breached = await As("sue").Get("reports/attribution?from=2016-01-01&to=2017-01-01&breached=true");
        Assert.That(breached["total"].GetProperty("tickets").GetInt64(), Is.InRange(1, 999));
        Assert.That(breached["total"].GetProperty("compliance").GetDouble(), Is.Zero);
    }

    [Test]
    public async Task No_alarm_fires_for_what_is_past()
    {
        await Desk.InScopeAsync(s => s.GetRequiredService<WakeStep>().RunOnceAsync(default));

        Assert.That(await Desk.Db(db => db.Set<Infrastructure.Outbox.OutboxMessage>().Where(m => m.TicketId != null).CountAsync()), Is.Zero);
    }

    [TestCase("reports/service-levels")]
    [TestCase("reports/attribution")]
    public async Task Only_who_may_read_reports_gets_one(string path)
    {
        foreach (var userName in new[] { "alice", "tom", "dan" })
            (await As(userName).Get(path)).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("admin").Get(path)).Expect(HttpStatusCode.OK);
    }

    private async Task<(Dictionary<Domain.Tickets.TicketId, ServiceLevelClock> Clocks, BusinessCalendar Calendar)> ClocksAsync() =>
        await Desk.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Infrastructure.Database.ServiceDeskDbContext>();
            var clocks = await db.Set<ServiceLevelClock>().AsNoTracking().Include(c => c.Ledger).ToDictionaryAsync(c => c.TicketId);
            var one = clocks.Values.First();
            return (clocks, await services.GetRequiredService<CalendarLibrary>().OpenAsync(one.CalendarId, one.CalendarVersion, default));
        });

    // Open time until the resolve time, or the first update that says resolved or closed, less what was waited for the requester.
    private static (long Elapsed, DateTimeOffset Stop, DateTimeOffset Due) ElapsedOf(IReadOnlyList<Dictionary<string, string>> incident, BusinessCalendar calendar)
    {
        var stop = Excerpt.At(incident[0]["resolved_at"]) ?? At(incident.First(r => r["incident_state"] is "Resolved" or "Closed"));
        List<Pause> pauses = [];
        for (var i = 0; i < incident.Count; i++)
        {
            if (incident[i]["incident_state"] is not ("Awaiting User Info" or "Awaiting Evidence"))
                continue;

            var to = i + 1 < incident.Count ? At(incident[i + 1]) : stop;
            if (At(incident[i]) < to)
                pauses.Add(new Pause(At(incident[i]), to < stop ? to : stop));
        }

        var opened = Excerpt.At(incident[0]["opened_at"])!.Value;
        Pause[] real = [.. pauses.Where(p => p.From < p.To)];
        return ((long)calendar.Between(opened, stop, real).TotalSeconds, stop, calendar.Add(opened, Target, real));
    }

    // The same with the waiting in it, and over every stretch of one that was reopened.
    private static long OpenTimeOf(IReadOnlyList<Dictionary<string, string>> incident, BusinessCalendar calendar)
    {
        var resolved = Excerpt.At(incident[0]["resolved_at"]);
        var last = incident.Count;
        while (last > 0 && incident[last - 1]["incident_state"] is "Resolved" or "Closed")
            last--;

        var (seconds, from) = (0L, (DateTimeOffset?)Excerpt.At(incident[0]["opened_at"]));
        for (var i = 0; i < incident.Count; i++)
        {
            var done = incident[i]["incident_state"] is "Resolved" or "Closed" && !(i >= last && At(incident[i]) < resolved);
            if (done && from is { } start)
                (seconds, from) = (seconds + (long)calendar.Between(start, At(incident[i])).TotalSeconds, null);
            else if (!done && from is null)
                from = At(incident[i]);
        }

        return seconds;
    }

    private static DateTimeOffset At(Dictionary<string, string> row) => Excerpt.At(row["sys_updated_at"])!.Value;
}
