using System.Net;
using System.Text.Json;
using ServiceDesk.Api.Tests.Platform;

namespace ServiceDesk.Api.Tests.Incidents;

public sealed class CommentTests : ApiTest
{
    [Test]
    public async Task A_message_is_added_and_says_where_the_ticket_stands()
    {
        var opened = await As("alice").Open();

        var added = await Comment(As("tom"), opened.Id, "We are on it.");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(added.Location, Is.EqualTo($"/api/v1/incidents/{opened.Id}/comments/{added.Id}"));
            Assert.That(added["author"].GetProperty("name").GetString(), Is.EqualTo("Tom Becker"));
            Assert.That(added["editable"].GetBoolean(), Is.True);
            Assert.That(added["ticket"].GetProperty("version").GetInt64(), Is.EqualTo(2));
            Assert.That(added["ticket"].GetProperty("conversationVersion").GetInt64(), Is.EqualTo(opened["conversationVersion"].GetInt64() + 1));
        }

        var read = (await As("alice").Get($"incidents/{opened.Id}/comments/{added.Id}")).Expect(HttpStatusCode.OK);
        Assert.That(read["body"].GetString(), Is.EqualTo("We are on it."));
        Assert.That(read["editable"].GetBoolean(), Is.False);
    }

    [Test]
    public async Task A_note_is_not_there_for_who_may_not_read_it()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";
        var note = await Comment(As("tom"), opened.Id, "She always does this.", "internal");
        await Comment(As("tom"), opened.Id, "We are on it.");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bodies(await As("alice").Get(url + "/comments")), Is.EqualTo(new[] { "We are on it." }));
            Assert.That(Bodies(await As("tina").Get(url + "/comments")), Is.EqualTo(new[] { "She always does this.", "We are on it." }));
            Assert.That(Bodies(await As("alice").Get(url + "/comments?visibility=internal")), Is.Empty);
            Assert.That((await As("alice").Get(url + "/timeline")).Text, Does.Not.Contain("She always").And.Not.Contain(note.Id));
            Assert.That((await As("alice").Get(url + "/timeline?kind=notes"))["items"].GetArrayLength(), Is.Zero);
        }

        (await As("alice").Get($"{url}/comments/{note.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("alice").Post(url + "/comments", new { body = "x", visibility = "internal" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("carl").Get(url + "/comments")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("carl").Post(url + "/comments", new { body = "x", visibility = "public" })).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task The_requesters_answer_ends_a_wait_for_them_and_a_colleagues_does_not()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";
        await As("tom").Post(url + "/start");
        await As("tom").Post(url + "/hold", new { reason = "awaitingRequester", comment = "Which floor?" });

        var other = await Comment(As("tina"), opened.Id, "I will ask her too.");
        Assert.That(other["ticket"].GetProperty("state").GetString(), Is.EqualTo("pending"));

        var answer = await Comment(As("alice"), opened.Id, "The second.");
        Assert.That(answer["ticket"].GetProperty("state").GetString(), Is.EqualTo("inProgress"));
        Assert.That((await As("tom").Get(url))["pending"].ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task A_comment_on_a_resolved_incident_does_not_reopen_it_and_a_closed_one_offers_a_follow_up()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";
        await As("tom").Post(url + "/start");
        (await As("tom").Post(url + "/resolve", new { code = "fixed", text = "A new fuser." })).Expect(HttpStatusCode.OK);

        var thanks = await Comment(As("alice"), opened.Id, "Thank you!");
        Assert.That(thanks["ticket"].GetProperty("state").GetString(), Is.EqualTo("resolved"));

        (await As("alice").Post(url + "/close")).Expect(HttpStatusCode.OK);
        var refused = await As("alice").Post(url + "/comments", new { body = "It is back.", visibility = "public" });
        refused.Expect(HttpStatusCode.Conflict, "ticket.closed");
        Assert.That(refused["allowed"].GetRawText(), Is.EqualTo("[\"follow-up\"]"));
        (await As("tom").Post(url + "/comments", new { body = "For the record.", visibility = "internal" })).Expect(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_reply_without_the_newest_messages_is_held_back_and_a_note_is_not()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/comments";
        var known = opened["conversationVersion"].GetInt64();
        await Comment(As("alice"), opened.Id, "It smells of smoke now.");

        var held = await As("tom").Post(url, new { body = "Please restart it.", visibility = "public", conversationVersion = known });
        held.Expect(HttpStatusCode.Conflict, "conversation.moved");
        Assert.That(held["newer"][0].GetProperty("body").GetString(), Is.EqualTo("It smells of smoke now."));
        (await As("tom").Post(url, new { body = "Smoke!", visibility = "internal", conversationVersion = known })).Expect(HttpStatusCode.Created);

        var now = held["conversationVersion"].GetInt64();
        (await As("tom").Post(url, new { body = "Pull the plug.", visibility = "public", conversationVersion = now })).Expect(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_comment_is_corrected_by_its_author_for_fifteen_minutes_and_its_history_kept()
    {
        var opened = await As("alice").Open();
        var comment = await Comment(As("tom"), opened.Id, "Tommorow.");
        var url = $"incidents/{opened.Id}/comments/{comment.Id}";

        (await As("tina").Patch(url, new { body = "Never." })).Expect(HttpStatusCode.Forbidden, "comment.not_author");
        var edited = (await As("tom").Patch(url, new { body = "Tomorrow." })).Expect(HttpStatusCode.OK);
        Assert.That(edited["editedAt"].ValueKind, Is.EqualTo(JsonValueKind.String));
        var history = (await As("tina").Get(url + "/revisions")).Expect(HttpStatusCode.OK);
        Assert.That(history["items"][0].GetProperty("body").GetString(), Is.EqualTo("Tommorow."));
        (await As("alice").Get(url + "/revisions")).Expect(HttpStatusCode.NotFound, "not_found");

        Clock.Advance(TimeSpan.FromMinutes(16));
        (await As("tom").Patch(url, new { body = "Next week." })).Expect(HttpStatusCode.Conflict, "comment.edit_window_passed");
    }

    [Test]
    public async Task A_redaction_leaves_a_mark_and_the_text_nowhere()
    {
        const string Secret = "hunter2-Zebra";
        var opened = await As("alice").Open();
        var comment = await Comment(As("alice"), opened.Id, $"My password is {Secret}.");
        var url = $"incidents/{opened.Id}/comments/{comment.Id}";
        (await As("alice").Patch(url, new { body = $"My password is {Secret}, sorry." })).Expect(HttpStatusCode.OK);

        (await As("tom").Post(url + "/redact", new { reason = "A password" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        var redacted = (await As("sue").Post(url + "/redact", new { reason = "A password" })).Expect(HttpStatusCode.OK);

        Assert.That(redacted["body"].GetString(), Is.Empty);
        Assert.That(redacted["redactedAt"].ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That((await As("tom").Get($"incidents/{opened.Id}/timeline")).Text, Does.Contain("\"redacted\"").And.Not.Contain(Secret));
        Assert.That(await Desk.TablesThatSay(Secret), Is.Empty);
        (await As("alice").Patch(url, new { body = "Again." })).Expect(HttpStatusCode.Conflict, "comment.redacted");
        (await As("sue").Post(url + "/redact", new { reason = "Twice" })).Expect(HttpStatusCode.Conflict, "comment.redacted");
    }

    [Test]
    public async Task A_redacted_comment_is_not_given_again_to_a_repeat_of_the_request_that_wrote_it()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}/comments";
        var body = new { body = "The code is 4711-Yak.", visibility = "public" };
        var comment = (await As("alice").Post(url, body, key: "secret")).Expect(HttpStatusCode.Created);
        Assert.That((await As("alice").Post(url, body, key: "secret")).Expect(HttpStatusCode.Created).Id, Is.EqualTo(comment.Id));

        (await As("sue").Post($"{url}/{comment.Id}/redact", new { reason = "A code" })).Expect(HttpStatusCode.OK);

        var repeated = await As("alice").Post(url, body, key: "secret");
        repeated.Expect(HttpStatusCode.Gone, "answer.redacted");
        Assert.That(repeated.Text, Does.Not.Contain("4711-Yak"));
        Assert.That((await As("tom").Get(url))["items"].GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_file_comes_with_its_comment_and_shares_its_visibility()
    {
        var opened = await As("alice").Open();
        using var form = new MultipartFormDataContent { { new ByteArrayContent("a note"u8.ToArray()), "file", "note.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/attachments") { Content = form };
        var file = (await As("tom").Send(request)).Expect(HttpStatusCode.Created);
        var url = $"incidents/{opened.Id}";

        (await As("tina").Post(url + "/comments", new { body = "x", visibility = "internal", attachmentIds = new[] { file.Id } }))
            .Expect(HttpStatusCode.UnprocessableEntity, "attachment.unknown");
        var note = (await As("tom").Post(url + "/comments", new { body = "See the file.", visibility = "internal", attachmentIds = new[] { file.Id } }))
            .Expect(HttpStatusCode.Created);

        Assert.That(note["attachments"][0].GetProperty("name").GetString(), Is.EqualTo("note.txt"));
        var listed = (await As("tina").Get(url + "/comments")).Expect(HttpStatusCode.OK)["items"];
        Assert.That(listed[0].GetProperty("attachments")[0].GetProperty("id").GetString(), Is.EqualTo(file.Id));
        Assert.That((await As("tina").Get(url + "/timeline?kind=notes"))["items"][0].GetProperty("comment").GetProperty("attachments")[0].GetProperty("id").GetString(), Is.EqualTo(file.Id));
        var files = (await As("tina").Get(url + "/attachments")).Expect(HttpStatusCode.OK);
        Assert.That(files["items"][0].GetProperty("commentId").GetString(), Is.EqualTo(note.Id));
        Assert.That((await As("alice").Get(url + "/attachments"))["items"].GetArrayLength(), Is.Zero);

        (await As("tom").Delete($"{url}/attachments/{file.Id}")).Expect(HttpStatusCode.NoContent);
        Assert.That((await As("tina").Get($"{url}/comments/{note.Id}"))["attachments"].GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task The_timeline_pages_both_ways_and_filters_by_kind()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";
        await As("tom").Post(url + "/start");
        await Comment(As("tom"), opened.Id, "First.");
        await Comment(As("tom"), opened.Id, "A note.", "internal");
        await Comment(As("alice"), opened.Id, "Second.");

        var all = await Pages(As("tom"), url + "/timeline?limit=2");
        var backwards = await Pages(As("tom"), url + "/timeline?limit=2&sort=-at");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all, Is.EqualTo(new[] { "opened", "assigned", "started", "commented First.", "commented A note.", "commented Second." }));
            Assert.That(backwards, Is.EqualTo(all.AsEnumerable().Reverse()));
            Assert.That(await Pages(As("tom"), url + "/timeline?kind=public"), Is.EqualTo(new[] { "commented First.", "commented Second." }));
            Assert.That(await Pages(As("tom"), url + "/timeline?kind=notes"), Is.EqualTo(new[] { "commented A note." }));
            Assert.That(await Pages(As("tom"), url + "/timeline?kind=changes"), Is.EqualTo(new[] { "opened", "assigned", "started" }));
            Assert.That(await Pages(As("tom"), url + "/comments?limit=1"), Has.Count.EqualTo(3));
        }

        var assigned = (await As("tina").Get(url + "/timeline?kind=changes"))["items"][1];
        Assert.That(assigned.GetProperty("names").GetProperty(assigned.GetProperty("details").GetProperty("team").GetString()!).GetString(),
            Is.EqualTo("Centre de services"));
        (await As("tom").Get(url + "/timeline?cursor=abc")).Expect(HttpStatusCode.BadRequest, "cursor.invalid");
        (await As("tom").Get(url + "/timeline?limit=0")).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task Messages_that_race_on_two_servers_are_all_there_in_versions_of_their_own()
    {
        await using var twin = Desk.Twin();
        var opened = await As("alice").Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            (i % 2 == 0 ? As("tom") : twin.As("tina")).Post($"incidents/{opened.Id}/comments", new { body = $"Message {i}", visibility = "public" })));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(answers.Select(a => a["ticket"].GetProperty("version").GetInt64()).Order(), Is.EqualTo(Enumerable.Range(2, 8)));
    }

    [Test]
    public async Task A_stale_If_Match_is_refused()
    {
        var opened = await As("alice").Open();
        await Comment(As("tom"), opened.Id, "First.");

        var stale = await As("tina").Post($"incidents/{opened.Id}/comments", new { body = "Late.", visibility = "public" }, ifMatch: opened.ETag);

        stale.Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
    }

    private async Task<Answer> Comment(ApiClient who, string incident, string body, string visibility = "public")
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return (await who.Post($"incidents/{incident}/comments", new { body, visibility })).Expect(HttpStatusCode.Created);
    }

    private static IEnumerable<string?> Bodies(Answer page) => page["items"].EnumerateArray().Select(c => c.GetProperty("body").GetString());

    private static async Task<List<string>> Pages(ApiClient who, string url)
    {
        List<string> said = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await who.Get(url + (cursor.Length == 0 ? "" : "&cursor=" + cursor))).Expect(HttpStatusCode.OK);
            said.AddRange(page["items"].EnumerateArray().Select(i => i.TryGetProperty("type", out var type)
                ? (type.GetString() + " " + (i.GetProperty("comment") is { ValueKind: JsonValueKind.Object } c ? c.GetProperty("body").GetString() : "")).Trim()
                : i.GetProperty("body").GetString()!));
            cursor = page["nextCursor"].GetString();
        }

        return said;
    }
}
