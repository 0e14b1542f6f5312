using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.Tickets;

/// <summary>
/// Rulings 15 and 16: that a ticket was tied to one its requester does not see is told to them by nothing, neither by a line nor by a number that
/// grew. Of one they see they are told.
/// </summary>
public sealed class HiddenTieTests : ApiTest
{
    [Test]
    public async Task A_link_with_an_unseen_ticket_and_its_end_change_nothing_the_requester_can_count()
    {
        var (own, hidden) = (await As("alice").Open(), await As("tom").Open());
        var before = await Seen("alice", own.Id);

        var link = (await As("tom").Post($"incidents/{own.Id}/links", new { type = "relatedTo", targetId = hidden.Id })).Expect(HttpStatusCode.Created);
        Assert.That(await Seen("alice", own.Id), Is.EqualTo(before));
        (await As("tom").Delete($"incidents/{hidden.Id}/links/{link.Id}")).Expect(HttpStatusCode.NoContent);

        Assert.That(await Seen("alice", own.Id), Is.EqualTo(before));
        Assert.That(await Types("tom", own.Id), Is.EqualTo(new[] { "opened", "linkAdded", "linkRemoved" }));
    }

    [Test]
    public async Task Nor_do_an_unseen_parent_an_unseen_child_and_their_end()
    {
        var (own, hidden) = (await As("alice").Open(), await As("tom").Open());
        var another = await As("tom").Open();
        var before = await Seen("alice", own.Id);

        foreach (var parent in new[] { hidden.Id, another.Id, null })
            (await As("tom").Patch($"incidents/{own.Id}", new { parentId = parent })).Expect(HttpStatusCode.OK);
        var below = (await As("tom").Post($"incidents/{own.Id}/links", new { type = "parentOf", targetId = hidden.Id })).Expect(HttpStatusCode.Created);
        (await As("tom").Delete($"incidents/{own.Id}/links/{below.Id}")).Expect(HttpStatusCode.NoContent);
        var above = (await As("tom").Post($"incidents/{own.Id}/links", new { type = "childOf", targetId = hidden.Id })).Expect(HttpStatusCode.Created);
        (await As("tom").Delete($"incidents/{hidden.Id}/links/{above.Id}")).Expect(HttpStatusCode.NoContent);

        Assert.That(await Seen("alice", own.Id), Is.EqualTo(before));
    }

    [Test]
    public async Task Nor_does_an_unseen_duplicate_that_is_merged_into_it_and_taken_back()
    {
        var (own, duplicate) = (await As("alice").Open(), await As("tom").Open());
        var before = await Seen("alice", own.Id);

        (await As("tom").Post($"incidents/{duplicate.Id}/merge", new { intoId = own.Id })).Expect(HttpStatusCode.OK);
        Assert.That(await Seen("alice", own.Id), Is.EqualTo(before));
        (await As("tom").Post($"incidents/{duplicate.Id}/unmerge")).Expect(HttpStatusCode.OK);

        Assert.That(await Seen("alice", own.Id), Is.EqualTo(before));
    }

    [Test]
    public async Task The_requester_of_a_duplicate_is_told_that_it_is_closed_and_not_where_it_went()
    {
        var (survivor, duplicate) = (await As("tom").Open(), await As("alice").Open());

        (await As("tom").Post($"incidents/{duplicate.Id}/merge", new { intoId = survivor.Id })).Expect(HttpStatusCode.OK);

        var read = (await As("alice").Get($"incidents/{duplicate.Id}")).Expect(HttpStatusCode.OK);
        Assert.That((read["state"].GetString(), read["version"].GetInt64(), read["mergedInto"].ValueKind), Is.EqualTo(("closed", 2, JsonValueKind.Null)));
        Assert.That((await As("alice").Get($"incidents/{duplicate.Id}/timeline")).Text, Does.Not.Contain(survivor.Id));
    }

