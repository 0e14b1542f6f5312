using System.Net;
using System.Text.Json;
using static ServiceDesk.Api.Tests.ServiceLevels.CalendarClient;

namespace ServiceDesk.Api.Tests.ServiceLevels;

public sealed class CalendarTests : ApiTest
{
    [Test]
    public async Task A_new_installation_has_business_hours_with_the_French_holidays()
    {
        var calendars = (await As("tom").Get("service-levels/calendars"))["items"].EnumerateArray().ToList();

        var business = calendars.Single(c => c.GetProperty("name").GetString() == "Business hours");
        var preview = await As("tom").Preview(business.GetProperty("id").GetString()!, new { start = "2026-05-22T15:00:00Z", duration = "PT2H" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(calendars.Select(c => c.GetProperty("name").GetString()), Does.Contain("Around the clock"));
            Assert.That(business.GetProperty("timeZone").GetString(), Is.EqualTo("Europe/Paris"));
            Assert.That(business.GetProperty("holidaySets")[0].GetProperty("name").GetString(), Is.EqualTo("France"));
            Assert.That(preview["dueAt"].GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.Parse("2026-05-26T07:00:00Z")), "Whit Monday is closed");
            Assert.That(preview["trace"].GetRawText(), Does.Contain("Lundi de Pentecôte"));
        }
    }

