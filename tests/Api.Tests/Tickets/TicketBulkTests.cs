using System.Net;
using System.Text.Json;
using Npgsql;

namespace ServiceDesk.Api.Tests.Tickets;

public sealed class TicketBulkTests : ApiTest
{
    [Test]
    public async Task Each_ticket_is_done_or_refused_for_itself()
    {
        var (one, two, done) = (await As("alice").Open(), await As("alice").Open(), await As("alice").Open());
        await As("tom").Post($"incidents/{done.Id}/cancel", new { reason = "Not needed" });

        var answer = (await As("tom").Post("tickets/bulk", new
        {
            ids = new[] { one.Id, done.Id, two["reference"].GetString(), "INC-999999" },
            action = "assign",
            arguments = new { teamId = await TeamId("service-desk") },
        })).Expect(HttpStatusCode.OK);

        var results = answer["results"].EnumerateArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(r => r.GetProperty("ok").GetBoolean()), Is.EqualTo(new[] { true, false, true, false }));
            Assert.That(results[1].GetProperty("problem").GetProperty("code").GetString(), Is.EqualTo("incident.transition_not_allowed"));
            Assert.That(results[3].GetProperty("problem").GetProperty("status").GetInt32(), Is.EqualTo(404));
            Assert.That((await As("tom").Get("incidents/" + two.Id))["state"].GetString(), Is.EqualTo("assigned"));
        }
    }

    [Test]
    public async Task What_was_resolved_by_mistake_is_reopened_together()
    {
        var opened = await As("alice").Open();
        await As("tom").Post($"incidents/{opened.Id}/start");
        await As("tom").Post($"incidents/{opened.Id}/resolve", new { code = "fixed", text = "Done." });

        var answer = (await As("tom").Post("tickets/bulk", new { ids = new[] { opened.Id }, action = "reopen", arguments = new { text = "It is not." } }))
            .Expect(HttpStatusCode.OK);

        Assert.That(answer["results"][0].GetProperty("ok").GetBoolean(), Is.True, answer.Text);
        Assert.That((await As("tom").Get("incidents/" + opened.Id))["state"].GetString(), Is.EqualTo("inProgress"));
    }

    [Test]
    public async Task A_dry_run_says_how_it_would_go_and_keeps_nothing()
    {
        var opened = await As("alice").Open();

        var tried = (await As("tom").Post("tickets/bulk", new
        {
            ids = new[] { opened.Id },
            action = "resolve",
            arguments = new { code = "fixed", text = "Done." },
            dryRun = true,
        })).Expect(HttpStatusCode.OK);

        Assert.That(tried["results"][0].GetProperty("state").GetString(), Is.EqualTo("resolved"));
        var after = await As("tom").Get("incidents/" + opened.Id);
        Assert.That(after["state"].GetString(), Is.EqualTo("new"));
        Assert.That(after.ETag, Is.EqualTo(opened.ETag));
    }

    [Test]
    public async Task What_no_action_takes_is_refused_as_a_whole()
    {
        var opened = await As("alice").Open();

        (await As("tom").Post("tickets/bulk", new { ids = new[] { opened.Id }, action = "explode" })).Expect(HttpStatusCode.BadRequest, "bulk.action");
        (await As("tom").Post("tickets/bulk", new { ids = new[] { opened.Id }, action = "hold", arguments = new { why = "x" } }))
            .Expect(HttpStatusCode.BadRequest, "bulk.arguments");
        (await As("tom").Post("tickets/bulk", new { ids = Array.Empty<string>(), action = "start" })).Expect(HttpStatusCode.BadRequest, "bulk.ids");
    }

    [Test]
    public async Task Many_are_commented_tagged_and_given_another_priority_each_by_its_own_rules()
    {
        var (one, two, closed) = (await As("alice").Open(), await As("alice").Open("Another", new { tags = new[] { "old", "kept" } }), await As("alice").Open());
        (await As("tom").Post($"incidents/{closed.Id}/cancel", new { reason = "Not needed" })).Expect(HttpStatusCode.OK);
        string[] ids = [one.Id, two.Id, closed.Id];

        var commented = (await As("dan").Post("tickets/bulk", new { ids, action = "comment", arguments = new { body = "We know.", visibility = "public" } })).Expect(HttpStatusCode.OK);
        var tagged = (await As("dan").Post("tickets/bulk", new { ids, action = "tag", arguments = new { add = new[] { "Outage" }, remove = new[] { "old" } } })).Expect(HttpStatusCode.OK);
        var raised = (await As("dan").Post("tickets/bulk", new { ids, action = "override-priority", arguments = new { priority = "p1", reason = "All at once." } })).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Codes(commented), Is.EqualTo(new[] { "ok", "ok", "ticket.closed" }));
            Assert.That(Codes(tagged), Is.EqualTo(new[] { "ok", "ok", "ok" }), "tags are for closed ones too");
            Assert.That(Codes(raised), Is.EqualTo(new[] { "ok", "ok", "incident.transition_not_allowed" }));
        }

        var after = await As("tom").Get("incidents/" + two.Id);
        Assert.That(after["tags"].EnumerateArray().Select(t => t.GetString()), Is.EqualTo(new[] { "kept", "outage" }));
        Assert.That(after["priority"].GetString(), Is.EqualTo("p1"));
        Assert.That(after["version"].GetInt64(), Is.EqualTo(raised["results"][1].GetProperty("version").GetInt64()));
        Assert.That((await As("alice").Get($"incidents/{one.Id}/comments"))["items"][0].GetProperty("body").GetString(), Is.EqualTo("We know."));
    }

    [Test]
    public async Task A_list_says_which_priority_was_set_by_hand_so_that_a_change_of_many_can_be_taken_back()
    {
        var (one, two) = (await As("alice").Open(), await As("alice").Open());
        (await As("dan").Post($"incidents/{two.Id}/override-priority", new { priority = "p2", reason = "The board meets." })).Expect(HttpStatusCode.OK);

        var rows = (await As("dan").Get("tickets?sort=reference"))["items"].EnumerateArray().ToDictionary(r => r.GetProperty("id").GetString()!);

        Assert.That(rows[one.Id].GetProperty("priorityOverride").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(rows[two.Id].GetProperty("priorityOverride").GetRawText(), Is.EqualTo("""{"priority":"p2","reason":"The board meets."}"""));
    }

    [Test]
    public async Task The_right_is_asked_for_each_action_and_each_ticket()
    {
        var (hers, foreign) = (await As("alice").Open(), await As("sue").Open());
        string[] ids = [hers.Id, foreign.Id];

        var commented = await As("alice").Post("tickets/bulk", new { ids, action = "comment", arguments = new { body = "Thanks.", visibility = "public" } });
        var noted = await As("alice").Post("tickets/bulk", new { ids, action = "comment", arguments = new { body = "Hm.", visibility = "internal" } });
        var tagged = await As("alice").Post("tickets/bulk", new { ids, action = "tag", arguments = new { add = new[] { "x" } } });
        var raised = await As("tom").Post("tickets/bulk", new { ids, action = "override-priority", arguments = new { priority = "p1", reason = "Because." } });

        Assert.That(Codes(commented), Is.EqualTo(new[] { "ok", "not_found" }));
        Assert.That(Codes(noted), Is.EqualTo(new[] { "forbidden", "forbidden" }));
        Assert.That(Codes(tagged), Is.EqualTo(new[] { "forbidden", "forbidden" }));
        Assert.That(Codes(raised), Is.EqualTo(new[] { "forbidden", "forbidden" }));
    }

    [Test]
    public async Task What_was_done_before_the_answer_was_lost_is_not_done_again()
    {
        var (one, two, late) = (await As("alice").Open(), await As("alice").Open(), await As("alice").Open());
        var (id, key) = (Guid.Parse(late.Id), "lost-answer");
        var body = new { ids = new[] { one.Id, two.Id, late.Id }, action = "comment", arguments = new { body = "We know.", visibility = "public" } };
        // The third item fails, and so does keeping the answer of the whole: as when the server dies there.
        var death = $"""
            create function die() returns trigger language plpgsql as $$ begin raise exception 'The server dies here.'; end $$;
            create trigger die before insert on idempotent_answers for each row when (new.key = '{key}') execute function die();
            create trigger die before insert on comments for each row when (new.ticket_id = '{id}') execute function die();
            """;
        await AsOwnerAsync(death);
        (await As("tom").Post("tickets/bulk", body, key: key)).Expect(HttpStatusCode.InternalServerError);
        Assert.That(await CommentsOf(one, two, late), Is.EqualTo(new[] { 1, 1, 0 }));
        await AsOwnerAsync("drop trigger die on idempotent_answers; drop trigger die on comments; drop function die()");

        var other = await As("tom").Post("tickets/bulk", body with { ids = [one.Id, two.Id] }, key: key);
        var repeated = (await As("tom").Post("tickets/bulk", body, key: key)).Expect(HttpStatusCode.OK);
        var again = (await As("tom").Post("tickets/bulk", body, key: key)).Expect(HttpStatusCode.OK);

        other.Expect(HttpStatusCode.UnprocessableEntity, "idempotency.key_reused");
        Assert.That(Codes(repeated), Is.All.EqualTo("ok"));
        Assert.That(again.Text, Is.EqualTo(repeated.Text));
        Assert.That(await CommentsOf(one, two, late), Is.EqualTo(new[] { 1, 1, 1 }));
        Assert.That(repeated["results"][0].GetProperty("version").GetInt64(), Is.EqualTo(2));
    }

    [Test]
    public async Task Two_with_one_key_at_once_do_it_once()
    {
        await using var twin = Desk.Twin();
        var opened = new[] { await As("alice").Open(), await As("alice").Open(), await As("alice").Open() };
        var body = new { ids = opened.Select(o => o.Id), action = "comment", arguments = new { body = "We know.", visibility = "public" } };

        var answers = await Task.WhenAll(As("tom").Post("tickets/bulk", body, key: "twice"), twin.As("tom").Post("tickets/bulk", body, key: "twice"));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await CommentsOf(opened), Is.EqualTo(new[] { 1, 1, 1 }));
    }

    private async Task AsOwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Desk.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static IEnumerable<string> Codes(Answer answer) => answer["results"].EnumerateArray()
        .Select(r => r.GetProperty("ok").GetBoolean() ? "ok" : r.GetProperty("problem").GetProperty("code").GetString()!);

    private async Task<List<int>> CommentsOf(params Answer[] tickets)
    {
        List<int> counts = [];
        foreach (var ticket in tickets)
            counts.Add((await As("tom").Get($"incidents/{ticket.Id}/comments"))["items"].GetArrayLength());
        return counts;
    }

    [Test]
    public async Task Who_may_not_do_it_to_one_may_not_do_it_to_many()
    {
        var opened = await As("alice").Open();

        var answer = await As("alice").Post("tickets/bulk", new { ids = new[] { opened.Id }, action = "start" });

        Assert.That(answer["results"][0].GetProperty("problem").GetProperty("code").GetString(), Is.EqualTo("forbidden"));
    }
}
