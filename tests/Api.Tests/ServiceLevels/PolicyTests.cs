using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Infrastructure.Outbox;
using static ServiceDesk.Api.Tests.ServiceLevels.CalendarClient;

namespace ServiceDesk.Api.Tests.ServiceLevels;

public sealed class PolicyTests : ApiTest
{
    private string office = "";

    [OneTimeSetUp]
    public async Task IntroduceCalendar() => office = (await As("admin").IntroduceOffice()).Id;

    [Test]
    public async Task A_new_installation_has_a_policy_for_each_priority_of_incidents()
    {
        var policies = (await As("tom").Get("service-levels/policies"))["items"].EnumerateArray()
            .Where(p => p.GetProperty("name").GetString()!.StartsWith("Standard")).ToList();

        Assert.That(policies.Select(p => string.Join(
            " ", p.GetProperty("name").GetString(), p.GetProperty("calendar").GetProperty("name").GetString(),
            p.GetProperty("targets").GetProperty("firstResponse").GetString(), p.GetProperty("targets").GetProperty("resolution").GetString())), Is.EqualTo(
            new[]
            {
                "Standard P1 Around the clock PT1H PT4H", "Standard P2 Business hours PT2H PT8H", "Standard P3 Business hours PT4H PT24H",
                "Standard P4 Business hours PT8H PT40H", "Standard P5 Business hours PT8H PT80H", "Standard Business hours PT8H PT40H",
            }));
    }

