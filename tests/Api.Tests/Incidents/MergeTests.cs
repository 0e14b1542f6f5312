using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.Incidents;

public sealed class MergeTests : ApiTest
{
    [Test]
    public async Task A_merge_closes_the_duplicate_and_its_conversation_is_read_from_the_survivor()
    {
        var (duplicate, survivor) = (await As("alice").Open("No mail"), await As("tom").Open("Mail is down"));
        await Say("alice", duplicate.Id, "Mine too.");
        (await As("tom").Post($"incidents/{duplicate.Id}/watchers", new { userId = await UserId("carl") })).Expect(HttpStatusCode.Created);
        Clock.Advance(TimeSpan.FromMinutes(1));

        var merged = (await As("tom").Post($"incidents/{duplicate.Id}/merge", new { intoId = survivor["reference"].GetString() })).Expect(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Say("tom", survivor.Id, "A certificate ran out.");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(merged["state"].GetString(), Is.EqualTo("closed"));
            Assert.That(merged["mergedInto"].GetProperty("id").GetString(), Is.EqualTo(survivor.Id));
            Assert.That(merged["allowedTransitions"].GetRawText(), Does.Contain("unmerge"));
        }

        var comments = (await As("tina").Get($"incidents/{survivor.Id}/comments")).Expect(HttpStatusCode.OK)["items"];
        Assert.That(comments.EnumerateArray().Select(c => c.GetProperty("body").GetString()), Is.EqualTo(new[] { "Mine too.", "A certificate ran out." }));
        Assert.That(comments[0].GetProperty("mergedFrom").GetProperty("id").GetString(), Is.EqualTo(duplicate.Id));
        Assert.That(comments[1].GetProperty("mergedFrom").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var timeline = (await As("tina").Get($"incidents/{survivor.Id}/timeline"))["items"];
        Assert.That(timeline.EnumerateArray().Where(e => e.GetProperty("mergedFrom").ValueKind == JsonValueKind.Object).Select(e => e.GetProperty("type").GetString()),
            Is.EqualTo(new[] { "opened", "commented", "watcherAdded", "merged" }));
        var watchers = (await As("tina").Get($"incidents/{survivor.Id}/watchers"))["items"];
        Assert.That(watchers[0].GetProperty("mergedFrom").GetProperty("id").GetString(), Is.EqualTo(duplicate.Id));
        Assert.That((await As("tina").Get($"incidents/{survivor.Id}/links"))["items"][0].GetProperty("type").GetString(), Is.EqualTo("hasDuplicate"));
        (await As("carl").Get($"incidents/{survivor.Id}")).Expect(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_merge_is_taken_back_within_thirty_days_to_where_the_incident_stood()
    {
        var (duplicate, survivor) = (await As("alice").Open(), await As("tom").Open());
        var url = $"incidents/{duplicate.Id}";
        await As("tom").Post(url + "/start");
        (await As("tom").Post(url + "/hold", new { reason = "awaitingSupplier" })).Expect(HttpStatusCode.OK);
        var task = (await As("tom").Post(url + "/tasks", new { title = "Call the supplier" })).Expect(HttpStatusCode.Created);
        (await As("tom").Post(url + "/merge", new { intoId = survivor.Id })).Expect(HttpStatusCode.OK);
        Assert.That((await As("tom").Get($"{url}/tasks/{task.Id}"))["state"].GetString(), Is.EqualTo("skipped"));

        var back = (await As("tom").Post(url + "/unmerge")).Expect(HttpStatusCode.OK);

        Assert.That(back["state"].GetString(), Is.EqualTo("pending"));
        Assert.That(back["pending"].GetProperty("reason").GetString(), Is.EqualTo("awaitingSupplier"));
        Assert.That(back["mergedInto"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((await As("tom").Get($"{url}/tasks/{task.Id}"))["state"].GetString(), Is.EqualTo("open"));

        (await As("tom").Post(url + "/merge", new { intoId = survivor.Id })).Expect(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromDays(31));
        (await As("tom").Post(url + "/unmerge")).Expect(HttpStatusCode.Conflict, "incident.unmerge_window_passed");
    }

    [Test]
    public async Task What_cannot_be_merged_is_refused()
    {
        var (a, b) = (await As("alice").Open("A"), await As("alice").Open("B"));

        (await As("alice").Post($"incidents/{a.Id}/merge", new { intoId = b.Id })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post($"incidents/{a.Id}/merge", new { intoId = a.Id })).Expect(HttpStatusCode.UnprocessableEntity, "incident.merge_self");
        (await As("tom").Post($"incidents/{a.Id}/merge", new { intoId = "INC-999999" })).Expect(HttpStatusCode.UnprocessableEntity, "ticket.unknown");
        (await As("tom").Post($"incidents/{a.Id}/unmerge")).Expect(HttpStatusCode.Conflict, "incident.transition_not_allowed");
        (await As("alice").Post($"incidents/{b.Id}/cancel", new { reason = "Gone" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{a.Id}/merge", new { intoId = b.Id })).Expect(HttpStatusCode.Conflict, "incident.merge_target_closed");
        (await As("tom").Post($"incidents/{b.Id}/unmerge")).Expect(HttpStatusCode.Conflict, "incident.transition_not_allowed");
    }

    [Test]
    public async Task Two_that_are_merged_into_each_other_at_once_are_not_both_closed()
    {
        await using var twin = Desk.Twin();
        var (a, b) = (await As("tom").Open("A"), await As("tom").Open("B"));

        var answers = await Task.WhenAll(
            As("tom").Post($"incidents/{a.Id}/merge", new { intoId = b.Id }),
            twin.As("tina").Post($"incidents/{b.Id}/merge", new { intoId = a.Id }));

        Assert.That(answers.Select(x => x.Status), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
    }

    [Test]
    public async Task A_split_makes_a_linked_incident_of_one_message()
    {
        var origin = await As("alice").Open("No mail, and the printer is out of paper");
        var comment = await Say("alice", origin.Id, "The printer needs paper, by the way.");
        var note = await Say("tom", origin.Id, "She is angry.", "internal");
        var url = $"incidents/{origin.Id}";

        (await As("alice").Post(url + "/split", new { commentId = comment, title = "Paper" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post(url + "/split", new { commentId = note, title = "Paper" })).Expect(HttpStatusCode.UnprocessableEntity, "incident.split_internal");
        (await As("tom").Post(url + "/split", new { commentId = Guid.CreateVersion7(), title = "Paper" })).Expect(HttpStatusCode.NotFound, "not_found");
        var split = (await As("tom").Post(url + "/split", new { commentId = comment, title = "Paper" })).Expect(HttpStatusCode.Created);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(split.Location, Is.EqualTo("/api/v1/incidents/" + split.Id));
            Assert.That(split["title"].GetString(), Is.EqualTo("Paper"));
            Assert.That(split["description"].GetString(), Is.EqualTo("The printer needs paper, by the way."));
            Assert.That(split["requester"].GetProperty("name").GetString(), Is.EqualTo("Alice Martin"));
            Assert.That(split["state"].GetString(), Is.EqualTo("new"));
            Assert.That(split["version"].GetInt64(), Is.EqualTo(1));
        }

        var links = (await As("alice").Get(url + "/links"))["items"];
        Assert.That(links[0].GetProperty("type").GetString(), Is.EqualTo("relatedTo"));
        Assert.That(links[0].GetProperty("ticket").GetProperty("id").GetString(), Is.EqualTo(split.Id));
        Assert.That((await As("alice").Get(url + "/timeline")).Text, Does.Contain("splitInto"));
    }

    [Test]
    public async Task A_follow_up_goes_on_where_a_closed_incident_ended()
    {
        var origin = await As("alice").Open("The scanner is blind");
        var url = $"incidents/{origin.Id}";
        (await As("alice").Post(url + "/follow-up")).Expect(HttpStatusCode.Conflict, "incident.transition_not_allowed");
        await As("tom").Post(url + "/start");
        await As("tom").Post(url + "/resolve", new { code = "fixed", text = "Wiped the glass." });
        await As("alice").Post(url + "/close");

        (await As("carl").Post(url + "/follow-up")).Expect(HttpStatusCode.NotFound, "not_found");
        var next = (await As("alice").Post(url + "/follow-up", new { description = "Blind again." })).Expect(HttpStatusCode.Created);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(next["title"].GetString(), Is.EqualTo("The scanner is blind"));
            Assert.That(next["followUpOf"].GetProperty("id").GetString(), Is.EqualTo(origin.Id));
            Assert.That(next["state"].GetString(), Is.EqualTo("new"));
        }

        Assert.That((await As("tom").Get(url + "/timeline?kind=changes")).Text, Does.Contain("followedUp").And.Contain(next["reference"].GetString()));
    }

    private async Task<string> Say(string who, string incident, string body, string visibility = "public")
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return (await As(who).Post($"incidents/{incident}/comments", new { body, visibility })).Expect(HttpStatusCode.Created).Id;
    }
}