    [Test]
    public async Task Of_a_ticket_that_they_opened_follow_or_asked_for_the_requester_is_told()
    {
        var followed = await As("tom").Open();
        (await As("tom").Post($"incidents/{followed.Id}/watchers", new { userId = await UserId("alice") })).Expect(HttpStatusCode.Created);
        foreach (var seen in new[] { (await As("alice").Open()).Id, followed.Id })
        {
            var own = await As("alice").Open();

            (await As("tom").Post($"incidents/{own.Id}/links", new { type = "relatedTo", targetId = seen })).Expect(HttpStatusCode.Created);
            (await As("tom").Patch($"incidents/{own.Id}", new { parentId = seen })).Expect(HttpStatusCode.OK);

            Assert.That((await As("alice").Get($"incidents/{own.Id}"))["version"].GetInt64(), Is.EqualTo(3));
            Assert.That(await Types("alice", own.Id), Is.EqualTo(new[] { "opened", "linkAdded", "fieldsChanged" }));
        }
    }

    [Test]
    public async Task Of_their_own_ticket_that_comes_to_stand_below_one_in_place_of_an_unseen_one_they_are_told()
    {
        var (own, seen, hidden) = (await As("alice").Open(), await As("alice").Open(), await As("tom").Open());
        (await As("tom").Patch($"incidents/{own.Id}", new { parentId = hidden.Id })).Expect(HttpStatusCode.OK);
        (await As("tom").Patch($"incidents/{own.Id}", new { parentId = seen.Id })).Expect(HttpStatusCode.OK);
        (await As("tom").Patch($"incidents/{own.Id}", new { parentId = hidden.Id })).Expect(HttpStatusCode.OK);

        Assert.That((await As("alice").Get($"incidents/{own.Id}"))["version"].GetInt64(), Is.EqualTo(3));
        Assert.That((await As("alice").Get($"incidents/{own.Id}/timeline")).Text, Does.Not.Contain(hidden.Id));
    }

    [Test]
    public async Task Of_one_that_is_restricted_in_the_same_command_the_requester_of_the_parent_is_not_told()
    {
        var (parent, child) = (await As("alice").Open(), await As("sue").Open());
        (await As("sue").Post($"incidents/{child.Id}/watchers", new { userId = await UserId("alice") })).Expect(HttpStatusCode.Created);
        var before = await Seen("alice", parent.Id);

        (await As("sue").Patch($"incidents/{child.Id}", new { parentId = parent.Id, restricted = true })).Expect(HttpStatusCode.OK);

        Assert.That(await Seen("alice", parent.Id), Is.EqualTo(before));
    }

    [Test]
    public async Task Whoever_joins_a_major_incident_with_a_ticket_of_their_own_shows_that_ticket_to_nobody_else()
    {
        var major = await As("alice").Open();
        (await As("sue").Post($"incidents/{major.Id}/declare-major", new { leadId = await UserId("sue"), summary = "No mail" })).Expect(HttpStatusCode.OK);
        var own = await As("carl").Open();
        var before = await Seen("alice", major.Id);

        (await As("carl").Post($"incidents/{major.Id}/join", new { ticketId = own.Id })).Expect(HttpStatusCode.OK);

        Assert.That(await Seen("alice", major.Id), Is.EqualTo(before));
    }

    private async Task<string?[]> Types(string who, string id) =>
        [.. (await As(who).Get($"incidents/{id}/timeline")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Select(e => e.GetProperty("type").GetString())];

    /// <summary>Everything that somebody gets to see of a ticket, as text.</summary>
    private async Task<string> Seen(string who, string id)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var incident = (await As(who).Get($"incidents/{id}")).Expect(HttpStatusCode.OK);
        var row = (await As(who).Get("tickets?limit=100")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().Single(t => t.GetProperty("id").GetString() == id);
        return string.Join("\n", [incident.ETag, Still(incident.Json), Still(row), (await As(who).Get($"incidents/{id}/timeline")).Text, (await As(who).Get($"incidents/{id}/links")).Text]);
    }

    // What the clocks say of themselves goes on with the time.
    private static string Still(JsonElement ticket) =>
        string.Join("\n", ticket.EnumerateObject().Where(m => m.Name is not ("serviceLevel" or "serviceLevels")).Select(m => m.ToString()));
}