    [Test]
    public async Task A_policy_is_published_for_new_tickets_at_once_and_comes_back_as_written()
    {
        var team = await TeamId("network");
        var made = await As("admin").Post("service-levels/policies", new
        {
            name = "Gold",
            order = 10,
            when = new { practice = "incident", priorities = new[] { "p1", "p2" }, vip = true },
            calendarId = office,
            targets = new { firstResponse = "PT30M", nextResponse = "PT1H", resolution = "PT4H30M" },
            pauseOn = new[] { "awaitingRequester", "awaitingSupplier" },
            alarms = new object[]
            {
                new { target = "resolution", at = 0.75, actions = new object[] { new { type = "notify", whom = new[] { "owner", "onCall" }, onlyInWorkingHours = true }, new { type = "raisePriority" } } },
                new { target = "resolution", before = "PT30M", actions = new object[] { new { type = "assignTeam", teamId = team }, new { type = "escalate", chain = "night" } } },
                new { target = "firstResponse", at = 1, actions = Array.Empty<object>() },
            },
        });

        made.Expect(HttpStatusCode.Created);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Location, Is.EqualTo($"/api/v1/service-levels/policies/{made.Id}"));
            Assert.That((await As("tom").Get($"service-levels/policies/{made.Id}")).Text, Is.EqualTo(made.Text));
            Assert.That(made["publishedVersion"].GetInt32(), Is.EqualTo(1));
            Assert.That(made["draft"].ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(made["when"].GetProperty("priorities").GetRawText(), Is.EqualTo("""["p1","p2"]"""));
            Assert.That(made["when"].GetProperty("vip").GetBoolean(), Is.True);
            Assert.That(made["targets"].GetRawText(), Is.EqualTo("""{"firstResponse":"PT30M","nextResponse":"PT1H","resolution":"PT4H30M"}"""));
            Assert.That(made["pauseOn"].GetRawText(), Is.EqualTo("""["awaitingRequester","awaitingSupplier"]"""));
            Assert.That(made["alarms"][0].GetProperty("at").GetDecimal(), Is.EqualTo(0.75m));
            Assert.That(made["alarms"][0].GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("onlyInWorkingHours").GetBoolean()), Is.EqualTo(new[] { true, false }));
            Assert.That(made["alarms"][1].GetProperty("before").GetString(), Is.EqualTo("PT30M"));
            Assert.That(made["alarms"][1].GetProperty("actions")[0].GetProperty("teamId").GetGuid(), Is.EqualTo(team));
            Assert.That(made["alarms"][2].GetProperty("actions")[0].GetProperty("whom").GetRawText(), Is.EqualTo("""["owner","lead"]"""), "no action is to notify");
            Assert.That(made["firstResponseBy"].GetString(), Is.EqualTo("message"));
        }
    }

    [Test]
    public async Task A_change_is_a_draft_until_it_is_published()
    {
        var made = await Introduce(new { resolution = "PT8H" });

        var drafted = await As("admin").Patch($"service-levels/policies/{made.Id}", new { targets = new { firstResponse = "PT1H" } });
        var again = await As("admin").Patch($"service-levels/policies/{made.Id}", new { pauseOn = Array.Empty<string>() });
        var published = await As("admin").Post($"service-levels/policies/{made.Id}/publish", new { reach = "open" });
        var versions = await As("tom").Get($"service-levels/policies/{made.Id}/versions");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(drafted["targets"].GetProperty("firstResponse").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(drafted["draft"].GetProperty("targets").GetRawText(), Is.EqualTo("""{"firstResponse":"PT1H","nextResponse":null,"resolution":"PT8H"}"""));
            Assert.That(again["draft"].GetProperty("number").GetInt32(), Is.EqualTo(2), "the draft is written on");
            Assert.That(again["draft"].GetProperty("targets").GetProperty("firstResponse").GetString(), Is.EqualTo("PT1H"));
            Assert.That(published["publishedVersion"].GetInt32(), Is.EqualTo(2));
            Assert.That(published["targets"].GetProperty("firstResponse").GetString(), Is.EqualTo("PT1H"));
            Assert.That(published["draft"].ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(versions["items"].EnumerateArray().Select(v => v.GetProperty("reach").GetString()), Is.EqualTo(new[] { "open", "new" }));
            Assert.That(versions["items"][1].GetProperty("targets").GetProperty("firstResponse").ValueKind, Is.EqualTo(JsonValueKind.Null));
        }
    }

    [Test]
    public async Task Publishing_is_told_with_its_reach()
    {
        var made = await Introduce(new { resolution = "PT8H" });
        await As("admin").Patch($"service-levels/policies/{made.Id}", new { targets = new { resolution = "PT4H" } });
        await As("admin").Post($"service-levels/policies/{made.Id}/publish", new { reach = "open" });

        var told = await Desk.Db(db => db.Set<OutboxMessage>().Where(m => m.Name == "policy.published.v1").OrderBy(m => m.Id).Select(m => m.Payload).ToListAsync());

        var ours = told.Select(p => JsonElement.Parse(p)).Where(p => p.GetProperty("policyId").GetString() == made.Id).ToList();
        Assert.That(ours.Select(p => (p.GetProperty("number").GetInt32(), p.GetProperty("reach").GetString())), Is.EqualTo(new[] { (1, "new"), (2, "open") }));
    }

    [Test]
    public async Task Name_and_order_change_without_a_draft()
    {
        var made = await Introduce(new { resolution = "PT8H" });

        var changed = await As("admin").Patch($"service-levels/policies/{made.Id}", new { name = "Silver", order = 7 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((changed["name"].GetString(), changed["order"].GetInt32()), Is.EqualTo(("Silver", 7)));
            Assert.That(changed["draft"].ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(changed.ETag, Is.EqualTo("\"2\""));
        }
    }

    [Test]
    public async Task A_draft_may_be_thrown_away()
    {
        var made = await Introduce(new { resolution = "PT8H" });
        await As("admin").Patch($"service-levels/policies/{made.Id}", new { targets = new { resolution = "PT4H" } });

        var discarded = await As("admin").Post($"service-levels/policies/{made.Id}/discard-draft");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(discarded.Expect(HttpStatusCode.OK)["draft"].ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That((await As("tom").Get($"service-levels/policies/{made.Id}/versions"))["items"].GetArrayLength(), Is.EqualTo(1));
            (await As("admin").Post($"service-levels/policies/{made.Id}/publish")).Expect(HttpStatusCode.Conflict, "policy.no_draft");
            (await As("admin").Post($"service-levels/policies/{made.Id}/discard-draft")).Expect(HttpStatusCode.Conflict, "policy.no_draft");
        }
    }

    [Test]
    public async Task A_policy_rests_and_comes_back()
    {
        var made = await Introduce(new { resolution = "PT8H" });

        var resting = await As("admin").Post($"service-levels/policies/{made.Id}/deactivate");
        var listed = (await As("tom").Get("service-levels/policies?active=false"))["items"].EnumerateArray().Select(p => p.GetProperty("id").GetString()).ToList();
        var back = await As("admin").Post($"service-levels/policies/{made.Id}/reactivate");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(resting["active"].GetBoolean(), Is.False);
            Assert.That(listed, Does.Contain(made.Id));
            Assert.That(back["active"].GetBoolean(), Is.True);
        }
    }

    [Test]
    public async Task They_are_listed_in_the_order_in_which_they_are_tried()
    {
        foreach (var order in new[] { 5, -3, 5 })
            await Introduce(new { resolution = "PT8H" }, order);

        List<(int Order, string Id)> paged = [];
        for (var cursor = ""; cursor is not null;)
        {
            var page = await As("tom").Get("service-levels/policies?limit=2" + (cursor.Length > 0 ? "&cursor=" + cursor : ""));
            paged.AddRange(page["items"].EnumerateArray().Select(p => (p.GetProperty("order").GetInt32(), p.GetProperty("id").GetString()!)));
            cursor = page["nextCursor"].GetString();
        }

        Assert.That(paged, Is.EqualTo(paged.OrderBy(p => p.Order).ThenBy(p => p.Id, StringComparer.Ordinal)));
        Assert.That(paged.Select(p => p.Id).ToList(), Is.Unique.And.Count.GreaterThanOrEqualTo(9));
    }

    [TestCase("""{ "targets": {} }""", "policy.no_target")]
    [TestCase("""{ "when": { "priorities": [] } }""", "policy.never_starts")]
    [TestCase("""{ "when": { "practice": "change" }, "targets": { "firstResponse": "PT1H" } }""", "policy.never_stops")]
    [TestCase("""{ "targets": { "resolution": "PT0S" } }""", "policy.target_invalid")]
    [TestCase("""{ "targets": { "resolution": "P1D" } }""", "duration.unit")]
    [TestCase("""{ "calendarId": "00000000-0000-7000-8000-00000000dead" }""", "calendar.unknown")]
    [TestCase("""{ "when": { "serviceIds": ["00000000-0000-7000-8000-00000000dead"] } }""", "service.unknown")]
    [TestCase("""{ "when": { "categoryIds": ["00000000-0000-7000-8000-00000000dead"] } }""", "category.unknown")]
    [TestCase("""{ "when": { "siteIds": ["00000000-0000-7000-8000-00000000dead"] } }""", "site.unknown")]
    [TestCase("""{ "when": { "requesterGroupIds": ["00000000-0000-7000-8000-00000000dead"] } }""", "requester_group.unknown")]
    [TestCase("""{ "alarms": [{ "target": "firstResponse", "at": 0.5 }] }""", "policy.alarm_without_target")]
    [TestCase("""{ "alarms": [{ "target": "resolution" }] }""", "policy.alarm_invalid")]
    [TestCase("""{ "alarms": [{ "target": "resolution", "at": 0.5, "before": "PT1H" }] }""", "policy.alarm_invalid")]
    [TestCase("""{ "alarms": [{ "target": "resolution", "at": 0.5, "actions": [{ "type": "escalate" }] }] }""", "policy.alarm_action_invalid")]
    [TestCase(
        """{ "alarms": [{ "target": "resolution", "at": 0.5, "actions": [{ "type": "assignTeam", "teamId": "00000000-0000-7000-8000-00000000dead" }] }] }""", "team.unknown")]
    public async Task A_promise_on_paper_only_is_refused_with_the_reason(string change, string code)
    {
        var body = new Dictionary<string, object?> { ["name"] = "x", ["order"] = 1, ["calendarId"] = office, ["targets"] = new { resolution = "PT8H" } };
        foreach (var member in JsonElement.Parse(change).EnumerateObject())
            body[member.Name] = member.Value;

        (await As("admin").Post("service-levels/policies", body)).Expect(HttpStatusCode.UnprocessableEntity, code);
    }

    [TestCase("""[{ "target": "resolution", "at": 0.5 }, { "target": "resolution", "at": 0.75 }, { "target": "resolution", "at": 0.50 }]""", 2)]
    [TestCase("""[{ "target": "resolution", "before": "PT1H" }, { "target": "resolution", "before": "PT60M" }]""", 1)]
    [TestCase("""[{ "target": "resolution", "at": 1 }, { "target": "resolution", "before": "PT0S" }]""", 1)]
    public async Task Two_alarms_of_a_target_at_one_level_are_refused_with_the_place_of_the_second(string alarms, int place)
    {
        var body = new { name = "x", order = 1, calendarId = office, targets = new { resolution = "PT8H" }, alarms = JsonElement.Parse(alarms) };
        var made = await Introduce(new { resolution = "PT8H" });

        foreach (var refused in new[]
        {
            await As("admin").Post("service-levels/policies", body), await As("admin").Patch($"service-levels/policies/{made.Id}", new { alarms = JsonElement.Parse(alarms) }),
        })
        {
            refused.Expect(HttpStatusCode.UnprocessableEntity, "policy.alarm_twice");
            Assert.That(refused["errors"].TryGetProperty($"alarms[{place}]", out _), Is.True, refused.Text);
        }
    }

    [Test]
    public async Task A_draft_on_a_calendar_that_has_closed_for_good_is_not_published()
    {
        var calendar = await As("admin").Introduce("UTC", new { }, [new { date = "2026-03-05", label = "Once", windows = new[] { Morning } }]);
        var made = await Introduce(new { resolution = "PT1H" });
        await As("admin").Patch($"service-levels/policies/{made.Id}", new { calendarId = calendar.Id });
        var before = Clock.GetUtcNow();

        Clock.Set(before.AddDays(30));
        var refused = await As("admin").Post($"service-levels/policies/{made.Id}/publish");
        Clock.Set(before);

        refused.Expect(HttpStatusCode.UnprocessableEntity, "policy.paused_for_good");
    }

    [TestCase("""{"name":"x","order":1,"targets":{"resolution":"PT1H"}}""", "calendarId")]
    [TestCase("""{"name":"x","calendarId":"00000000-0000-7000-8000-00000000dead","targets":{"resolution":"PT1H"}}""", "order")]
    [TestCase("""{"name":"x","order":1,"calendarId":"00000000-0000-7000-8000-00000000dead","targets":{"resolution":"PT1H"},"pauseOn":["lunch"]}""", "pauseOn")]
    [TestCase("""{"name":"x","order":1,"calendarId":"00000000-0000-7000-8000-00000000dead","targets":{"repair":"PT1H"}}""", "repair")]
    public async Task What_is_outside_the_schema_is_named(string body, string member)
    {
        var refused = await As("admin").Send(
            new HttpRequestMessage(HttpMethod.Post, "/api/v1/service-levels/policies") { Content = new StringContent(body, null, "application/json") });

        refused.Expect(HttpStatusCode.BadRequest);
        Assert.That(refused.Text, Does.Contain(member));
    }

    [Test]
    public async Task A_stale_edit_is_shown_what_is_current()
    {
        var made = await Introduce(new { resolution = "PT8H" });
        await As("admin").Patch($"service-levels/policies/{made.Id}", new { name = "Silver" });

        foreach (var (verb, body) in new (string, object)[] { ("publish", new { reach = "new" }), ("deactivate", new { }), ("discard-draft", new { }) })
            (await As("admin").Post($"service-levels/policies/{made.Id}/{verb}", body, ifMatch: made.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        var stale = await As("admin").Patch($"service-levels/policies/{made.Id}", new { name = "Gold" }, ifMatch: made.ETag);

        stale.Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        Assert.That(stale["current"].GetProperty("name").GetString(), Is.EqualTo("Silver"));
    }

    [Test]
    public async Task Administrators_write_technicians_read_and_employees_do_neither()
    {
        var made = await Introduce(new { resolution = "PT8H" });
        using (Assert.EnterMultipleScope())
        {
            foreach (var path in new[] { "service-levels/policies", $"service-levels/policies/{made.Id}", $"service-levels/policies/{made.Id}/versions" })
            {
                (await As("tom").Get(path)).Expect(HttpStatusCode.OK);
                (await As("alice").Get(path)).Expect(HttpStatusCode.Forbidden, "forbidden");
            }

            foreach (var verb in new[] { "publish", "discard-draft", "deactivate", "reactivate" })
                (await As("sue").Post($"service-levels/policies/{made.Id}/{verb}")).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Patch($"service-levels/policies/{made.Id}", new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("sue").Post("service-levels/policies", Body(new { resolution = "PT8H" }, 1))).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("admin").Get($"service-levels/policies/{Guid.CreateVersion7()}")).Expect(HttpStatusCode.NotFound, "not_found");
        }
    }

    private async Task<Answer> Introduce(object targets, int order = 100) =>
        (await As("admin").Post("service-levels/policies", Body(targets, order))).Expect(HttpStatusCode.Created);

    private object Body(object targets, int order) => new { name = "Test", order, calendarId = office, targets };
}
