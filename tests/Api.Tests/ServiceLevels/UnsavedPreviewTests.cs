using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Api.Tests.ServiceLevels.CalendarClient;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>A calendar is tried as it is typed: by the same rules as one that is published, and without a trace.</summary>
public sealed class UnsavedPreviewTests : ApiTest
{
    private const string Path = "service-levels/calendars/preview";
    private static readonly object[] Day = [new { from = "08:00", to = "12:00" }, new { from = "13:00", to = "17:00" }];
    private static readonly object Week = new { monday = Day, tuesday = Day, wednesday = Day, thursday = Day, friday = Day };

    [Test]
    public async Task What_is_typed_answers_as_the_published_calendar_will_and_nothing_is_kept()
    {
        var set = (await As("admin").Post("service-levels/holiday-sets", new { name = "Pentecost", days = new[] { new { date = "2026-05-25", label = "Whit Monday" } } }))
            .Expect(HttpStatusCode.Created);
        var calendar = new { timeZone = Berlin, weekly = Week, exceptions = new[] { new { date = "2026-05-26", label = "Moving", windows = new[] { Morning } } }, holidaySetIds = new[] { set.Id } };
        var question = new { start = "2026-05-22T14:00:00Z", duration = "PT6H" };
        var before = await CountAsync();

        var typed = (await As("admin").Post(Path, new { calendar, question.start, question.duration })).Expect(HttpStatusCode.OK);
        var span = (await As("admin").Post(Path, new { calendar, from = question.start, to = typed["dueAt"].GetString() })).Expect(HttpStatusCode.OK);
        var kept = await CountAsync();
        var published = (await As("admin").Post("service-levels/calendars", new { name = "Typed", calendar.timeZone, calendar.weekly, calendar.exceptions, calendar.holidaySetIds }))
            .Expect(HttpStatusCode.Created);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(typed["dueAt"].GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.Parse("2026-05-27T07:00:00Z")));
            Assert.That(span["elapsed"].GetString(), Is.EqualTo("PT6H"));
            Assert.That(Counted(typed["trace"]), Is.EqualTo(6 * 3600));
            Assert.That(typed.Text, Does.Contain("Whit Monday").And.Contain("Moving"));
            Assert.That(kept, Is.EqualTo(before));
            Assert.That((await As("admin").Preview(published.Id, question)).Text, Is.EqualTo(typed.Text));
        }
    }

    [TestCase("""{ "timeZone": "Europe/Atlantis" }""", "calendar.zone_unknown")]
    [TestCase("""{ "weekly": {} }""", "calendar.never_open")]
    [TestCase("""{ "weekly": { "monday": [{ "from": "08:00", "to": "08:00" }] } }""", "calendar.window_empty")]
    [TestCase("""{ "exceptions": [{ "date": "2026-05-25", "label": "" }] }""", "calendar.label_invalid")]
    [TestCase("""{ "exceptions": [{ "date": "2026-05-25", "label": "a" }, { "date": "2026-05-25", "label": "b" }] }""", "calendar.exception_twice")]
    [TestCase("""{ "holidaySetIds": ["00000000-0000-7000-8000-00000000dead"] }""", "holiday_set.unknown")]
    public async Task What_could_not_be_published_is_not_tried_either(string change, string code)
    {
        var calendar = new Dictionary<string, object> { ["timeZone"] = Berlin, ["weekly"] = Week };
        foreach (var member in JsonElement.Parse(change).EnumerateObject())
            calendar[member.Name] = member.Value;

        (await As("admin").Post(Path, new { calendar, start = "2026-06-01T08:00:00Z", duration = "PT1H" })).Expect(HttpStatusCode.UnprocessableEntity, code);
    }

    [Test]
    public async Task It_is_for_whoever_may_edit_calendars_and_asks_one_thing()
    {
        var calendar = new { timeZone = Berlin, weekly = Week };

        (await As("tom").Post(Path, new { calendar, start = "2026-06-01T08:00:00Z", duration = "PT1H" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("admin").Post(Path, new { calendar })).Expect(HttpStatusCode.BadRequest, "validation");
        (await As("admin").Post(Path, new { calendar, start = "2026-06-01T08:00:00Z", to = "2026-06-02T08:00:00Z" })).Expect(HttpStatusCode.BadRequest, "validation");
        (await As("admin").Post(Path, new { start = "2026-06-01T08:00:00Z", duration = "PT1H" })).Expect(HttpStatusCode.BadRequest, "request.malformed");
    }

    private Task<int> CountAsync() => Desk.Db(db => db.Set<CalendarVersion>().CountAsync());
}
