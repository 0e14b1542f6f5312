using System.Net;
using System.Text.Json;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Api.Tests.Incidents;

public sealed class UpdateIncidentTests : ApiTest
{
    [Test]
    public async Task Everything_given_changes_in_one_version()
    {
        var opened = await As("alice").Open();
        var parent = await As("tom").Open("The print server is down");

        var updated = (await As("tom").Patch($"incidents/{opened.Id}", new
        {
            title = "Printer P2 prints nothing",
            description = "It **blinks**.",
            impact = "high",
            urgency = "high",
            tags = new[] { " Printer ", "floor-2" },
            parentId = parent.Id,
            requesterId = await UserId("carl"),
        }, ifMatch: opened.ETag)).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(updated["version"].GetInt64(), Is.EqualTo(2));
            Assert.That(updated.ETag, Is.EqualTo("\"2\""));
            Assert.That(updated["title"].GetString(), Is.EqualTo("Printer P2 prints nothing"));
            Assert.That(updated["priority"].GetString(), Is.EqualTo("p1"));
            Assert.That(updated["tags"].GetRawText(), Is.EqualTo("[\"floor-2\",\"printer\"]"));
            Assert.That(updated["parent"].GetProperty("id").GetString(), Is.EqualTo(parent.Id));
            Assert.That(updated["requester"].GetProperty("name").GetString(), Is.EqualTo("Carl Dubois"));
        }

        var cleared = (await As("tom").Patch($"incidents/{opened.Id}", new { parentId = (string?)null, tags = (string[]?)null, description = (string?)null }))
            .Expect(HttpStatusCode.OK);
        Assert.That(cleared["parent"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(cleared["tags"].GetArrayLength(), Is.Zero);
        Assert.That(cleared["title"].GetString(), Is.EqualTo("Printer P2 prints nothing"));
    }

    [Test]
    public async Task A_patch_that_changes_nothing_has_no_version_of_its_own()
    {
        var opened = await As("alice").Open();

        var same = (await As("tom").Patch($"incidents/{opened.Id}", new { title = opened["title"].GetString(), impact = "medium", tags = Array.Empty<string>() }))
            .Expect(HttpStatusCode.OK);

        Assert.That(same["version"].GetInt64(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_requester_corrects_their_words_and_nothing_else()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";

        (await As("alice").Patch(url, new { title = "The printer on the third floor", description = "Not the second." })).Expect(HttpStatusCode.OK);
        (await As("alice").Patch(url, new { urgency = "high" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("alice").Patch(url, new { requesterId = await UserId("tom") })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("alice").Patch(url, new { restricted = true })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("carl").Patch(url, new { title = "x" })).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_stale_patch_is_told_what_is_current()
    {
        var opened = await As("alice").Open();
        (await As("tom").Patch($"incidents/{opened.Id}", new { title = "First" })).Expect(HttpStatusCode.OK);

        var stale = await As("tina").Patch($"incidents/{opened.Id}", new { title = "Second" }, ifMatch: opened.ETag);

        stale.Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        Assert.That(stale["current"].GetProperty("title").GetString(), Is.EqualTo("First"));
    }

    [TestCase("serviceId", "service.unknown")]
    [TestCase("categoryId", "category.unknown")]
    [TestCase("siteId", "site.unknown")]
    [TestCase("requesterId", "requester.unknown")]
    [TestCase("parentId", "ticket.unknown")]
    public async Task An_id_that_names_nothing_is_refused(string member, string code)
    {
        var opened = await As("alice").Open();

        var refused = await As("tom").Patch($"incidents/{opened.Id}", new Dictionary<string, object> { [member] = Guid.CreateVersion7() });

        refused.Expect(HttpStatusCode.UnprocessableEntity, code);
    }

    [TestCase("title", "")]
    [TestCase("impact", null)]
    [TestCase("requesterId", null)]
    [TestCase("restricted", null)]
    public async Task What_cannot_be_cleared_is_named(string member, string? value)
    {
        var opened = await As("alice").Open();

        var refused = await As("sue").Patch($"incidents/{opened.Id}", new Dictionary<string, object?> { [member] = value });

        refused.Expect(HttpStatusCode.BadRequest, "validation");
        Assert.That(refused["errors"].TryGetProperty(member, out _), Is.True);
    }

    [Test]
    public async Task A_closed_incident_takes_only_tags_and_restriction()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";
        (await As("alice").Post(url + "/cancel", new { reason = "It prints" })).Expect(HttpStatusCode.OK);

        (await As("tom").Patch(url, new { title = "x" })).Expect(HttpStatusCode.Conflict, "ticket.closed");
        (await As("tom").Patch(url, new { tags = new[] { "noise" } })).Expect(HttpStatusCode.OK);
        (await As("sue").Patch(url, new { restricted = true })).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_priority_set_by_hand_stands_until_it_is_taken_back()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";

        (await As("tom").Post(url + "/override-priority", new { priority = "p1", reason = "The whole floor waits" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("dan").Post(url + "/override-priority", new { priority = "p1" })).Expect(HttpStatusCode.BadRequest, "validation");
        var set = (await As("dan").Post(url + "/override-priority", new { priority = "p1", reason = "The payroll waits" })).Expect(HttpStatusCode.OK);
        Assert.That(set["priority"].GetString(), Is.EqualTo("p1"));
        Assert.That(set["priorityOverride"].GetProperty("reason").GetString(), Is.EqualTo("The payroll waits"));
        var reclassified = (await As("tom").Patch(url, new { urgency = "low" })).Expect(HttpStatusCode.OK);
        Assert.That(reclassified["priority"].GetString(), Is.EqualTo("p1"));
        var back = (await As("dan").Post(url + "/override-priority", new { priority = (string?)null })).Expect(HttpStatusCode.OK);
        Assert.That(back["priority"].GetString(), Is.EqualTo("p4"));
        Assert.That(back["priorityOverride"].ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task A_restricted_incident_is_seen_by_requester_assignee_owning_team_auditor_and_nobody_else()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";
        (await As("dan").Post(url + "/assign", new { teamId = await TeamId("network"), assigneeId = await UserId("tina") })).Expect(HttpStatusCode.OK);
        (await As("tom").Post(url + "/watchers", new { userId = await UserId("carl") })).Expect(HttpStatusCode.Created);
        (await As("sue").Patch(url, new { restricted = true })).Expect(HttpStatusCode.OK);

        var visible = new Dictionary<string, HttpStatusCode>();
        await Desk.Db(async db =>
        {
            var auditor = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<Role>(), r => r.Key == "auditor");
            db.Add(Grant.Give(new UserId(await UserId("paula")), auditor.Id, Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        foreach (var who in new[] { "alice", "tina", "tom", "dan", "sue", "carl", "paula", "admin" })
            visible[who] = (await As(who).Get(url + "/timeline")).Status;

        Assert.That(visible.Where(v => v.Value == HttpStatusCode.OK).Select(v => v.Key), Is.EquivalentTo(new[] { "alice", "tina", "paula" }));
        (await As("tom").Post(url + "/comments", new { body = "x", visibility = "public" })).Expect(HttpStatusCode.NotFound, "not_found");
    }
}
