using System.Net;
using System.Text.Json;

namespace ServiceDesk.Api.Tests.People;

public sealed class LeavingTests : ApiTest
{
    [Test]
    public async Task Who_leaves_is_out_at_once_and_their_work_goes_on()
    {
        var admin = As("admin");
        var (desk, network, dan) = (await TeamId("service-desk"), await TeamId("network"), await UserId("dan"));
        var max = (await admin.Post("users", new { userName = "max", name = "Max", roles = new[] { "technician" }, teamIds = new[] { desk, network } })).Expect(HttpStatusCode.Created).Id;
        (await Desk.Nobody().Post("session/reset", new { code = (await admin.Post($"users/{max}/reset-link"))["code"].GetString(), newPassword = "a horse in the rain" })).Expect(HttpStatusCode.NoContent);
        var (session, token) = (await Desk.SignIn("max", "a horse in the rain"), await Desk.TokenFor("max"));
        var onDesk = await Given(desk, max);
        var onNetwork = await Given(network, max);
        var waiting = await Given(desk, max);
        (await token.Post($"incidents/{waiting}/start")).Expect(HttpStatusCode.OK);
        (await token.Post($"incidents/{waiting}/hold", new { reason = "awaitingRequester" })).Expect(HttpStatusCode.OK);
        (await admin.Patch($"teams/{network}", new { leadId = max })).Expect(HttpStatusCode.OK);

        var left = (await admin.Post($"users/{max}/deactivate", new { handOver = new { toUserId = dan } })).Expect(HttpStatusCode.OK);

        Assert.That(left["handedOver"].GetProperty("toPerson").GetInt32(), Is.EqualTo(2));
        Assert.That(left["handedOver"].GetProperty("toQueue").GetInt32(), Is.EqualTo(1));
        Assert.That(left["user"].GetProperty("active").GetBoolean(), Is.False);
        (await session.Get("me")).Expect(HttpStatusCode.Unauthorized, "session.required");
        (await token.Get("me")).Expect(HttpStatusCode.Unauthorized, "session.required");
        (await Desk.Nobody().Post("session", new { userName = "max", password = "a horse in the rain" })).Expect(HttpStatusCode.Unauthorized, "session.refused");
        Assert.That(await Assignee(onDesk), Is.EqualTo("Dan Keller"));
        Assert.That(await Assignee(onNetwork), Is.Null, "Dan is no member of that team: it waits in its queue");
        var held = await As("tina").Get($"incidents/{waiting}");
        Assert.That(held["state"].GetString(), Is.EqualTo("pending"), "the wait goes on");
        Assert.That(held["assignee"].GetProperty("name").GetString(), Is.EqualTo("Dan Keller"));
        Assert.That((await admin.Get($"teams/{network}"))["lead"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        (await admin.Post($"users/{max}/deactivate")).Expect(HttpStatusCode.Conflict, "user.not_active");
        (await admin.Post($"users/{max}/reset-link")).Expect(HttpStatusCode.Conflict, "user.not_active");

        (await admin.Post($"users/{max}/reactivate")).Expect(HttpStatusCode.OK);
        (await token.Get("me")).Expect(HttpStatusCode.Unauthorized, "session.required");
        await Desk.SignIn("max", "a horse in the rain");
        (await admin.Post($"users/{max}/reactivate")).Expect(HttpStatusCode.Conflict, "user.active");
    }

    [Test]
    public async Task Restricted_tickets_are_handed_over_though_the_administrator_does_not_see_them()
    {
        var admin = As("admin");
        var network = await TeamId("network");
        var kim = (await admin.Post("users", new { userName = "kim", name = "Kim", roles = new[] { "technician" }, teamIds = new[] { network } })).Expect(HttpStatusCode.Created).Id;
        var ticket = (await As("tina").Open("Secret", new { restricted = true, teamId = network })).Id;
        (await As("tina").Post($"incidents/{ticket}/assign", new { teamId = network, assigneeId = kim })).Expect(HttpStatusCode.OK);
        (await admin.Get($"incidents/{ticket}")).Expect(HttpStatusCode.NotFound, "not_found");

        var left = (await admin.Post($"users/{kim}/deactivate", new { handOver = new { toTeamId = network, toUserId = await UserId("tina") } })).Expect(HttpStatusCode.OK);

        Assert.That(left["handedOver"].GetProperty("toPerson").GetInt32(), Is.EqualTo(1));
        Assert.That(await Assignee(ticket), Is.EqualTo("Tina Moreau"));
    }

    [Test]
    public async Task Work_goes_to_somebody_who_is_there()
    {
        var (admin, tom) = (As("admin"), await UserId("tom"));
        (await admin.Post($"users/{tom}/deactivate", new { handOver = new { toUserId = tom } })).Expect(HttpStatusCode.UnprocessableEntity, "user.heir_unknown");
        (await admin.Post($"users/{tom}/deactivate", new { handOver = new { toTeamId = Guid.CreateVersion7() } })).Expect(HttpStatusCode.UnprocessableEntity, "team.unknown");
        (await admin.Post($"users/{tom}/deactivate", new { handOver = new { toTeamId = await TeamId("network"), toUserId = await UserId("dan") } }))
            .Expect(HttpStatusCode.UnprocessableEntity, "user.heir_not_member");
        Assert.That((await admin.Get($"users/{tom}"))["active"].GetBoolean(), Is.True);
    }

    private async Task<string> Given(Guid team, string assignee)
    {
        var ticket = (await As("alice").Open()).Id;
        (await As("dan").Post($"incidents/{ticket}/assign", new { teamId = team, assigneeId = assignee })).Expect(HttpStatusCode.OK);
        return ticket;
    }

    private async Task<string?> Assignee(string ticket)
    {
        var incident = (await As("tina").Get($"incidents/{ticket}")).Expect(HttpStatusCode.OK);
        return incident["assignee"].ValueKind == JsonValueKind.Null ? null : incident["assignee"].GetProperty("name").GetString();
    }
}
