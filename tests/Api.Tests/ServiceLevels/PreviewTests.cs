using System.Net;
using static ServiceDesk.Api.Tests.ServiceLevels.CalendarClient;

namespace ServiceDesk.Api.Tests.ServiceLevels;

public sealed class PreviewTests : ApiTest
{
    private static readonly object WhitMonday = new { date = "2026-05-25", label = "Whit Monday", windows = Array.Empty<object>() };
    private static readonly object ChristmasEve = new { date = "2026-12-24", label = "Christmas Eve", windows = new[] { Morning } };
    private static readonly object Christmas = new { date = "2026-12-25", label = "Christmas Day", windows = Array.Empty<object>() };

    private readonly Dictionary<string, string> calendars = [];

    [OneTimeSetUp]
    public async Task IntroduceCalendars()
    {
        var admin = As("admin");
        calendars["B"] = (await admin.IntroduceOffice()).Id;
        calendars["A"] = (await admin.Introduce(Berlin, Daily(Window("00:00", "24:00")))).Id;
        calendars["Saturday night"] = (await admin.Introduce(Berlin, new { saturday = new[] { Window("22:00", "06:00") } })).Id;
        calendars["B with Whit Monday"] = (await admin.IntroduceOffice(WhitMonday)).Id;
        calendars["B at Christmas"] = (await admin.IntroduceOffice(ChristmasEve, Christmas)).Id;
    }

