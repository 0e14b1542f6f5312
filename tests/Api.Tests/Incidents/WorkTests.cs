using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.Incidents;

public sealed class WorkTests : ApiTest
{
    [Test]
    public async Task A_task_is_given_done_and_skipped_with_its_ticket()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/tasks";

        var task = (await As("tom").Post(url, new { title = "Order a fuser", teamId = await TeamId("service-desk"), assigneeId = await UserId("tom"), dueAt = Clock.GetUtcNow().AddDays(1) }))
            .Expect(HttpStatusCode.Created);
        var second = (await As("tom").Post(url, new { title = "Mount it" })).Expect(HttpStatusCode.Created);
        Assert.That(task["assignee"].GetProperty("name").GetString(), Is.EqualTo("Tom Becker"));
        (await As("tom").Post(url, new { title = "x", teamId = await TeamId("network"), assigneeId = await UserId("tom") }))
            .Expect(HttpStatusCode.UnprocessableEntity, "task.assignee_not_member");

        var done = (await As("tina").Patch($"{url}/{task.Id}", new { state = "done" }, ifMatch: task.ETag)).Expect(HttpStatusCode.OK);
        Assert.That(done["endedBy"].GetProperty("name").GetString(), Is.EqualTo("Tina Moreau"));
        (await As("tom").Patch($"{url}/{task.Id}", new { title = "Order two" }, ifMatch: task.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");

        (await As("alice").Post($"incidents/{opened.Id}/cancel", new { reason = "It prints" })).Expect(HttpStatusCode.OK);
        Assert.That((await As("tom").Get($"{url}/{task.Id}"))["state"].GetString(), Is.EqualTo("done"));
        Assert.That((await As("tom").Get($"{url}/{second.Id}"))["state"].GetString(), Is.EqualTo("skipped"));
        (await As("tom").Post(url, new { title = "Late" })).Expect(HttpStatusCode.Conflict, "ticket.closed");
        (await As("tom").Patch($"{url}/{second.Id}", new { state = "open" })).Expect(HttpStatusCode.Conflict, "ticket.closed");
    }

    [Test]
    public async Task A_task_that_should_not_be_there_is_taken_away_and_what_was_done_stays()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/tasks";
        var wrong = (await As("tom").Post(url, new { title = "Order a fuser" })).Expect(HttpStatusCode.Created);
        var done = (await As("tom").Post(url, new { title = "Mount it" })).Expect(HttpStatusCode.Created);
        (await As("tom").Patch($"{url}/{done.Id}", new { state = "done" })).Expect(HttpStatusCode.OK);
        var renamed = (await As("tina").Patch($"{url}/{wrong.Id}", new { title = "Order two fusers" })).Expect(HttpStatusCode.OK);

        (await As("alice").Delete($"{url}/{wrong.Id}")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Delete($"{url}/{wrong.Id}", ifMatch: wrong.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        (await As("tom").Delete($"{url}/{done.Id}")).Expect(HttpStatusCode.Conflict, "task.done");
        (await As("tom").Delete($"{url}/{wrong.Id}", ifMatch: renamed.ETag)).Expect(HttpStatusCode.NoContent);

        (await As("tom").Get($"{url}/{wrong.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        var told = (await As("tom").Get($"incidents/{opened.Id}/timeline?sort=-at&limit=1"))["items"][0];
        Assert.That(told.GetProperty("type").GetString(), Is.EqualTo("taskChanged"));
        Assert.That(told.GetProperty("details").GetProperty("title").GetString(), Is.EqualTo("Order two fusers"));
        Assert.That(told.GetProperty("details").GetProperty("removed").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Tasks_and_worklogs_are_not_there_for_the_requester()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";
        (await As("tom").Post(url + "/tasks", new { title = "Look whether she broke it" })).Expect(HttpStatusCode.Created);
        (await As("tom").Post(url + "/worklogs", new { minutes = 30, text = "She broke it" })).Expect(HttpStatusCode.Created);

        foreach (var path in new[] { "/tasks", "/worklogs" })
        {
            (await As("alice").Get(url + path)).Expect(HttpStatusCode.Forbidden, "forbidden");
            (await As("carl").Get(url + path)).Expect(HttpStatusCode.NotFound, "not_found");
            (await As("alice").Post(url + path, new { title = "x", minutes = 1 })).Expect(HttpStatusCode.Forbidden, "forbidden");
        }

        (await As("alice").Post(url + "/tasks", new { title = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        Assert.That((await As("alice").Get(url + "/timeline"))["items"].GetArrayLength(), Is.EqualTo(1));
        Assert.That((await As("tom").Get(url + "/timeline"))["items"].GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_task_added_while_the_ticket_closes_is_never_left_open()
    {
        await using var twin = Desk.Twin();
        var opened = await As("alice").Open();

        var answers = await Task.WhenAll(
            As("tom").Post($"incidents/{opened.Id}/tasks", new { title = "Race" }),
            twin.As("alice").Post($"incidents/{opened.Id}/cancel", new { reason = "Race" }));

        Assert.That(answers[1].Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answers[0].Status, Is.EqualTo(HttpStatusCode.Created).Or.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await As("tom").Get($"incidents/{opened.Id}/tasks?state=open"))["items"].GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Time_is_logged_summed_corrected_and_taken_away_by_who_logged_it()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/worklogs";
        var first = (await As("tom").Post(url, new { minutes = 30, text = "Looked", billable = true })).Expect(HttpStatusCode.Created);
        (await As("tina").Post(url, new { minutes = 15, at = Clock.GetUtcNow().AddHours(-1) })).Expect(HttpStatusCode.Created);

        (await As("tom").Post(url, new { minutes = 0 })).Expect(HttpStatusCode.BadRequest, "validation");
        (await As("tom").Post(url, new { minutes = 10, at = Clock.GetUtcNow().AddDays(1) })).Expect(HttpStatusCode.UnprocessableEntity, "worklog.future");
        (await As("tina").Patch($"{url}/{first.Id}", new { minutes = 5 })).Expect(HttpStatusCode.Forbidden, "worklog.not_author");
        var corrected = (await As("tom").Patch($"{url}/{first.Id}", new { minutes = 45 }, ifMatch: first.ETag)).Expect(HttpStatusCode.OK);
        Assert.That(corrected["text"].GetString(), Is.EqualTo("Looked"));
        var list = (await As("tom").Get(url + "?limit=1")).Expect(HttpStatusCode.OK);
        Assert.That(list["totalMinutes"].GetInt32(), Is.EqualTo(60));
        Assert.That(list["items"][0].GetProperty("minutes").GetInt32(), Is.EqualTo(15));
        Assert.That((await As("tom").Get($"{url}?limit=1&cursor={list["nextCursor"].GetString()}"))["items"][0].GetProperty("billable").GetBoolean(), Is.True);
        (await As("tina").Delete($"{url}/{first.Id}")).Expect(HttpStatusCode.Forbidden, "worklog.not_author");
        (await As("tom").Delete($"{url}/{first.Id}")).Expect(HttpStatusCode.NoContent);
        Assert.That((await As("tom").Get(url))["totalMinutes"].GetInt32(), Is.EqualTo(15));
    }

    [Test]
    public async Task A_draft_is_kept_until_it_is_sent_and_is_nobody_elses()
    {
        var opened = await As("alice").Open();
        var url = $"tickets/{opened.Id}/drafts/";
        (await As("tom").Get(url + "reply")).Expect(HttpStatusCode.NoContent);

        var saved = (await As("tom").Put(url + "reply", new { body = "Dear Al", conversationVersion = 1 })).Expect(HttpStatusCode.OK);
        (await As("tom").Put(url + "note", new { body = "Hm." })).Expect(HttpStatusCode.OK);
        Assert.That(saved.ETag, Is.EqualTo("\"1\""));
        (await As("tom").Put(url + "reply", new { body = "Dear Alice" }, ifMatch: saved.ETag)).Expect(HttpStatusCode.OK);
        (await As("tom").Put(url + "reply", new { body = "Dear Bob" }, ifMatch: saved.ETag)).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        (await As("tina").Get(url + "reply")).Expect(HttpStatusCode.NoContent);
        (await As("alice").Put(url + "note", new { body = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("carl").Put(url + "reply", new { body = "x" })).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("tom").Put(url + "poem", new { body = "x" })).Expect(HttpStatusCode.BadRequest);

        (await As("tom").Post($"incidents/{opened.Id}/comments", new { body = "Dear Alice.", visibility = "public" })).Expect(HttpStatusCode.Created);
        (await As("tom").Get(url + "reply")).Expect(HttpStatusCode.NoContent);
        Assert.That((await As("tom").Get(url + "note"))["body"].GetString(), Is.EqualTo("Hm."));
        (await As("tom").Delete(url + "note")).Expect(HttpStatusCode.NoContent);
        Assert.That((await As("tom").Get($"incidents/{opened.Id}"))["version"].GetInt64(), Is.EqualTo(2));
    }

    [Test]
    public async Task Drafts_survive_a_merge_the_closing_and_the_loss_of_sight()
    {
        var (duplicate, survivor) = (await As("tina").Open(), await As("tina").Open());
        (await As("tom").Put($"tickets/{duplicate.Id}/drafts/reply", new { body = "On the duplicate." })).Expect(HttpStatusCode.OK);
        (await As("tom").Put($"tickets/{survivor.Id}/drafts/reply", new { body = "On the survivor." })).Expect(HttpStatusCode.OK);
        (await As("dan").Put($"tickets/{duplicate.Id}/drafts/note", new { body = "Mine." })).Expect(HttpStatusCode.OK);

        (await As("sue").Post($"incidents/{duplicate.Id}/merge", new { intoId = survivor.Id })).Expect(HttpStatusCode.OK);

        Assert.That((await As("tom").Get($"tickets/{survivor.Id}/drafts/reply"))["body"].GetString(), Is.EqualTo("On the survivor.\n\nOn the duplicate."));
        Assert.That((await As("dan").Get($"tickets/{survivor.Id}/drafts/note"))["body"].GetString(), Is.EqualTo("Mine."));
        (await As("tom").Get($"tickets/{duplicate.Id}/drafts/reply")).Expect(HttpStatusCode.NoContent);

        (await As("sue").Patch($"incidents/{survivor.Id}", new { restricted = true })).Expect(HttpStatusCode.OK);
        (await As("tom").Get($"incidents/{survivor.Id}")).Expect(HttpStatusCode.NotFound);
        (await As("tom").Get($"tickets/{survivor.Id}/drafts/reply")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task Saves_of_one_draft_that_race_on_two_servers_all_succeed()
    {
        await using var twin = Desk.Twin();
        var opened = await As("alice").Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? As("tom") : twin.As("tom")).Put($"tickets/{opened.Id}/drafts/reply", new { body = $"Text {i}" })));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Presence_is_shared_between_servers_and_passes_after_half_a_minute()
    {
        await using var twin = Desk.Twin();
        var opened = await As("alice").Open();
        var url = $"tickets/{opened.Id}/presence";
        twin.Clock.Set(Clock.GetUtcNow());

        (await As("tom").Post(url, new { activity = "replying" })).Expect(HttpStatusCode.OK);
        var seen = (await twin.As("tina").Post(url, new { activity = "viewing" })).Expect(HttpStatusCode.OK);
        Assert.That(seen["items"].EnumerateArray().Select(p => p.GetProperty("activity").GetString()), Is.EquivalentTo(new[] { "replying", "viewing" }));
        Assert.That(seen["nextCursor"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        (await As("alice").Get(url)).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Post(url, new { activity = "sleeping" })).Expect(HttpStatusCode.BadRequest);

        Clock.Advance(TimeSpan.FromSeconds(20));
        (await As("tom").Post(url, new { activity = "noting" })).Expect(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.That((await As("dan").Get(url))["items"].EnumerateArray().Select(p => p.GetProperty("activity").GetString()), Is.EqualTo(new[] { "noting" }));
    }

    [Test]
    public async Task Lists_are_told_who_has_which_ticket_open_of_those_the_reader_sees()
    {
        var (one, two) = (await As("alice").Open(), await As("alice").Open());
        var hidden = await As("alice").Open();
        (await As("tom").Post($"tickets/{one.Id}/presence", new { activity = "replying" })).Expect(HttpStatusCode.OK);
        (await As("dan").Post($"tickets/{two.Id}/presence", new { activity = "viewing" })).Expect(HttpStatusCode.OK);
        (await As("dan").Post($"tickets/{hidden.Id}/presence", new { activity = "viewing" })).Expect(HttpStatusCode.OK);
        (await As("sue").Patch($"incidents/{hidden.Id}", new { restricted = true })).Expect(HttpStatusCode.OK);

        var seen = (await As("tina").Get("tickets/presence")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .ToDictionary(p => p.GetProperty("ticketId").GetString()!, p => p.GetProperty("activity").GetString());
        Assert.That(seen, Is.EquivalentTo(new Dictionary<string, string> { [one.Id] = "replying", [two.Id] = "viewing" }));
        (await As("alice").Get("tickets/presence")).Expect(HttpStatusCode.Forbidden, "forbidden");

        Clock.Advance(TimeSpan.FromSeconds(31));
        var none = (await As("tina").Get("tickets/presence")).Expect(HttpStatusCode.OK);
        Assert.That((none["items"].GetArrayLength(), none["nextCursor"].ValueKind), Is.EqualTo((0, JsonValueKind.Null)));
    }
}
