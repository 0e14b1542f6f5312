using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Api.Tests.Incidents;

public sealed class MajorIncidentTests : ApiTest
{
    [Test]
    public async Task A_major_incident_is_declared_led_and_told_to_everybody_in_public_words_only()
    {
        var opened = await As("tom").Open("Exchange certificate of host mx-17 expired");
        var url = $"incidents/{opened.Id}";
        var tom = await UserId("tom");

        (await As("tom").Post(url + "/declare-major", new { leadId = tom, summary = "Mail is down." })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("dan").Post(url + "/declare-major", new { leadId = await UserId("alice"), summary = "Mail is down." }))
            .Expect(HttpStatusCode.UnprocessableEntity, "incident.lead_unknown");
        var major = (await As("dan").Post(url + "/declare-major", new { leadId = tom, summary = "Mail is down." })).Expect(HttpStatusCode.OK);
        Assert.That(major["major"].GetProperty("lead").GetProperty("name").GetString(), Is.EqualTo("Tom Becker"));
        (await As("dan").Post(url + "/declare-major", new { leadId = tom, summary = "Again." })).Expect(HttpStatusCode.Conflict, "incident.already_major");

        Assert.That((await Notice("alice", opened.Id)).GetProperty("status").GetString(), Is.EqualTo("Mail is down."));
        (await As("tina").Post(url + "/major/updates", new { status = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post(url + "/major/updates", new { status = "x", nextUpdate = Clock.GetUtcNow().AddHours(-1) }))
            .Expect(HttpStatusCode.UnprocessableEntity, "incident.next_update_past");
        (await As("tom").Post(url + "/major/updates", new { status = "A new certificate comes.", nextUpdate = Clock.GetUtcNow().AddHours(1) })).Expect(HttpStatusCode.OK);

        var told = await Notice("alice", opened.Id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.GetProperty("status").GetString(), Is.EqualTo("A new certificate comes."));
            Assert.That(told.GetProperty("nextUpdateAt").ValueKind, Is.EqualTo(JsonValueKind.String));
            Assert.That(told.GetProperty("joined").GetBoolean(), Is.False);
            Assert.That(told.EnumerateObject().Select(m => m.Name), Does.Not.Contain("description").And.Not.Contain("assignee"));
        }

        (await As("alice").Get(url)).Expect(HttpStatusCode.NotFound, "not_found");
        var other = await As("tom").Open();
        (await As("dan").Post($"incidents/{other.Id}/major/updates", new { status = "x" })).Expect(HttpStatusCode.Conflict, "incident.not_major");
    }

    [Test]
    public async Task An_employee_joins_by_watching_or_with_their_own_ticket()
    {
        var major = await Declare("The network is down");
        var own = await As("alice").Open("No network");
        var others = await As("carl").Open("No network here");

        (await As("alice").Post($"incidents/{major}/join", new { ticketId = others.Id })).Expect(HttpStatusCode.UnprocessableEntity, "ticket.unknown");
        var placed = (await As("alice").Post($"incidents/{major}/join", new { ticketId = own.Id })).Expect(HttpStatusCode.OK);
        Assert.That(placed.Id, Is.EqualTo(own.Id));
        (await As("alice").Post($"incidents/{major}/join", new { ticketId = own.Id })).Expect(HttpStatusCode.OK);
        (await As("alice").Get($"incidents/{major}")).Expect(HttpStatusCode.NotFound);
        Assert.That((await As("tom").Get($"incidents/{own.Id}"))["parent"].GetProperty("id").GetString(), Is.EqualTo(major));
        Assert.That((await Notice("alice", major)).GetProperty("joined").GetBoolean(), Is.True);

        var joined = (await As("carl").Post($"incidents/{major}/join")).Expect(HttpStatusCode.OK);
        Assert.That(joined["id"].GetString(), Is.EqualTo(major));
        Assert.That(joined["joined"].GetBoolean(), Is.True);
        Assert.That(joined.Json.EnumerateObject().Select(m => m.Name), Does.Not.Contain("description").And.Not.Contain("requester"));
        (await As("carl").Post($"incidents/{major}/join")).Expect(HttpStatusCode.OK);
        var staff = (await As("tina").Post($"incidents/{major}/join")).Expect(HttpStatusCode.OK);
        Assert.That(staff["version"].GetInt64(), Is.GreaterThan(1), "who sees the ticket is answered with all of it");

        var ordinary = await As("tom").Open();
        (await As("alice").Post($"incidents/{ordinary.Id}/join")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("tom").Post($"incidents/{ordinary.Id}/join")).Expect(HttpStatusCode.Conflict, "incident.not_major");
    }

    [Test]
    public async Task Who_joins_sees_no_more_than_everybody_and_hears_the_public_updates()
    {
        var major = (await As("paula").Open("The lift stands still", new { description = "The xylophone is in it" })).Id;
        (await As("dan").Post($"incidents/{major}/declare-major", new { leadId = await UserId("tom"), summary = "Someone is on it" })).Expect(HttpStatusCode.OK);
        (await As("alice").Post($"incidents/{major}/join")).Expect(HttpStatusCode.OK);

        foreach (var path in new[] { "", "/comments", "/timeline", "/watchers" })
            (await As("alice").Get($"incidents/{major}{path}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("alice").Post($"incidents/{major}/comments", new { body = "Me too", visibility = "public" })).Expect(HttpStatusCode.NotFound, "not_found");
        Assert.That((await As("alice").Get("tickets?q=xylophone"))["items"].GetArrayLength(), Is.Zero);
        Assert.That((await As("alice").Get("tickets?limit=200"))["items"].EnumerateArray().Select(i => i.GetProperty("id").GetString()), Does.Not.Contain(major));
        Assert.That((await Notice("alice", major)).GetProperty("joined").GetBoolean(), Is.True);

        (await As("tom").Post($"incidents/{major}/comments", new { body = "To the requester", visibility = "public" })).Expect(HttpStatusCode.Created);
        (await As("tom").Post($"incidents/{major}/major/updates", new { status = "The mechanic comes" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{major}/resolve", new { code = "fixed", text = "It moves." })).Expect(HttpStatusCode.OK);
        await Desk.InScopeAsync(async s =>
        {
            while (await s.GetRequiredService<OutboxStep>().RunOnceAsync(default) == TimeSpan.Zero) { }
        });

        var told = (await As("alice").Get("me/notifications"))["items"].EnumerateArray().Where(n => n.GetProperty("ticket").GetProperty("id").GetString() == major).ToList();
        Assert.That(told.Select(n => n.GetProperty("kind").GetString()), Is.EquivalentTo(new[] { "stateChanged", "majorUpdated" }));
        Assert.That((await As("alice").Get("me/notifications/count"))["unread"].GetInt32(), Is.GreaterThanOrEqualTo(2));
        Assert.That((await As("paula").Get($"incidents/{major}"))["title"].GetString(), Is.EqualTo("The lift stands still"));

        // Whom the desk adds sees the ticket (ruling 15).
        (await As("tom").Post($"incidents/{major}/watchers", new { userId = await UserId("alice") })).Expect(HttpStatusCode.Created);
        (await As("alice").Get($"incidents/{major}")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_requester_of_a_major_reopens_it_as_they_close_it()
    {
        var major = (await As("alice").Open("The fountain is dry")).Id;
        (await As("dan").Post($"incidents/{major}/declare-major", new { leadId = await UserId("tom"), summary = "No water" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{major}/resolve", new { code = "fixed", text = "It flows." })).Expect(HttpStatusCode.OK);
        (await As("alice").Post($"incidents/{major}/reopen", new { text = "Dry again" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{major}/resolve", new { code = "fixed", text = "It flows now." })).Expect(HttpStatusCode.OK);
        (await As("alice").Post($"incidents/{major}/close")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task Many_who_join_at_once_are_all_in()
    {
        await using var twin = Desk.Twin();
        var major = await Declare("The phones are dead");

        var answers = await Task.WhenAll(new[] { "alice", "carl", "paula", "tom", "tina", "admin" }
            .Select((who, i) => (i % 2 == 0 ? As(who) : twin.As(who)).Post($"incidents/{major}/join")));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
        var watching = (await As("tom").Get($"incidents/{major}/watchers"))["items"].GetArrayLength();
        var affected = await Desk.Db(db => db.Set<Domain.Incidents.AffectedPerson>().CountAsync(a => a.TicketId == new Domain.Tickets.TicketId(Guid.Parse(major))));
        Assert.That(watching + affected, Is.EqualTo(6));
    }

    [Test]
    public async Task A_restricted_incident_is_no_major_and_a_major_is_not_restricted()
    {
        var secret = await As("tom").Open("A leak", new { restricted = true, teamId = await TeamId("service-desk") });
        var refused = await As("dan").Post($"incidents/{secret.Id}/declare-major", new { leadId = await UserId("tom"), summary = "x" });
        refused.Expect(HttpStatusCode.Conflict, "incident.restricted");
        Assert.That((await As("dan").Get($"incidents/{secret.Id}"))["refusedTransitions"].GetRawText(), Does.Contain("incident.restricted"));

        var major = await Declare("All doors are open");
        (await As("sue").Patch($"incidents/{major}", new { restricted = true })).Expect(HttpStatusCode.Conflict, "incident.major");
    }

    [Test]
    public async Task A_parents_resolution_is_offered_to_its_open_children_and_reported_child_by_child()
    {
        var parent = await Declare("The proxy is slow");
        List<string> children = [];
        for (var i = 0; i < 3; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            children.Add((await As("alice").Open($"Slow {i}")).Id);
            (await As("tom").Post($"incidents/{parent}/links", new { type = "parentOf", targetId = children[i] })).Expect(HttpStatusCode.Created);
        }

        (await As("alice").Post($"incidents/{children[1]}/cancel", new { reason = "Fast now" })).Expect(HttpStatusCode.OK);
        (await As("alice").Post($"incidents/{parent}/resolve-children", new { code = "fixed", text = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");

        var done = (await As("tom").Post($"incidents/{parent}/resolve-children", new { code = "fixed", text = "A new proxy." })).Expect(HttpStatusCode.OK);

        Assert.That(done["results"].EnumerateArray().Select(r => (r.GetProperty("id").GetString(), r.GetProperty("ok").GetBoolean())),
            Is.EqualTo(new[] { (children[0], true), (children[2], true) }));
        Assert.That(done["remaining"].GetInt32(), Is.Zero);
        var child = await As("alice").Get($"incidents/{children[2]}");
        Assert.That(child["state"].GetString(), Is.EqualTo("resolved"));
        Assert.That(child["resolution"].GetProperty("text").GetString(), Is.EqualTo("A new proxy."));
        Assert.That((await As("tom").Get($"incidents/{parent}"))["state"].GetString(), Is.EqualTo("new"));
    }

    [Test]
    public async Task The_requester_asks_how_it_goes_once_an_hour()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/nudge";

        (await As("tom").Post(url)).Expect(HttpStatusCode.Conflict, "ticket.not_requester");
        (await As("alice").Post(url)).Expect(HttpStatusCode.OK);
        (await As("alice").Post(url)).Expect(HttpStatusCode.Conflict, "ticket.nudged_lately");
        Clock.Advance(TimeSpan.FromHours(1));
        (await As("alice").Post(url)).Expect(HttpStatusCode.OK);
    }

    [TestCase("The payslips cannot be printed", false)]
    [TestCase("the and of", false)]
    [TestCase("What a secret", false, TestName = "Not by words only the ticket has")]
    [TestCase("Cannot reach my mailboxes", true)]
    [TestCase("Le certificat d'exchange", true)]
    [TestCase("Is groupware broken?", true)]
    [TestCase("La collaboration ne marche pas", true)]
    public async Task A_report_is_offered_a_major_incident_it_has_words_in_common_with(string typed, bool offered)
    {
        var service = (await As("admin").Post("services", new { name = new { en = "Groupware", fr = "Collaboration" }, key = $"groupware-{Guid.CreateVersion7(Clock.GetUtcNow()):n}" })).Expect(HttpStatusCode.Created).Id;
        var major = (await As("tom").Open("Mailbox of everybody: an exchange certificate has expired", new { description = "A secret of the team.", serviceId = service })).Id;
        (await As("dan").Post($"incidents/{major}/declare-major", new { leadId = await UserId("tom"), summary = "We know." })).Expect(HttpStatusCode.OK);

        var answer = (await As("alice").Get("major-incidents?limit=200&about=" + Uri.EscapeDataString(typed))).Expect(HttpStatusCode.OK);

        Assert.That(answer["items"].EnumerateArray().Any(i => i.GetProperty("id").GetString() == major), Is.EqualTo(offered));
        Assert.That((await Notice("alice", major)).GetProperty("joined").GetBoolean(), Is.False, "Everybody still finds it where all are told.");
    }

    private async Task<string> Declare(string title)
    {
        var opened = await As("tom").Open(title);
        (await As("dan").Post($"incidents/{opened.Id}/declare-major", new { leadId = await UserId("tom"), summary = "We know." })).Expect(HttpStatusCode.OK);
        return opened.Id;
    }

    private async Task<JsonElement> Notice(string who, string major) =>
        (await As(who).Get("major-incidents?limit=200")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Single(i => i.GetProperty("id").GetString() == major);
}
