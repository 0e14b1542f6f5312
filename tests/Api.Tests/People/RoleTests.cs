using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Api.Tests.People;

public sealed class RoleTests : ApiTest
{
    [Test]
    public async Task A_built_in_role_is_extended_but_neither_cut_down_nor_removed()
    {
        var admin = As("admin");
        var role = Role((await admin.Get("roles")).Expect(HttpStatusCode.OK), "auditor");
        var (id, permissions) = (role.GetProperty("id").GetString(), role.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()!).ToList());

        var extended = (await admin.Patch($"roles/{id}", new { permissions = permissions.Append("users.read") })).Expect(HttpStatusCode.OK);
        Assert.That(extended["permissions"].EnumerateArray().Select(p => p.GetString()), Is.EquivalentTo(permissions.Append("users.read")));
        (await admin.Patch($"roles/{id}", new { permissions = permissions.Skip(1) })).Expect(HttpStatusCode.UnprocessableEntity, "role.built_in_floor");
        (await admin.Patch($"roles/{id}", new { permissions = new[] { "moon.land" } })).Expect(HttpStatusCode.BadRequest, "validation");
        (await admin.Delete($"roles/{id}")).Expect(HttpStatusCode.Conflict, "role.built_in");
        (await As("tom").Patch($"roles/{id}", new { name = "x" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Delete($"roles/{id}")).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task A_role_of_ones_own_goes_when_nobody_holds_it()
    {
        var (admin, alice) = (As("admin"), await UserId("alice"));
        var role = (await admin.Post("roles", new { key = "reporter", name = "Reporter", permissions = new[] { "reports.read" } })).Expect(HttpStatusCode.Created);
        var grant = (await admin.Post($"users/{alice}/grants", new { role = "reporter" })).Expect(HttpStatusCode.Created);
        (await admin.Post($"users/{alice}/grants", new { role = "reporter" })).Expect(HttpStatusCode.Conflict, "grant.held");

        (await admin.Delete($"roles/{role.Id}")).Expect(HttpStatusCode.Conflict, "role.held");
        (await admin.Delete($"users/{alice}/grants/{grant.Id}")).Expect(HttpStatusCode.NoContent);
        (await admin.Delete($"roles/{role.Id}")).Expect(HttpStatusCode.NoContent);
        (await admin.Get($"roles/{role.Id}")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task Everybody_may_know_what_permissions_there_are()
    {
        var all = (await As("alice").Get("permissions")).Expect(HttpStatusCode.OK)["items"].EnumerateArray().ToList();

        var manage = all.Single(p => p.GetProperty("name").GetString() == "users.manage");
        Assert.That(manage.GetProperty("administrative").GetBoolean(), Is.True);
        Assert.That(manage.GetProperty("held").GetBoolean(), Is.False);
        (await As("alice").Get("roles")).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task Nobody_raises_anybody_above_themselves()
    {
        var (admin, tom) = (As("admin"), await UserId("tom"));
        (await admin.Post("roles", new { key = "frontOffice", name = "Front office", permissions = new[] { "users.manage" } })).Expect(HttpStatusCode.Created);
        (await admin.Post($"users/{tom}/grants", new { role = "frontOffice" })).Expect(HttpStatusCode.Created);
        var carl = await UserId("carl");

        (await As("tom").Post($"users/{carl}/grants", new { role = "technician" })).Expect(HttpStatusCode.Created);
        var refused = (await As("tom").Post($"users/{carl}/grants", new { role = "administrator" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        Assert.That(refused["permission"].GetString(), Is.EqualTo("roles.manage"));
        (await As("tom").Post("users", new { userName = "mole", name = "Mole", roles = new[] { "supervisor" } })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await As("tom").Patch($"users/{await UserId("admin")}", new { userName = "tom2" })).Expect(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task A_role_limited_to_a_team_shows_its_tickets_and_administers_nothing()
    {
        var admin = As("admin");
        var eve = (await admin.Post("users", new { userName = "eve", name = "Eve" })).Id;
        (await admin.Post($"users/{eve}/grants", new { role = "administrator", teamId = await TeamId("network") })).Expect(HttpStatusCode.Created);
        var token = await Desk.TokenFor("eve");
        var mine = (await As("alice").Open("On the network")).Id;
        var other = (await As("alice").Open("Elsewhere")).Id;
        (await As("dan").Post($"incidents/{mine}/assign", new { teamId = await TeamId("network") })).Expect(HttpStatusCode.OK);

        (await token.Get($"incidents/{mine}")).Expect(HttpStatusCode.OK);
        (await token.Get($"incidents/{other}")).Expect(HttpStatusCode.NotFound, "not_found");
        (await token.Post("users", new { userName = "x", name = "X" })).Expect(HttpStatusCode.Forbidden, "forbidden");
        (await admin.Post($"users/{eve}/grants", new { role = "technician", teamId = Guid.CreateVersion7() })).Expect(HttpStatusCode.UnprocessableEntity, "team.unknown");
    }

    [Test]
    public async Task A_persons_roles_are_shown_to_them_and_to_staff()
    {
        var alice = await UserId("alice");

        Assert.That((await As("alice").Get($"users/{alice}/grants")).Expect(HttpStatusCode.OK)["items"].GetArrayLength(), Is.GreaterThanOrEqualTo(1));
        (await As("tom").Get($"users/{alice}/grants")).Expect(HttpStatusCode.OK);
        (await As("alice").Get($"users/{await UserId("tom")}/grants")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    private static JsonElement Role(Answer page, string key) => page["items"].EnumerateArray().Single(r => r.GetProperty("key").GetString() == key);
}

public sealed class LastAdministratorTests : ApiTest
{
    [Test]
    public async Task The_last_administrator_can_neither_go_nor_lose_the_role()
    {
        var (admin, id) = (As("admin"), await UserId("admin"));
        var grant = (await admin.Get($"users/{id}/grants"))["items"][0].GetProperty("id").GetString();

        (await admin.Post($"users/{id}/deactivate")).Expect(HttpStatusCode.Conflict, "user.last_administrator");
        (await admin.Delete($"users/{id}/grants/{grant}")).Expect(HttpStatusCode.Conflict, "user.last_administrator");

        var sue = await UserId("sue");
        (await admin.Post($"users/{sue}/grants", new { role = "administrator" })).Expect(HttpStatusCode.Created);
        (await admin.Post($"users/{sue}/deactivate")).Expect(HttpStatusCode.OK);
        (await admin.Post($"users/{id}/deactivate")).Expect(HttpStatusCode.Conflict, "user.last_administrator");
    }
}

public sealed class TwoAdministratorsTests : ApiTest
{
    [Test]
    public async Task Two_administrators_who_send_each_other_away_do_not_both_go()
    {
        var (paula, admin) = (await UserId("paula"), await UserId("admin"));
        (await As("admin").Post($"users/{paula}/grants", new { role = "administrator" })).Expect(HttpStatusCode.Created);

        var answers = await Task.WhenAll(As("admin").Post($"users/{paula}/deactivate"), As("paula").Post($"users/{admin}/deactivate"));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.OK), Is.LessThanOrEqualTo(1));
        Assert.That(await Desk.Db(db => db.Set<User>().CountAsync(u => u.Active && (u.UserName == "paula" || u.UserName == "admin"))), Is.GreaterThanOrEqualTo(1));
    }
}
