using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Api.Tests.Incidents;

/// <summary>Work begins with a team: the ticket's own, or the caller's (ruling 18).</summary>
public sealed class StartTests : ApiTest
{
    [Test]
    public async Task Who_is_in_no_team_cannot_begin_what_nobody_was_given()
    {
        var tom = Domain.People.UserId.From(await UserId("tom"));
        await Desk.Db(async db =>
        {
            await db.Set<TeamMember>().Where(m => m.UserId == tom).ExecuteDeleteAsync();
            return await db.Set<User>().Where(u => u.Id == tom).ExecuteUpdateAsync(u => u.SetProperty(x => x.DefaultTeamId, (TeamId?)null));
        });
        var opened = await As("alice").Open();

        var refused = await As("tom").Post($"incidents/{opened.Id}/start");

        refused.Expect(HttpStatusCode.UnprocessableEntity, "incident.team_missing");
        var after = await As("alice").Get($"incidents/{opened.Id}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after["state"].GetString(), Is.EqualTo("new"));
            Assert.That(after["assignee"].ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(after["version"].GetInt64(), Is.EqualTo(opened["version"].GetInt64()));
        }
    }

    [Test]
    public async Task Who_is_in_a_team_takes_it_there()
    {
        var opened = await As("alice").Open();

        var started = (await As("tina").Post($"incidents/{opened.Id}/start")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(started["state"].GetString(), Is.EqualTo("inProgress"));
            Assert.That(started["team"].ValueKind, Is.Not.EqualTo(JsonValueKind.Null));
            Assert.That(started["assignee"].GetProperty("id").GetGuid(), Is.EqualTo(await UserId("tina")));
        }
    }
}
