using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.Catalog;

/// <summary>A category says whose queue a ticket goes to that nobody has given to a team.</summary>
public sealed class CategoryTeamTests : ApiTest
{
    [Test]
    public async Task A_ticket_opened_without_a_team_goes_to_the_team_of_its_category_and_stays_new()
    {
        var network = await TeamId("network");
        var category = await CategoryAsync("Wireless", network);

        var opened = await As("alice").Open(more: new { categoryId = category.Id });
        var dispatched = await As("dan").Open(more: new { categoryId = category.Id, teamId = await TeamId("service-desk") });
        var queue = await As("tom").Get($"incidents?teamId={network}&limit=200");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened["team"].GetProperty("id").GetGuid(), Is.EqualTo(network));
            Assert.That(opened["state"].GetString(), Is.EqualTo("new"), "ruling 18");
            Assert.That(opened["assignee"].ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(dispatched["team"].GetProperty("id").GetGuid(), Is.EqualTo(await TeamId("service-desk")), "who names a team means it");
            Assert.That(queue["items"].EnumerateArray().Select(t => t.GetProperty("id").GetString()), Does.Contain(opened.Id));
        }
    }

    [Test]
    public async Task A_category_below_and_a_change_of_category_give_it_to_nobody()
    {
        var above = await CategoryAsync("Above", await TeamId("network"));
        var below = (await As("admin").Post("categories", new { name = "Below", parentId = above.Id })).Expect(HttpStatusCode.Created);

        var opened = await As("alice").Open(more: new { categoryId = below.Id });
        var changed = (await As("tom").Patch($"incidents/{opened.Id}", new { categoryId = above.Id })).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened["team"].ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(changed["team"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        }
    }

    [Test]
    public async Task A_team_out_of_use_is_not_given_tickets_and_not_named_anew()
    {
        var team = await NewTeamAsync("night");
        var category = await CategoryAsync("Night", team);
        (await As("admin").Patch($"teams/{team}", new { active = false })).Expect(HttpStatusCode.OK);

        var opened = await As("alice").Open(more: new { categoryId = category.Id });
        var renamed = await As("admin").Patch($"categories/{category.Id}", new { name = "By night" });
        var refused = await As("admin").Post("categories", new { name = "Late", defaultTeamId = team });

        refused.Expect(HttpStatusCode.UnprocessableEntity, "team.unknown");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened["team"].ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(renamed.Expect(HttpStatusCode.OK)["defaultTeamId"].GetGuid(), Is.EqualTo(team), "it stays until another is chosen");
            Assert.That(refused["errors"].TryGetProperty("defaultTeamId", out _), Is.True);
            (await As("admin").Patch($"categories/{category.Id}", new { defaultTeamId = Guid.CreateVersion7() })).Expect(HttpStatusCode.UnprocessableEntity, "team.unknown");
        }
    }

    [Test]
    public async Task The_default_team_is_changed_and_taken_away_and_both_are_in_the_audit_trail()
    {
        var (network, desk) = (await TeamId("network"), await TeamId("service-desk"));
        var category = await CategoryAsync("Moves", network);

        var moved = (await As("admin").Patch($"categories/{category.Id}", new { defaultTeamId = desk }, ifMatch: category.ETag)).Expect(HttpStatusCode.OK);
        var none = (await As("admin").Patch($"categories/{category.Id}", new { defaultTeamId = (Guid?)null }, ifMatch: moved.ETag)).Expect(HttpStatusCode.OK);

        var trail = (await As("sue").Get($"audit?entity=category&entityId={category.Id}")).Expect(HttpStatusCode.OK).Text;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(category["defaultTeamId"].GetGuid(), Is.EqualTo(network));
            Assert.That(moved["defaultTeamId"].GetGuid(), Is.EqualTo(desk));
            Assert.That(none["defaultTeamId"].ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(trail, Does.Contain("defaultTeamId").And.Contain(network.ToString()).And.Contain(desk.ToString()));
        }
    }

    [Test]
    public async Task What_is_split_off_a_ticket_without_a_team_goes_to_the_team_of_the_category_unless_it_is_restricted()
    {
        var network = await TeamId("network");
        var category = await CategoryAsync("Split", null);
        var open = await As("tom").Open(more: new { categoryId = category.Id });
        var secret = await As("tom").Open(more: new { categoryId = category.Id, restricted = true });
        (await As("admin").Patch($"categories/{category.Id}", new { defaultTeamId = network })).Expect(HttpStatusCode.OK);

        var next = await SplitAsync(open.Id);
        var hidden = await SplitAsync(secret.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(next["team"].GetProperty("id").GetGuid(), Is.EqualTo(network));
            Assert.That(hidden["team"].ValueKind, Is.EqualTo(JsonValueKind.Null), "a team would see it");
        }
    }

    private async Task<Answer> SplitAsync(string ticket)
    {
        var comment = (await As("tom").Post($"incidents/{ticket}/comments", new { body = "And the lamp, too.", visibility = "public" })).Expect(HttpStatusCode.Created);
        return (await As("tom").Post($"incidents/{ticket}/split", new { commentId = comment.Id, title = "The lamp" })).Expect(HttpStatusCode.Created);
    }

    private async Task<Answer> CategoryAsync(string name, Guid? team) =>
        (await As("admin").Post("categories", new { name, defaultTeamId = team })).Expect(HttpStatusCode.Created);

    private async Task<Guid> NewTeamAsync(string key) =>
        Guid.Parse((await As("admin").Post("teams", new { name = "Team " + key, key })).Expect(HttpStatusCode.Created).Id);
}
