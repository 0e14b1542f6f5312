using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.People;

public sealed class TeamTests : ApiTest
{
    [Test]
    public async Task A_team_is_formed_led_and_renamed()
    {
        var (admin, tina) = (As("admin"), await UserId("tina"));
        var team = (await admin.Post("teams", new { key = "field", name = new { en = "Field", fr = "Terrain" }, leadId = tina })).Expect(HttpStatusCode.Created);

        Assert.That(team["lead"].GetProperty("name").GetString(), Is.EqualTo("Tina Moreau"));
        Assert.That(team["members"].GetArrayLength(), Is.EqualTo(1));
        Assert.That((await As("tina").Get($"teams/{team.Id}"))["name"].GetString(), Is.EqualTo("Terrain"));
        var renamed = (await admin.Patch($"teams/{team.Id}", new { name = "Outside", leadId = (string?)null }, team.ETag)).Expect(HttpStatusCode.OK);
        Assert.That(renamed["names"].GetProperty("fr").GetString(), Is.EqualTo("Outside"));
        Assert.That(renamed["lead"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        (await admin.Post("teams", new { key = "field", name = "Again" })).Expect(HttpStatusCode.Conflict, "team.key_taken");
        (await admin.Patch($"teams/{team.Id}", new { leadId = await UserId("alice") })).Expect(HttpStatusCode.UnprocessableEntity, "team.lead_not_member");
        (await admin.Post("teams", new { key = "no good", name = new { en = "" } })).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task Teams_are_listed_with_their_size()
    {
        var network = (await As("tom").Get("teams?q=net")).Expect(HttpStatusCode.OK)["items"][0];

        Assert.That(network.GetProperty("memberCount").GetInt32(), Is.EqualTo(1));
        (await As("alice").Get("teams")).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Get("teams?limit=0")).Expect(HttpStatusCode.BadRequest, "validation");
    }

    [Test]
    public async Task Who_leaves_a_team_leaves_its_work_in_the_queue()
    {
        var admin = As("admin");
        var sam = Guid.Parse((await admin.Post("users", new { userName = "sam", name = "Sam", roles = new[] { "technician" } })).Id);
        var team = (await admin.Post("teams", new { key = "short", name = "Short" })).Id;
        (await admin.Post($"teams/{team}/members", new { userId = sam })).Expect(HttpStatusCode.OK);
        var ticket = (await As("dan").Open()).Id;
        (await As("dan").Post($"incidents/{ticket}/assign", new { teamId = team, assigneeId = sam })).Expect(HttpStatusCode.OK);

        (await admin.Delete($"teams/{team}/members/{sam}")).Expect(HttpStatusCode.NoContent);

        var left = (await As("dan").Get($"incidents/{ticket}")).Expect(HttpStatusCode.OK);
        Assert.That(left["assignee"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(left["team"].GetProperty("id").GetString(), Is.EqualTo(team));
        (await admin.Delete($"teams/{team}/members/{sam}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await admin.Patch($"teams/{team}", new { active = false })).Expect(HttpStatusCode.Conflict, "team.has_open_tickets");
    }

    [Test]
    public async Task A_team_without_work_goes_out_of_use_and_comes_back()
    {
        var admin = As("admin");
        var team = (await admin.Post("teams", new { key = "winter", name = "Winter" })).Id;

        Assert.That((await admin.Patch($"teams/{team}", new { active = false })).Expect(HttpStatusCode.OK)["active"].GetBoolean(), Is.False);
        var ticket = (await As("dan").Open()).Id;
        (await As("dan").Post($"incidents/{ticket}/assign", new { teamId = team })).Expect(HttpStatusCode.UnprocessableEntity, "team.unknown");
        Assert.That((await admin.Patch($"teams/{team}", new { active = true })).Expect(HttpStatusCode.OK)["active"].GetBoolean(), Is.True);
    }

    [Test]
    public async Task Sites_and_departments_are_kept()
    {
        var admin = As("admin");
        var site = (await admin.Post("sites", new { name = "Nantes", address = "1 quai" })).Expect(HttpStatusCode.Created);
        Assert.That(site["timeZone"].GetString(), Is.EqualTo("Europe/Paris"));
        Assert.That((await admin.Patch($"sites/{site.Id}", new { active = false, address = (string?)null }, site.ETag)).Expect(HttpStatusCode.OK)["active"].GetBoolean(), Is.False);
        (await admin.Post("sites", new { name = "Nantes" })).Expect(HttpStatusCode.Conflict, "site.name_taken");
        (await admin.Patch($"sites/{site.Id}", new { timeZone = "Nowhere" })).Expect(HttpStatusCode.BadRequest, "validation");
        Assert.That((await As("alice").Get("sites?q=nan&active=false")).Expect(HttpStatusCode.OK)["items"].GetArrayLength(), Is.EqualTo(1));

        var department = (await admin.Post("departments", new { name = "Accounting" })).Expect(HttpStatusCode.Created);
        (await admin.Post("departments", new { name = "Accounting" })).Expect(HttpStatusCode.Conflict, "department.name_taken");
        Assert.That((await admin.Patch($"departments/{department.Id}", new { name = "Finance" })).Expect(HttpStatusCode.OK)["name"].GetString(), Is.EqualTo("Finance"));
        Assert.That((await As("alice").Get($"departments/{department.Id}")).Expect(HttpStatusCode.OK)["name"].GetString(), Is.EqualTo("Finance"));
        (await As("alice").Patch($"departments/{department.Id}", new { name = "Mine" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("alice").Patch($"sites/{site.Id}", new { name = "Mine" })).Expect(HttpStatusCode.Forbidden, "forbidden");
    }
}
