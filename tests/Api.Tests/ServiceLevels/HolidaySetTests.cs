using System.Net;
using static ServiceDesk.Api.Tests.ServiceLevels.CalendarClient;

namespace ServiceDesk.Api.Tests.ServiceLevels;

public sealed class HolidaySetTests : ApiTest
{
    private static readonly object[] OneDay = [new { date = "2026-06-01", label = "Founding day" }];

    [Test]
    public async Task A_new_installation_brings_the_holidays_of_several_countries()
    {
        var sets = (await As("tom").Get("service-levels/holiday-sets"))["items"].EnumerateArray().ToDictionary(s => s.GetProperty("name").GetString()!);

        Assert.That(sets.Keys, Is.SupersetOf(new[] { "France", "France (Alsace-Moselle)", "Belgium", "Germany", "Morocco", "United Kingdom (Scotland)" }));
        var alsace = await As("tom").Get($"service-levels/holiday-sets/{sets["France (Alsace-Moselle)"].GetProperty("id").GetString()}");
        Assert.That(alsace["days"].EnumerateArray().Count(d => d.GetProperty("date").GetString()!.StartsWith("2026")), Is.EqualTo(13));
    }

    [Test]
    public async Task A_change_publishes_a_version_of_each_calendar_it_is_attached_to()
    {
        var set = await Introduce(new { name = "Works council", days = OneDay });
        var with = await As("admin").Introduce("UTC", MondayToFriday(Morning), holidaySetIds: [Guid.Parse(set.Id)]);
        var without = await As("admin").Introduce("UTC", MondayToFriday(Morning));
        var span = new { from = "2026-06-01T00:00:00Z", to = "2026-06-03T00:00:00Z" };
        var before = await As("tom").Preview(with.Id, span);

        var changed = await As("admin").Patch(
            $"service-levels/holiday-sets/{set.Id}", new { days = new object[] { new { date = "2026-06-02", label = "Moved", windows = new[] { Window("08:00", "09:00") } } } });

        changed.Expect(HttpStatusCode.OK);
        var version = await As("tom").Get($"service-levels/calendars/{with.Id}/versions/2");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before["elapsed"].GetString(), Is.EqualTo("PT4H"));
            Assert.That((await As("tom").Preview(with.Id, span))["elapsed"].GetString(), Is.EqualTo("PT5H"));
            Assert.That(version["exceptions"].GetRawText(), Is.EqualTo(
                """[{"date":"2026-06-02","label":"Moved","source":"Works council","windows":[{"from":"08:00","to":"09:00"}]}]"""));
            Assert.That((await As("tom").Get($"service-levels/calendars/{with.Id}"))["publishedVersion"].GetInt32(), Is.EqualTo(2));
            Assert.That((await As("tom").Get($"service-levels/calendars/{without.Id}"))["publishedVersion"].GetInt32(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task An_exception_of_the_calendar_wins_over_its_sets()
    {
        var set = await Introduce(new { name = "Closed", days = OneDay });
        var calendar = await As("admin").Introduce(
            "UTC", MondayToFriday(Morning), [new { date = "2026-06-01", label = "Open after all", windows = new[] { Morning } }], [Guid.Parse(set.Id)]);

        var preview = await As("tom").Preview(calendar.Id, new { from = "2026-06-01T00:00:00Z", to = "2026-06-02T00:00:00Z" });

        Assert.That(preview["elapsed"].GetString(), Is.EqualTo("PT4H"));
    }

    [Test]
    public async Task An_iCalendar_text_becomes_a_set()
    {
        const string ics = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20260501
            DTEND;VALUE=DATE:20260502
            SUMMARY:Labour Day\, all
              day
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20261227
            SUMMARY:Christmas
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20260601T080000Z
            SUMMARY:A meeting
            END:VEVENT
            END:VCALENDAR
            """;

        var set = await Introduce(new { name = "From a file", ics });

        Assert.That(set["days"].EnumerateArray().Select(d => d.GetProperty("date").GetString() + " " + d.GetProperty("label").GetString()), Is.EqualTo(
            new[] { "2026-05-01 Labour Day, all day", "2026-12-24 Christmas", "2026-12-25 Christmas", "2026-12-26 Christmas" }));
    }

    [TestCase("BEGIN:VCALENDAR\nEND:VCALENDAR", "holiday_set.ics_empty")]
    [TestCase("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260501\nRRULE:FREQ=YEARLY\nEND:VEVENT", "holiday_set.ics_recurring")]
    public async Task An_iCalendar_text_that_would_lose_days_is_refused(string ics, string code) =>
        (await As("admin").Post("service-levels/holiday-sets", new { name = "x", ics })).Expect(HttpStatusCode.UnprocessableEntity, code);

    [Test]
    public async Task A_date_given_twice_is_refused() =>
        (await As("admin").Post("service-levels/holiday-sets", new { name = "x", days = OneDay.Concat(OneDay) }))
            .Expect(HttpStatusCode.UnprocessableEntity, "holiday_set.days");

    [Test]
    public async Task A_set_in_use_stays_and_an_unused_one_may_go()
    {
        var set = await Introduce(new { name = "Local", days = OneDay });
        var calendar = await As("admin").Introduce("UTC", MondayToFriday(Morning), holidaySetIds: [Guid.Parse(set.Id)]);
        (await As("admin").Delete($"service-levels/holiday-sets/{set.Id}")).Expect(HttpStatusCode.Conflict, "holiday_set.in_use");

        (await As("admin").Patch($"service-levels/calendars/{calendar.Id}", new { holidaySetIds = Array.Empty<Guid>() })).Expect(HttpStatusCode.OK);

        (await As("admin").Delete($"service-levels/holiday-sets/{set.Id}")).Expect(HttpStatusCode.NoContent);
        (await As("admin").Get($"service-levels/holiday-sets/{set.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_stale_edit_is_refused()
    {
        var set = await Introduce(new { name = "Local", days = OneDay });
        await As("admin").Patch($"service-levels/holiday-sets/{set.Id}", new { name = "Regional" });

        var stale = await As("admin").Patch($"service-levels/holiday-sets/{set.Id}", new { name = "National" }, ifMatch: set.ETag);

        stale.Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        Assert.That(stale["current"].GetProperty("name").GetString(), Is.EqualTo("Regional"));
    }

    [Test]
    public async Task Administrators_write_technicians_read_and_employees_do_neither()
    {
        var set = await Introduce(new { name = "Local", days = OneDay });

        using (Assert.EnterMultipleScope())
        {
            foreach (var path in new[] { "service-levels/holiday-sets", $"service-levels/holiday-sets/{set.Id}" })
            {
                (await As("tom").Get(path)).Expect(HttpStatusCode.OK);
                (await As("alice").Get(path)).Expect(HttpStatusCode.Forbidden, "forbidden");
            }

            (await As("sue").Post("service-levels/holiday-sets", new { name = "x", days = OneDay })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Patch($"service-levels/holiday-sets/{set.Id}", new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Delete($"service-levels/holiday-sets/{set.Id}")).Expect(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    private async Task<Answer> Introduce(object body) => (await As("admin").Post("service-levels/holiday-sets", body)).Expect(HttpStatusCode.Created);
}