    [TestCase("B", "2026-03-27T16:00:00+01:00", "PT4H", "2026-03-30T09:00:00Z", TestName = "V1")]
    [TestCase("A", "2026-03-28T20:00:00+01:00", "PT8H", "2026-03-29T03:00:00Z", TestName = "V2")]
    [TestCase("A", "2026-10-24T22:00:00+02:00", "PT8H", "2026-10-25T04:00:00Z", TestName = "V3")]
    [TestCase("Saturday night", "2026-03-28T22:00:00+01:00", "PT7H", "2026-03-29T04:00:00Z", TestName = "V4")]
    [TestCase("Saturday night", "2026-03-28T22:00:00+01:00", "PT8H", "2026-04-04T21:00:00Z", TestName = "V5")]
    [TestCase("B with Whit Monday", "2026-05-22T16:00:00+02:00", "PT4H", "2026-05-26T09:00:00Z", TestName = "V8")]
    [TestCase("B at Christmas", "2026-12-24T10:00:00+01:00", "PT4H", "2026-12-28T09:00:00Z", TestName = "V9")]
    [TestCase("B", "2026-06-06T11:00:00+02:00", "PT1H", "2026-06-08T07:00:00Z", TestName = "V10")]
    [TestCase("B", "2026-06-01T16:00:00+02:00", "PT1H", "2026-06-01T15:00:00Z", TestName = "V11")]
    public async Task A_duration_falls_due_and_the_trace_says_why(string calendar, string start, string duration, string due)
    {
        var preview = await As("tom").Preview(calendars[calendar], new { start, duration });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview["dueAt"].GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.Parse(due)));
            Assert.That(TimeSpan.FromSeconds(Counted(preview["trace"])), Is.EqualTo(System.Xml.XmlConvert.ToTimeSpan(duration)));
        }
    }

    [TestCase("2026-06-01T09:00:00+02:00", "PT8H", "2026-06-01T11:00:00+02:00", "2026-06-02T10:00:00+02:00", "2026-06-02T15:00:00Z", TestName = "V12")]
    [TestCase("2026-06-05T15:00:00+02:00", "PT4H", "2026-06-05T18:00:00+02:00", "2026-06-07T12:00:00+02:00", "2026-06-08T08:00:00Z", TestName = "V13")]
    [TestCase("2026-06-01T11:00:00+02:00", "PT4H", "2026-06-01T11:30:00+02:00", "2026-06-01T13:30:00+02:00", "2026-06-01T15:00:00Z", TestName = "V14")]
    [TestCase("2026-06-01T08:00:00+02:00", "PT8H", "2026-06-01T12:00:00+02:00", "2026-06-03T09:00:00+02:00", "2026-06-03T12:00:00Z", TestName = "V15")]
    public async Task A_pause_moves_the_due_instant(string start, string duration, string from, string to, string due)
    {
        var pauses = new[] { new { from, to } };

        var preview = await As("tom").Preview(calendars["B"], new { start, duration, pauses });
        var back = await As("tom").Preview(calendars["B"], new { from = start, to = due, pauses });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview["dueAt"].GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.Parse(due)));
            Assert.That(back["elapsed"].GetString(), Is.EqualTo(duration));
            Assert.That(Counted(back["trace"]), Is.EqualTo(Counted(preview["trace"])));
            Assert.That(preview.Json.GetProperty("elapsed").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        }
    }

    [TestCase("02:30", "10:00", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", 7, TestName = "V6")]
    [TestCase("01:30", "02:30", "2026-10-24T12:00:00Z", "2026-10-24T23:30:00Z", 2, TestName = "V7")]
    public async Task A_window_at_a_change_of_the_clock(string from, string to, string before, string opens, int hours)
    {
        var calendar = (await As("admin").Introduce(Berlin, new { sunday = new[] { Window(from, to) } })).Id;

        var preview = await As("tom").Preview(calendar, new { from = before, to = DateTimeOffset.Parse(before).AddDays(2) });

        var open = preview["trace"].EnumerateArray().Single(s => s.GetProperty("kind").GetString() == "open");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(open.GetProperty("from").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.Parse(opens)));
            Assert.That(preview["elapsed"].GetString(), Is.EqualTo($"PT{hours}H"));
        }
    }

    [Test]
    public async Task The_trace_names_the_holiday()
    {
        var preview = await As("tom").Preview(calendars["B with Whit Monday"], new { start = "2026-05-22T14:00:00Z", duration = "PT4H" });

        var labelled = preview["trace"].EnumerateArray().Where(s => s.GetProperty("label").ValueKind == System.Text.Json.JsonValueKind.String).ToList();
        Assert.That(labelled, Has.Count.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(labelled[0].GetProperty("label").GetString(), Is.EqualTo("Whit Monday"));
            Assert.That(labelled[0].GetProperty("kind").GetString(), Is.EqualTo("closed"));
            Assert.That(labelled[0].GetProperty("from").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.Parse("2026-05-25T00:00:00+02:00")));
        }
    }

    [Test]
    public async Task Ten_years_are_counted_and_told_in_bounds()
    {
        var preview = await As("tom").Preview(calendars["A"], new { start = "2026-01-01T00:00:00Z", duration = "PT87648H" });
        var office = await As("tom").Preview(calendars["B"], new { from = "2026-01-01T00:00:00Z", to = "2036-01-01T00:00:00Z" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview["dueAt"].GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.Parse("2036-01-01T00:00:00Z")));
            Assert.That(Counted(preview["trace"]), Is.EqualTo(87_648 * 3600L));
            Assert.That(office["elapsed"].GetString(), Is.EqualTo($"PT{WorkingDays(2026, 2036) * 8}H"));
            Assert.That(Counted(office["trace"]), Is.EqualTo(WorkingDays(2026, 2036) * 8 * 3600L));
            Assert.That(office["trace"].GetArrayLength(), Is.LessThanOrEqualTo(1_001));
            Assert.That(office["trace"].EnumerateArray().Last().GetProperty("kind").GetString(), Is.EqualTo("rest"));
        }

        static long WorkingDays(int from, int to) => Enumerable.Range(0, new DateOnly(to, 1, 1).DayNumber - new DateOnly(from, 1, 1).DayNumber)
            .Count(d => new DateOnly(from, 1, 1).AddDays(d).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [TestCase("""{"start":"2026-06-01T08:00:00Z"}""")]
    [TestCase("""{"start":"2026-06-01T08:00:00Z","duration":"PT1H","from":"2026-06-01T08:00:00Z","to":"2026-06-01T09:00:00Z"}""")]
    [TestCase("{}")]
    public async Task One_of_the_two_forms_is_wanted(string body)
    {
        var refused = await Raw(body);

        refused.Expect(HttpStatusCode.BadRequest, "validation");
        Assert.That(refused["errors"].TryGetProperty("start", out _), Is.True);
    }

    [TestCase("P1D")]
    [TestCase("P1DT2H")]
    [TestCase("P2W")]
    public async Task A_duration_in_days_has_no_meaning(string duration) =>
        (await Raw($$"""{"start":"2026-06-01T08:00:00Z","duration":"{{duration}}"}""")).Expect(HttpStatusCode.UnprocessableEntity, "duration.unit");

    [TestCase("4 hours")]
    [TestCase("-PT4H")]
    public async Task A_duration_that_is_none_is_malformed(string duration) =>
        (await Raw($$"""{"start":"2026-06-01T08:00:00Z","duration":"{{duration}}"}""")).Expect(HttpStatusCode.BadRequest, "request.malformed");

    [Test]
    public async Task Years_nobody_knows_are_refused() =>
        (await Raw("""{"start":"2026-06-01T08:00:00Z","duration":"PT9999999H"}""")).Expect(HttpStatusCode.UnprocessableEntity, "calendar.out_of_range");

    [Test]
    public async Task A_pause_that_ends_before_it_begins_is_refused() =>
        (await Raw("""
            {"start":"2026-06-01T08:00:00Z","duration":"PT1H","pauses":[{"from":"2026-06-01T09:00:00Z","to":"2026-06-01T08:30:00Z"}]}
            """)).Expect(HttpStatusCode.BadRequest, "validation");

    [Test]
    public async Task Technicians_may_try_a_calendar_and_employees_may_not()
    {
        var body = new { start = "2026-06-01T08:00:00Z", duration = "PT1H" };

        (await As("tina").Preview(calendars["B"], body)).Expect(HttpStatusCode.OK);
        (await As("alice").Post($"service-levels/calendars/{calendars["B"]}/preview", body)).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post($"service-levels/calendars/{Guid.CreateVersion7()}/preview", body)).Expect(HttpStatusCode.NotFound, "not_found");
    }

    private Task<Answer> Raw(string body) => As("tom").Send(
        new HttpRequestMessage(HttpMethod.Post, $"/api/v1/service-levels/calendars/{calendars["B"]}/preview") { Content = new StringContent(body, null, "application/json") });
}
