using System.Net;

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
    public async Task Who_may_not_do_it_to_one_may_not_do_it_to_many()
    {
        var opened = await As("alice").Open();

        var answer = await As("alice").Post("tickets/bulk", new { ids = new[] { opened.Id }, action = "start" });

        Assert.That(answer["results"][0].GetProperty("problem").GetProperty("code").GetString(), Is.EqualTo("forbidden"));
    }
}