    [Test]
    public async Task A_calendar_comes_back_as_it_was_written()
    {
        var weekly = new { monday = new[] { Window("08:00", "24:00") }, friday = new[] { Window("22:00", "06:00"), Morning } };
        var exceptions = new[] { new { date = "2026-12-24", label = "Christmas Eve", windows = new[] { Morning } } };

        var made = await As("admin").Post("service-levels/calendars", new { name = "Shifts", timeZone = Berlin, weekly, exceptions });
        var read = await As("tom").Get($"service-levels/calendars/{made.Id}");

        made.Expect(HttpStatusCode.Created);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Location, Is.EqualTo($"/api/v1/service-levels/calendars/{made.Id}"));
            Assert.That(made.ETag, Is.EqualTo("\"1\""));
            Assert.That(read.Text, Is.EqualTo(made.Text));
            Assert.That(read["name"].GetString(), Is.EqualTo("Shifts"));
            Assert.That(read["weekly"].GetProperty("monday").GetRawText(), Is.EqualTo("""[{"from":"08:00","to":"24:00"}]"""));
            Assert.That(read["weekly"].GetProperty("friday").GetRawText(), Is.EqualTo("""[{"from":"22:00","to":"06:00"},{"from":"08:00","to":"12:00"}]"""));
            Assert.That(read["weekly"].GetProperty("sunday").GetArrayLength(), Is.Zero);
            Assert.That(read["exceptions"].GetRawText(), Is.EqualTo("""[{"date":"2026-12-24","label":"Christmas Eve","windows":[{"from":"08:00","to":"12:00"}]}]"""));
            Assert.That(read["publishedVersion"].GetInt32(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_change_publishes_a_version_and_leaves_the_former_as_it_was()
    {
        var made = await As("admin").IntroduceOffice();

        var changed = await As("admin").Patch($"service-levels/calendars/{made.Id}", new { weekly = new { monday = (object?)null } });
        var versions = await As("tom").Get($"service-levels/calendars/{made.Id}/versions");
        var first = await As("tom").Get($"service-levels/calendars/{made.Id}/versions/1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed["publishedVersion"].GetInt32(), Is.EqualTo(2));
            Assert.That(changed["weekly"].GetProperty("monday").GetArrayLength(), Is.Zero);
            Assert.That(changed["weekly"].GetProperty("tuesday").GetArrayLength(), Is.EqualTo(2), "a merge patch leaves the other days");
            Assert.That(versions["items"].EnumerateArray().Select(v => v.GetProperty("number").GetInt32()), Is.EqualTo(new[] { 2, 1 }));
            Assert.That(versions["items"][0].GetProperty("publishedBy").GetProperty("name").GetString(), Is.EqualTo("Ada Admin"));
            Assert.That(first["weekly"].GetProperty("monday").GetArrayLength(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Another_name_publishes_no_version()
    {
        var made = await As("admin").IntroduceOffice();

        var renamed = await As("admin").Patch($"service-levels/calendars/{made.Id}", new { name = "Desk in Berlin" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(renamed["name"].GetString(), Is.EqualTo("Desk in Berlin"));
            Assert.That(renamed["publishedVersion"].GetInt32(), Is.EqualTo(1));
            Assert.That(renamed["version"].GetInt64(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task A_calendar_may_be_written_anew()
    {
        var made = await As("admin").IntroduceOffice(new { date = "2026-12-25", label = "Christmas" });

        var written = await As("admin").Put($"service-levels/calendars/{made.Id}", new { name = "New", timeZone = "UTC", weekly = new { sunday = new[] { Morning } } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written["weekly"].GetProperty("monday").GetArrayLength(), Is.Zero);
            Assert.That(written["weekly"].GetProperty("sunday").GetArrayLength(), Is.EqualTo(1));
            Assert.That(written["exceptions"].GetArrayLength(), Is.Zero);
        }
    }

    [Test]
    public async Task A_stale_edit_is_shown_what_is_current()
    {
        var made = await As("admin").IntroduceOffice();
        await As("admin").Patch($"service-levels/calendars/{made.Id}", new { name = "Berlin" });

        var stale = await As("admin").Patch($"service-levels/calendars/{made.Id}", new { name = "Hamburg" }, ifMatch: made.ETag);

        stale.Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stale["current"].GetProperty("name").GetString(), Is.EqualTo("Berlin"));
            Assert.That(stale.ETag, Is.EqualTo("\"2\""));
        }
    }

    [TestCase("""{"name":"x","timeZone":"Europe/Nowhere","weekly":{"monday":[{"from":"08:00","to":"12:00"}]}}""", "calendar.zone_unknown")]
    [TestCase("""{"name":"x","timeZone":"UTC","weekly":{}}""", "calendar.never_open")]
    [TestCase("""{"name":"x","timeZone":"UTC","weekly":{"monday":[{"from":"08:00","to":"08:00"}]}}""", "calendar.window_empty")]
    [TestCase("""{"name":"x","timeZone":"UTC","weekly":{"monday":[{"from":"8:00","to":"12:00"}]}}""", "calendar.time_invalid")]
    [TestCase("""{"name":"x","timeZone":"UTC","weekly":{"monday":[{"from":"24:00","to":"12:00"}]}}""", "calendar.time_invalid")]
    [TestCase(
        """{"name":"x","timeZone":"UTC","weekly":{"monday":[{"from":"08:00","to":"12:00"}]},"exceptions":[{"date":"2026-12-25","label":"a"},{"date":"2026-12-25","label":"b"}]}""",
        "calendar.exception_twice")]
    [TestCase(
        """{"name":"x","timeZone":"UTC","weekly":{"monday":[{"from":"08:00","to":"12:00"}]},"exceptions":[{"date":"2026-12-25","label":""}]}""",
        "calendar.label_invalid")]
    [TestCase(
        """{"name":"x","timeZone":"UTC","weekly":{"monday":[{"from":"08:00","to":"12:00"}]},"holidaySetIds":["00000000-0000-7000-8000-00000000dead"]}""",
        "holiday_set.unknown")]
    public async Task What_makes_no_sense_is_refused_with_the_reason(string body, string code) => (await Raw(body)).Expect(HttpStatusCode.UnprocessableEntity, code);

    [TestCase("""{"timeZone":"UTC","weekly":{}}""", "name")]
    [TestCase("""{"name":"x","timeZone":"UTC","weekly":{"someday":[]}}""", "someday")]
    [TestCase("""{"name":"x","timeZone":"UTC","weekly":{"monday":[{"from":"08:00"}]}}""", "to")]
    [TestCase("""{"name":"x","timeZone":"UTC","weekly":{},"exceptions":[{"date":"25/12/2026","label":"x"}]}""", "date")]
    public async Task What_is_outside_the_schema_is_named(string body, string member)
    {
        var refused = await Raw(body);

        refused.Expect(HttpStatusCode.BadRequest);
        Assert.That(refused.Text, Does.Contain(member));
    }

    [Test]
    public async Task Pages_go_through_all_calendars_once()
    {
        foreach (var _ in Enumerable.Range(0, 5))
            await As("admin").IntroduceOffice();
        var all = (await As("tom").Get("service-levels/calendars?limit=200"))["items"].EnumerateArray().Select(Id).ToList();

        List<string> paged = [];
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await As("tom").Get("service-levels/calendars?limit=2" + (cursor.Length > 0 ? "&cursor=" + cursor : ""))).Expect(HttpStatusCode.OK);
            paged.AddRange(page["items"].EnumerateArray().Select(Id));
            cursor = page["nextCursor"].GetString();
        }

        Assert.That(paged, Is.SubsetOf(all).Or.EquivalentTo(all));
        Assert.That(paged, Is.Unique.And.Count.GreaterThanOrEqualTo(7));

        static string Id(JsonElement calendar) => calendar.GetProperty("id").GetString()!;
    }

    [Test]
    public async Task Administrators_write_technicians_read_and_employees_do_neither()
    {
        var made = await As("admin").IntroduceOffice();
        var body = new { name = "x", timeZone = "UTC", weekly = MondayToFriday(Morning) };

        using (Assert.EnterMultipleScope())
        {
            foreach (var path in new[] { "service-levels/calendars", $"service-levels/calendars/{made.Id}", $"service-levels/calendars/{made.Id}/versions", $"service-levels/calendars/{made.Id}/versions/1" })
            {
                (await As("tom").Get(path)).Expect(HttpStatusCode.OK);
                (await As("alice").Get(path)).Expect(HttpStatusCode.Forbidden, "forbidden");
            }

            (await As("sue").Post("service-levels/calendars", body)).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Patch($"service-levels/calendars/{made.Id}", new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Put($"service-levels/calendars/{made.Id}", body)).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("admin").Get($"service-levels/calendars/{Guid.CreateVersion7()}")).Expect(HttpStatusCode.NotFound, "not_found");
            (await As("admin").Get($"service-levels/calendars/{made.Id}/versions/9")).Expect(HttpStatusCode.NotFound, "not_found");
        }
    }

    private Task<Answer> Raw(string body) => As("admin").Send(
        new HttpRequestMessage(HttpMethod.Post, "/api/v1/service-levels/calendars") { Content = new StringContent(body, null, "application/json") });
}
