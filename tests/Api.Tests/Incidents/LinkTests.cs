using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.Incidents;

public sealed class LinkTests : ApiTest
{
    [TestCase("causedBy", "causes")]
    [TestCase("causes", "causedBy")]
    [TestCase("duplicateOf", "hasDuplicate")]
    [TestCase("relatedTo", "relatedTo")]
    [TestCase("resolvedBy", "resolves")]
    [TestCase("parentOf", "childOf")]
    [TestCase("childOf", "parentOf")]
    public async Task A_link_shows_at_both_ends_and_is_taken_away_from_either(string type, string inverse)
    {
        var (a, b) = (await As("tom").Open("A"), await As("tom").Open("B"));

        var link = (await As("tom").Post($"incidents/{a.Id}/links", new { type, targetId = b["reference"].GetString() })).Expect(HttpStatusCode.Created);

        Assert.That(link["ticket"].GetProperty("id").GetString(), Is.EqualTo(b.Id));
        Assert.That(await Links(a.Id), Is.EqualTo(new[] { $"{type} B" }));
        Assert.That(await Links(b.Id), Is.EqualTo(new[] { $"{inverse} A" }));
        (await As("tom").Post($"incidents/{b.Id}/links", new { type = inverse, targetId = a.Id })).Expect(HttpStatusCode.Conflict, "ticket.linked_already");
        (await As("tom").Delete($"incidents/{b.Id}/links/{link.Id}")).Expect(HttpStatusCode.NoContent);
        Assert.That(await Links(a.Id), Is.Empty);
        (await As("tom").Delete($"incidents/{a.Id}/links/{link.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task Neither_the_timeline_nor_a_lost_race_names_a_ticket_the_reader_cannot_see()
    {
        var alices = await As("alice").Open("The lamp flickers");
        var hidden = await As("tom").Open("The wiring of the floor");
        var url = $"incidents/{alices.Id}";
        (await As("tom").Post(url + "/links", new { type = "relatedTo", targetId = hidden.Id })).Expect(HttpStatusCode.Created);
        (await As("tom").Patch(url, new { parentId = hidden.Id })).Expect(HttpStatusCode.OK);
        (await As("tom").Patch(url, new { title = "The lamp of the hall flickers" })).Expect(HttpStatusCode.OK);

        var told = (await As("alice").Get(url + "/timeline?limit=200")).Expect(HttpStatusCode.OK);
        var stale = (await As("alice").Post(url + "/cancel", new { reason = "Gone" }, ifMatch: alices.ETag)).Expect(HttpStatusCode.PreconditionFailed);
        var toms = (await As("tom").Get(url + "/timeline?limit=200")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Text, Does.Not.Contain(hidden.Id));
            Assert.That(stale.Text, Does.Not.Contain(hidden.Id));
            Assert.That(stale["changes"].GetArrayLength(), Is.EqualTo(1));
            Assert.That((told["items"].GetArrayLength(), toms["items"].GetArrayLength()), Is.EqualTo((2, 4)));
            Assert.That(toms.Text, Does.Contain(hidden.Id));
        }
    }

    [Test]
    public async Task Links_are_for_those_who_work_and_to_tickets_they_see()
    {
        var (a, b) = (await As("alice").Open("A"), await As("tom").Open("B"));

        (await As("alice").Post($"incidents/{a.Id}/links", new { type = "relatedTo", targetId = b.Id })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post($"incidents/{a.Id}/links", new { type = "relatedTo", targetId = "INC-999999" }))
            .Expect(HttpStatusCode.UnprocessableEntity, "ticket.unknown");
        (await As("tom").Post($"incidents/{a.Id}/links", new { type = "relatedTo", targetId = a.Id })).Expect(HttpStatusCode.UnprocessableEntity, "ticket.link_self");
        (await As("tom").Post($"incidents/{a.Id}/links", new { type = "relatedTo", targetId = b.Id })).Expect(HttpStatusCode.Created);
        var seen = (await As("alice").Get($"incidents/{a.Id}/links")).Expect(HttpStatusCode.OK);
        Assert.That(seen["items"].GetArrayLength(), Is.Zero);
        Assert.That((await As("alice").Get($"incidents/{a.Id}/timeline")).Text, Does.Not.Contain(b["reference"].GetString()!));
    }

    [TestCase("parentOf")]
    [TestCase("duplicateOf")]
    public async Task A_circle_is_refused(string type)
    {
        var tickets = await OpenMany(3);
        await Link(tickets[0], type, tickets[1]);
        await Link(tickets[1], type, tickets[2]);

        var refused = await As("tom").Post($"incidents/{tickets[2]}/links", new { type, targetId = tickets[0] });

        refused.Expect(HttpStatusCode.Conflict, "ticket.link_cycle");
    }

    [Test]
    public async Task A_parent_set_by_patch_makes_no_circle_either_and_there_is_one_parent()
    {
        var tickets = await OpenMany(3);
        await Link(tickets[0], "parentOf", tickets[1]);

        (await As("tom").Patch($"incidents/{tickets[0]}", new { parentId = tickets[1] })).Expect(HttpStatusCode.Conflict, "ticket.link_cycle");
        (await As("tom").Patch($"incidents/{tickets[0]}", new { parentId = tickets[0] })).Expect(HttpStatusCode.UnprocessableEntity, "ticket.link_self");
        (await As("tom").Post($"incidents/{tickets[2]}/links", new { type = "parentOf", targetId = tickets[1] })).Expect(HttpStatusCode.Conflict, "ticket.has_parent");
    }

    [TestCase("parentOf")]
    [TestCase("duplicateOf")]
    public async Task Links_that_race_on_two_servers_never_close_a_circle(string type)
    {
        await using var twin = Desk.Twin();
        var t = await OpenMany(4);
        await Link(t[1], type, t[2]);
        await Link(t[3], type, t[0]);

        var answers = await Task.WhenAll(
            As("tom").Post($"incidents/{t[0]}/links", new { type, targetId = t[1] }),
            twin.As("tina").Post($"incidents/{t[2]}/links", new { type, targetId = t[3] }));

        Assert.That(answers.Select(a => a.Status), Is.EquivalentTo(new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        Assert.That(answers.Single(a => a.Status == HttpStatusCode.Conflict).Code, Is.EqualTo("ticket.link_cycle"));
    }

    [Test]
    public async Task Children_are_listed_in_pages()
    {
        var parent = await As("tom").Open("Parent");
        foreach (var child in await OpenMany(3))
            await Link(parent.Id, "parentOf", child);

        var first = (await As("tom").Get($"incidents/{parent.Id}/children?limit=2&open=true")).Expect(HttpStatusCode.OK);
        var second = (await As("tom").Get($"incidents/{parent.Id}/children?limit=2&open=true&cursor={first["nextCursor"].GetString()}")).Expect(HttpStatusCode.OK);

        Assert.That(first["items"].EnumerateArray().Concat(second["items"].EnumerateArray()).Select(i => i.GetProperty("title").GetString()),
            Is.EqualTo(new[] { "Ticket 0", "Ticket 1", "Ticket 2" }));
        Assert.That(second["nextCursor"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((await As("tom").Get($"incidents/{parent.Id}/children?open=false"))["items"].GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task The_requester_names_colleagues_who_follow_unless_it_is_restricted()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/watchers";
        var (carl, tina) = (await UserId("carl"), await UserId("tina"));
        var found = (await As("alice").Get("colleagues?q=car")).Expect(HttpStatusCode.OK);

        Assert.That(found["items"].EnumerateArray().Select(p => p.GetProperty("id").GetString()), Does.Contain(carl.ToString()));
        Assert.That(found.Text, Does.Not.Contain("@"), "a name and no more");
        (await As("alice").Get("colleagues?q=c")).Expect(HttpStatusCode.BadRequest, "validation");
        (await As("alice").Post(url, new { userId = carl })).Expect(HttpStatusCode.Created);
        (await As("tom").Post(url, new { userId = tina })).Expect(HttpStatusCode.Created);
        Assert.That((await As("alice").Get(url))["items"].GetArrayLength(), Is.EqualTo(2));
        (await As("alice").Delete($"{url}/{tina}")).Expect(HttpStatusCode.NoContent);

        (await As("sue").Patch($"incidents/{opened.Id}", new { restricted = true }, (await As("sue").Get($"incidents/{opened.Id}")).ETag)).Expect(HttpStatusCode.OK);
        (await As("alice").Post(url, new { userId = tina })).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task People_watch_for_themselves_what_they_see_and_staff_adds_others()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/watchers";
        var (alice, carl) = (await UserId("alice"), await UserId("carl"));

        (await As("carl").Post(url, new { userId = carl })).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("alice").Post(url, new { userId = alice })).Expect(HttpStatusCode.Created);
        (await As("alice").Post(url, new { userId = alice })).Expect(HttpStatusCode.Created);
        (await As("tom").Post(url, new { userId = carl })).Expect(HttpStatusCode.Created);
        (await As("tom").Post(url, new { userId = Guid.CreateVersion7() })).Expect(HttpStatusCode.UnprocessableEntity, "watcher.unknown");

        Assert.That((await As("tom").Get(url + "?limit=1"))["nextCursor"].ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That((await As("tom").Get(url))["items"].GetArrayLength(), Is.EqualTo(2));
        Assert.That((await As("carl").Get(url))["items"].GetArrayLength(), Is.EqualTo(1));
        (await As("carl").Delete($"{url}/{alice}")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("carl").Delete($"{url}/{carl}")).Expect(HttpStatusCode.NoContent);
        (await As("carl").Get($"incidents/{opened.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    private async Task<string[]> OpenMany(int count)
    {
        var ids = new string[count];
        for (var i = 0; i < count; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            ids[i] = (await As("tom").Open($"Ticket {i}")).Id;
        }

        return ids;
    }

    private async Task Link(string from, string type, string to) =>
        (await As("tom").Post($"incidents/{from}/links", new { type, targetId = to })).Expect(HttpStatusCode.Created);

    private async Task<IEnumerable<string>> Links(string incident) =>
        (await As("tom").Get($"incidents/{incident}/links")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
        .Select(l => l.GetProperty("type").GetString() + " " + l.GetProperty("ticket").GetProperty("title").GetString());
}
