using System.Net;

namespace ServiceDesk.Api.Tests.Incidents;

public sealed class IncidentLifeTests : ApiTest
{
    [Test]
    public async Task An_incident_goes_from_the_portal_to_its_confirmation()
    {
        var alice = As("alice");
        var tom = As("tom");
        var opened = await alice.Open();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened["state"].GetString(), Is.EqualTo("new"));
            Assert.That(opened["priority"].GetString(), Is.EqualTo("p3"));
            Assert.That(opened["reference"].GetString(), Does.Match("^INC-\\d{6}$"));
            Assert.That(opened["requester"].GetProperty("name").GetString(), Is.EqualTo("Alice Martin"));
            Assert.That(opened.ETag, Is.EqualTo("\"1\""));
            Assert.That(opened.Location, Is.EqualTo("/api/v1/incidents/" + opened.Id));
        }

        var url = "incidents/" + opened["reference"].GetString();
        var assigned = (await tom.Post(url + "/assign", new { teamId = await TeamId("service-desk") })).Expect(HttpStatusCode.OK);
        Assert.That(assigned["state"].GetString(), Is.EqualTo("assigned"));
        var started = (await tom.Post(url + "/start")).Expect(HttpStatusCode.OK);
        Assert.That(started["assignee"].GetProperty("name").GetString(), Is.EqualTo("Tom Becker"));
        var held = (await tom.Post(url + "/hold", new { reason = "awaitingSupplier", until = Clock.GetUtcNow().AddHours(2) })).Expect(HttpStatusCode.OK);
        Assert.That(held["pending"].GetProperty("reason").GetString(), Is.EqualTo("awaitingSupplier"));
        (await tom.Post(url + "/resume")).Expect(HttpStatusCode.OK);
        var resolved = (await tom.Post(url + "/resolve", new { code = "fixed", text = "A new fuser." })).Expect(HttpStatusCode.OK);
        Assert.That(resolved["resolution"].GetProperty("code").GetString(), Is.EqualTo("fixed"));
        var reopened = (await alice.Post(url + "/reopen", new { text = "Still no paper comes out." })).Expect(HttpStatusCode.OK);
        Assert.That(reopened["reopenCount"].GetInt32(), Is.EqualTo(1));
        (await tom.Post(url + "/resolve", new { code = "fixed", text = "And a new roller." })).Expect(HttpStatusCode.OK);
        var closed = (await alice.Post(url + "/close")).Expect(HttpStatusCode.OK);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(closed["state"].GetString(), Is.EqualTo("closed"));
            Assert.That(closed["allowedTransitions"].GetRawText(), Is.EqualTo("[\"follow-up\"]"));
            Assert.That(closed["version"].GetInt64(), Is.EqualTo(9));
        }
    }

    [Test]
    public async Task A_transition_the_lifecycle_does_not_know_is_refused_with_what_is_possible()
    {
        var opened = await As("alice").Open();

        var refused = await As("tom").Post($"incidents/{opened.Id}/resume");

        refused.Expect(HttpStatusCode.Conflict, "incident.transition_not_allowed");
        Assert.That(refused["allowed"].EnumerateArray().Select(a => a.GetString()), Does.Contain("assign").And.Contain("declare-major"));
    }

    [Test]
    public async Task A_stale_If_Match_is_told_what_is_current_and_who_changed_it()
    {
        var opened = await As("alice").Open();
        await As("tom").Post($"incidents/{opened.Id}/start");

        var stale = await As("tina").Post($"incidents/{opened.Id}/cancel", new { reason = "Not needed" }, ifMatch: opened.ETag);

        stale.Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stale.ETag, Is.EqualTo("\"2\""));
            Assert.That(stale["current"].GetProperty("state").GetString(), Is.EqualTo("inProgress"));
            Assert.That(stale["changes"][0].GetProperty("by").GetProperty("name").GetString(), Is.EqualTo("Tom Becker"));
        }
    }

    [Test]
    public async Task What_the_caller_may_not_know_of_is_not_found()
    {
        var opened = await As("tom").Open();

        (await As("alice").Get($"incidents/{opened.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("alice").Get("incidents/INC-999999")).Expect(HttpStatusCode.NotFound, "not_found");
        (await As("alice").Get("incidents/nonsense")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task An_employee_may_not_work_on_incidents()
    {
        var opened = await As("alice").Open();

        (await As("alice").Post($"incidents/{opened.Id}/start")).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task The_assignee_must_belong_to_the_team()
    {
        var opened = await As("alice").Open();

        var refused = await As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = await TeamId("network"), assigneeId = await UserId("tom") });

        refused.Expect(HttpStatusCode.UnprocessableEntity, "incident.assignee_not_member");
    }

    [Test]
    public async Task Who_is_no_member_of_its_team_cannot_start_what_nobody_has_and_is_not_offered_it()
    {
        var opened = await As("alice").Open();
        (await As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = await TeamId("network") })).Expect(HttpStatusCode.OK);

        (await As("tom").Post($"incidents/{opened.Id}/start")).Expect(HttpStatusCode.UnprocessableEntity, "incident.assignee_not_member");
        var seen = await As("tom").Get($"incidents/{opened.Id}");
        Assert.That(seen["allowedTransitions"].EnumerateArray().Select(t => t.GetString()), Does.Not.Contain("start"));
        Assert.That(seen["refusedTransitions"].EnumerateArray().Single(t => t.GetProperty("name").GetString() == "start").GetProperty("code").GetString(),
            Is.EqualTo("incident.assignee_not_member"));

        (await As("tina").Post($"incidents/{opened.Id}/start")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task Who_opened_it_for_somebody_does_not_say_yes_for_them()
    {
        var opened = await As("tom").Open(more: new { requesterId = await UserId("alice") });
        var url = $"incidents/{opened.Id}";
        var resolved = (await As("tom").Post(url + "/resolve", new { code = "fixed", text = "A new fuser." })).Expect(HttpStatusCode.OK);

        Assert.That(resolved["allowedTransitions"].EnumerateArray().Select(t => t.GetString()), Does.Not.Contain("close"));
        (await As("tom").Post(url + "/close")).Expect(HttpStatusCode.Conflict, "incident.close_needs_requester");
        (await As("sue").Post(url + "/close")).Expect(HttpStatusCode.Conflict, "incident.close_needs_requester");

        (await As("alice").Post(url + "/close")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task Commands_that_race_all_count_and_none_is_lost()
    {
        var opened = await As("alice").Open();
        var team = await TeamId("service-desk");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = team, assigneeId = (Guid?)null })));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That((await As("dan").Get($"incidents/{opened.Id}"))["state"].GetString(), Is.EqualTo("assigned"));
    }

    [TestCase("""{"title":"x","impact":"high"}""", "urgency")]
    [TestCase("""{"title":"x","impact":"high","urgency":"huge"}""", "urgency")]
    [TestCase("""{"title":"x","impact":"high","urgency":"low","colour":"red"}""", "colour")]
    [TestCase("""{"title":"","impact":"high","urgency":"low"}""", "title")]
    public async Task What_is_outside_the_schema_is_named(string body, string member)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/incidents") { Content = new StringContent(body, null, "application/json") };

        var refused = await As("alice").Send(request);

        refused.Expect(HttpStatusCode.BadRequest);
        Assert.That(refused.Text, Does.Contain(member));
    }

    [Test]
    public async Task An_unknown_parameter_is_named()
    {
        var refused = await As("alice").Get("session?verbose=true");

        refused.Expect(HttpStatusCode.BadRequest, "request.unknown_parameter");
        Assert.That(refused["errors"].TryGetProperty("verbose", out _), Is.True);
    }

    [Test]
    public async Task A_wrong_method_and_an_unknown_path_are_told_apart()
    {
        (await As("alice").Patch("session", new { })).Expect(HttpStatusCode.MethodNotAllowed, "request.method_not_allowed");
        (await As("alice").Get("nonsense")).Expect(HttpStatusCode.NotFound, "not_found");
    }
}
