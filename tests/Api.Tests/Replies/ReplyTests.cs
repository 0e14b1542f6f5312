using System.Net;

namespace ServiceDesk.Api.Tests.Replies;

public sealed class ReplyTests : ApiTest
{
    [Test]
    public async Task A_reply_is_filled_for_a_ticket_in_the_requesters_language()
    {
        var reply = (await As("tom").Post("replies", new
        {
            name = new { en = "Restart", fr = "Redémarrer" },
            body = new { en = "Dear {{requester.firstName}}, about {{ ticket.reference }}: please restart. {{me.name}}{{assignee.name}}", fr = "Bonjour {{requester.name}}" },
        })).Expect(HttpStatusCode.Created);
        var opened = await As("alice").Open("Names like {{me.email}} stay as they are");

        var rendered = (await As("tom").Post($"replies/{reply.Id}/render", new { ticketId = opened["reference"].GetString() })).Expect(HttpStatusCode.OK);
        var french = (await As("tom").Post($"replies/{reply.Id}/render", new { ticketId = opened.Id, language = "fr" })).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rendered["body"].GetString(), Is.EqualTo($"Dear Alice, about {opened["reference"].GetString()}: please restart. Tom Becker"));
            Assert.That(rendered["language"].GetString(), Is.EqualTo("en"));
            Assert.That(rendered["missing"].GetRawText(), Is.EqualTo("[\"assignee.name\"]"));
            Assert.That(french["body"].GetString(), Is.EqualTo("Bonjour Alice Martin"));
        }

        (await As("tom").Post($"replies/{reply.Id}/render", new { ticketId = "INC-999999" })).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("tom").Post($"replies/{reply.Id}/render", new { ticketId = opened.Id, language = "de" })).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task What_is_filled_in_is_never_read_as_a_place()
    {
        var reply = (await As("tom").Post("replies", new { name = "Title", body = "{{ticket.title}}" })).Expect(HttpStatusCode.Created);
        var opened = await As("alice").Open("{{me.email}}");

        var rendered = (await As("tom").Post($"replies/{reply.Id}/render", new { ticketId = opened.Id })).Expect(HttpStatusCode.OK);

        Assert.That(rendered["body"].GetString(), Is.EqualTo("{{me.email}}"));
    }

    [Test]
    public async Task A_place_nobody_knows_is_refused_by_name()
    {
        var refused = await As("tom").Post("replies", new { name = "x", body = "{{requester.salary}}" });

        refused.Expect(HttpStatusCode.UnprocessableEntity, "reply.unknown_variable");
        Assert.That(refused["detail"].GetString(), Does.Contain("requester.salary"));
        (await As("tom").Post("replies", new { name = "", body = "x" })).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task Replies_are_private_of_a_team_or_for_everybody()
    {
        var (desk, network) = (await TeamId("service-desk"), await TeamId("network"));
        var mine = (await As("tom").Post("replies", new { name = "Mine", body = "x" })).Expect(HttpStatusCode.Created);
        var ours = (await As("tina").Post("replies", new { name = "Network's", body = "x", scope = "team", teamId = network })).Expect(HttpStatusCode.Created);
        var everybodys = (await As("sue").Post("replies", new { name = "Everybody's", body = "x", scope = "everybody" })).Expect(HttpStatusCode.Created);

        (await As("alice").Get("replies")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post("replies", new { name = "x", body = "x", scope = "everybody" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post("replies", new { name = "x", body = "x", scope = "team", teamId = network })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post("replies", new { name = "x", body = "x", scope = "team" })).Expect(HttpStatusCode.UnprocessableEntity, "sharing.team");
        (await As("sue").Get($"replies/{mine.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("tom").Get($"replies/{ours.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("tom").Get($"replies/{everybodys.Id}")).Expect(HttpStatusCode.OK);
        (await As("tom").Patch($"replies/{everybodys.Id}", new { name = "Mine now" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Delete($"replies/{everybodys.Id}")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("sue").Patch($"replies/{ours.Id}", new { scope = "team", teamId = desk })).Expect(HttpStatusCode.OK);
        (await As("tom").Get($"replies/{ours.Id}")).Expect(HttpStatusCode.OK);
        Assert.That((await As("tom").Get("replies?q=MINE"))["items"].EnumerateArray().Select(r => r.GetProperty("name").GetString()), Is.EqualTo(new[] { "Mine" }));
    }

    [Test]
    public async Task A_reply_is_changed_by_its_owner_on_the_version_they_know_and_taken_away()
    {
        var reply = (await As("tom").Post("replies", new { name = "A", body = "x" })).Expect(HttpStatusCode.Created);
        var url = $"replies/{reply.Id}";

        var changed = (await As("tom").Patch(url, new { body = new { fr = "y" } }, ifMatch: reply.ETag)).Expect(HttpStatusCode.OK);
        Assert.That(changed["bodies"].GetProperty("fr").GetString(), Is.EqualTo("y"));
        Assert.That(changed["name"].GetString(), Is.EqualTo("A"));
        (await As("tom").Patch(url, new { name = "B" }, ifMatch: reply.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        (await As("tom").Delete(url)).Expect(HttpStatusCode.NoContent);
        (await As("tom").Get(url)).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_template_gives_what_to_open_a_ticket_with()
    {
        var template = (await As("tom").Post("ticket-templates", new
        {
            name = "New phone",
            title = "A phone for {{requester.name}}",
            description = "Asked of {{me.name}}.",
            urgency = "low",
            tags = new[] { "Phone" },
            forTeamId = await TeamId("network"),
        })).Expect(HttpStatusCode.Created);

        var rendered = (await As("tom").Post($"ticket-templates/{template.Id}/render", new { requesterId = await UserId("alice") })).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rendered["title"].GetString(), Is.EqualTo("A phone for Alice Martin"));
            Assert.That(rendered["description"].GetString(), Is.EqualTo("Asked of Tom Becker."));
            Assert.That(rendered["urgency"].GetString(), Is.EqualTo("low"));
            Assert.That(rendered["missing"].GetArrayLength(), Is.Zero);
        }

        await As("tom").Open(rendered["title"].GetString()!, new { teamId = rendered["teamId"].GetString(), tags = new[] { "phone" } });
        (await As("tina").Get($"ticket-templates/{template.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("tom").Put($"ticket-templates/{template.Id}", new { name = "Phone", title = "A phone", scope = "team", teamId = await TeamId("service-desk") }))
            .Expect(HttpStatusCode.OK);
        (await As("tina").Get($"ticket-templates/{template.Id}")).Expect(HttpStatusCode.OK);
        (await As("tina").Put($"ticket-templates/{template.Id}", new { name = "x", title = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post("ticket-templates", new { name = "x", title = "" })).Expect(HttpStatusCode.BadRequest, "validation");
        (await As("tom").Delete($"ticket-templates/{template.Id}")).Expect(HttpStatusCode.NoContent);
    }
}
