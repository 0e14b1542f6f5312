using System.Net;
using System.Text.Json;
using static ServiceDesk.Api.Tests.ServiceLevels.CalendarClient;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>
/// Three incidents opened at nine, one policy of 2 h to the first response and 8 h to resolution around the clock, and it is two o'clock:
/// one waits untouched at the service desk; one of the network team waits for its requester since ten; one was resolved at twelve.
/// </summary>
public sealed class SimulationTests : ApiTest
{
    private string calendar = "";
    private string policy = "";

    [OneTimeSetUp]
    public async Task OpenTickets()
    {
        calendar = (await As("admin").Introduce("UTC", Daily(Window("00:00", "24:00")))).Id;
        policy = (await As("admin").Post("service-levels/policies", new
        {
            name = "All",
            order = 10,
            calendarId = calendar,
            targets = new { firstResponse = "PT2H", resolution = "PT8H" },
        })).Expect(HttpStatusCode.Created).Id;

        var (desk, network) = (await TeamId("service-desk"), await TeamId("network"));
        await As("dan").Open(more: new { teamId = desk });
        var waiting = await As("dan").Open(more: new { teamId = network });
        var solved = await As("alice").Open();
        var cancelled = await As("alice").Open();
        await As("dan").Post($"incidents/{waiting.Id}/assign", new { teamId = network, assigneeId = await UserId("tina") });
        Clock.Advance(TimeSpan.FromHours(1));
        (await As("tina").Post($"incidents/{waiting.Id}/hold", new { reason = "awaitingRequester" })).Expect(HttpStatusCode.OK);
        (await As("dan").Post($"incidents/{cancelled.Id}/cancel", new { reason = "A mistake" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{solved.Id}/start")).Expect(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromHours(2));
        (await As("tom").Post($"incidents/{solved.Id}/resolve", new { code = "fixed", text = "Done." })).Expect(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromHours(2));
    }

    [Test]
    public async Task A_shorter_resolution_moves_deadlines_and_makes_one_late()
    {
        await As("admin").Patch($"service-levels/policies/{policy}", new { targets = new { resolution = "PT4H" } });

        var simulated = await Simulate(new { policyId = policy });
        await As("admin").Post($"service-levels/policies/{policy}/discard-draft");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulated["complete"].GetBoolean(), Is.True);
            // At one o'clock instead of five: late. Waiting: 3 h left instead of 7. A response that is late already falls due at publication.
            Assert.That(Counts(simulated["open"]), Is.EqualTo("2 tickets, 4 deadlines, 2 earlier, 1 later, 0 added, 0 removed, 1 late, 0 no longer"));
            Assert.That(Team(simulated["open"], "Service Desk"), Is.EqualTo("1 tickets, 2 deadlines, 1 earlier, 1 later, 0 added, 0 removed, 1 late, 0 no longer"));
            Assert.That(Team(simulated["open"], "Network"), Is.EqualTo("1 tickets, 2 deadlines, 1 earlier, 0 later, 0 added, 0 removed, 0 late, 0 no longer"));
            // The one resolved after three hours would have been in time as well.
            Assert.That(Counts(simulated["recent"]), Is.EqualTo("3 tickets, 6 deadlines, 3 earlier, 0 later, 0 added, 0 removed, 1 late, 0 no longer"));
        }
    }

    [Test]
    public async Task A_policy_that_does_not_pause_would_have_made_the_waiting_one_late_and_lets_it_go_on_from_now()
    {
        var simulated = await Simulate(new
        {
            policyId = policy,
            definition = new { calendarId = calendar, targets = new { firstResponse = "PT2H", resolution = "PT8H" }, pauseOn = Array.Empty<string>() },
        });

        Assert.That(Team(simulated["recent"], "Network"), Is.EqualTo("1 tickets, 2 deadlines, 2 earlier, 0 later, 0 added, 0 removed, 1 late, 0 no longer"));
        Assert.That(Team(simulated["open"], "Network"), Is.EqualTo("1 tickets, 2 deadlines, 0 earlier, 0 later, 0 added, 0 removed, 0 late, 0 no longer"));
    }

    [Test]
    public async Task A_policy_beside_the_others_goes_first_by_its_order()
    {
        var generous = new { calendarId = calendar, targets = new { resolution = "PT100H" } };

        var first = await Simulate(new { order = 1, definition = generous });
        var last = await Simulate(new { order = 99, definition = generous });
        var elsewhere = await Simulate(new { order = 1, definition = new { when = new { priorities = new[] { "p1" } }, calendarId = calendar, targets = new { resolution = "PT100H" } } });

        using (Assert.EnterMultipleScope())
        {
            // The first response of the untouched one was late, and is not promised any more.
            Assert.That(Counts(first["open"]), Is.EqualTo("2 tickets, 4 deadlines, 0 earlier, 2 later, 0 added, 2 removed, 0 late, 1 no longer"));
            Assert.That(Counts(first["recent"]), Is.EqualTo("3 tickets, 6 deadlines, 0 earlier, 3 later, 0 added, 3 removed, 0 late, 2 no longer"));
            Assert.That(Counts(last["open"]), Is.EqualTo("2 tickets, 4 deadlines, 0 earlier, 0 later, 0 added, 0 removed, 0 late, 0 no longer"));
            Assert.That(Counts(elsewhere["open"]), Is.EqualTo(Counts(last["open"])));
        }
    }

    [Test]
    public async Task A_simulation_changes_nothing()
    {
        var before = (await As("admin").Get($"service-levels/policies/{policy}")).Text;

        await Simulate(new { policyId = policy, definition = new { calendarId = calendar, targets = new { resolution = "PT1H" } } });

        Assert.That((await As("admin").Get($"service-levels/policies/{policy}")).Text, Is.EqualTo(before));
    }

    [Test]
    public async Task What_cannot_be_tried_is_refused()
    {
        var definition = new { calendarId = calendar, targets = new { resolution = "PT1H" } };
        using (Assert.EnterMultipleScope())
        {
            (await Post(new { })).Expect(HttpStatusCode.BadRequest, "validation");
            (await Post(new { definition })).Expect(HttpStatusCode.BadRequest, "validation");
            (await Post(new { policyId = policy })).Expect(HttpStatusCode.Conflict, "policy.no_draft");
            (await Post(new { policyId = Guid.CreateVersion7() })).Expect(HttpStatusCode.UnprocessableEntity, "policy.unknown");
            (await Post(new { order = 1, definition = new { calendarId = calendar, targets = new { } } })).Expect(HttpStatusCode.UnprocessableEntity, "policy.no_target");
            (await Post(new { order = 1, definition = new { calendarId = Guid.CreateVersion7(), targets = new { resolution = "PT1H" } } }))
                .Expect(HttpStatusCode.UnprocessableEntity, "calendar.unknown");
            (await As("sue").Post("service-levels/simulations", new { order = 1, definition })).Expect(HttpStatusCode.Forbidden, "forbidden");
        }
    }

    private Task<Answer> Post(object body) => As("admin").Post("service-levels/simulations", body);

    private async Task<Answer> Simulate(object body) => (await Post(body)).Expect(HttpStatusCode.OK);

    private static string Team(JsonElement counts, string name) => Counts(
        counts.GetProperty("byTeam").EnumerateArray().Single(t => t.GetProperty("team").GetProperty("name").GetString() == name).GetProperty("counts"));

    private static string Counts(JsonElement c)
    {
        Assert.That(Of("moved"), Is.EqualTo(Of("earlier") + Of("later")));
        return $"{Of("tickets")} tickets, {Of("deadlines")} deadlines, {Of("earlier")} earlier, {Of("later")} later, {Of("added")} added, "
            + $"{Of("removed")} removed, {Of("becomeLate")} late, {Of("noLongerLate")} no longer";

        int Of(string name) => c.GetProperty(name).GetInt32();
    }
}
