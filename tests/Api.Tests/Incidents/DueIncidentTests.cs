using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Incidents;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Api.Tests.Incidents;

[NonParallelizable]
public sealed class DueIncidentTests : ApiTest
{
    [Test]
    public async Task A_resolved_incident_closes_by_itself_when_the_window_has_passed_and_not_before()
    {
        var id = await Resolved();
        var closes = (await As("alice").Get($"incidents/{id}"))["closesAt"].GetDateTimeOffset();
        Assert.That(closes - Clock.GetUtcNow(), Is.EqualTo(TimeSpan.FromDays(7)).Within(TimeSpan.FromMinutes(1)));
        Clock.Advance(TimeSpan.FromDays(6));
        var rest = await Run<AutoCloseStep>(Desk);
        Assert.That(await State(id), Is.EqualTo("resolved"));
        Assert.That(rest, Is.EqualTo(TimeSpan.FromDays(1)));

        Clock.Advance(TimeSpan.FromDays(1));
        await Run<AutoCloseStep>(Desk);

        Assert.That(await State(id), Is.EqualTo("closed"));
        Assert.That((await As("alice").Get($"incidents/{id}"))["closesAt"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        var last = (await As("tom").Get($"incidents/{id}/timeline?sort=-at&limit=1"))["items"][0];
        Assert.That(last.GetProperty("details").GetProperty("automatic").GetBoolean(), Is.True);
        Assert.That(last.GetProperty("by").GetProperty("name").GetString(), Is.EqualTo("ServiceDesk"));
    }

    [Test]
    public async Task A_reopened_or_major_incident_does_not_close_by_itself()
    {
        var reopened = await Resolved();
        (await As("alice").Post($"incidents/{reopened}/reopen", new { text = "No." })).Expect(HttpStatusCode.OK);
        var major = (await As("alice").Open()).Id;
        (await As("dan").Post($"incidents/{major}/declare-major", new { leadId = await UserId("tom"), summary = "x" })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{major}/resolve", new { code = "fixed", text = "Done." })).Expect(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromDays(30));

        await Run<AutoCloseStep>(Desk);

        Assert.That(await State(reopened), Is.EqualTo("inProgress").Or.EqualTo("assigned"));
        Assert.That(await State(major), Is.EqualTo("resolved"));
    }

    [Test]
    public async Task Two_servers_share_the_closing_and_each_incident_closes_once()
    {
        await using var twin = Desk.Twin();
        List<string> ids = [];
        for (var i = 0; i < 8; i++)
            ids.Add(await Resolved());
        Clock.Advance(TimeSpan.FromDays(8));
        twin.Clock.Set(Clock.GetUtcNow());

        await Task.WhenAll(Run<AutoCloseStep>(Desk), Run<AutoCloseStep>(twin));

        foreach (var id in ids)
        {
            var closings = (await As("tom").Get($"incidents/{id}/timeline"))["items"].EnumerateArray().Count(e => e.GetProperty("type").GetString() == "closed");
            Assert.That(closings, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task One_that_fails_does_not_hold_up_the_others()
    {
        var broken = await Resolved();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var sound = await Resolved();
        await Desk.Db(async db => await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            db.Database, $"insert into ticket_events (ticket_id, sequence, version, public_sequence, public_version, type, visibility, actor_id, at, details) select ticket_id, sequence + 1, version, public_sequence + 1, public_version, type, visibility, actor_id, at, details from ticket_events where ticket_id = {Guid.Parse(broken)} order by sequence desc limit 1"));
        Clock.Advance(TimeSpan.FromDays(8));

        await Run<AutoCloseStep>(Desk);

        Assert.That(await State(sound), Is.EqualTo("closed"));
        Assert.That(await State(broken), Is.EqualTo("resolved"));
    }

    [Test]
    public async Task A_hold_ends_when_its_time_has_come()
    {
        var opened = await As("alice").Open();
        var url = $"incidents/{opened.Id}";
        await As("tom").Post(url + "/start");
        (await As("tom").Post(url + "/hold", new { reason = "scheduled", until = Clock.GetUtcNow().AddHours(3) })).Expect(HttpStatusCode.OK);

        var rest = await Run<WakeUpStep>(Desk);
        Assert.That(await State(opened.Id), Is.EqualTo("pending"));
        Assert.That(rest, Is.EqualTo(TimeSpan.FromHours(3)));
        Clock.Advance(TimeSpan.FromHours(3));
        await Run<WakeUpStep>(Desk);

        Assert.That(await State(opened.Id), Is.EqualTo("inProgress"));
        Assert.That((await As("tom").Get(url + "/timeline?sort=-at&limit=1"))["items"][0].GetProperty("details").GetProperty("cause").GetString(), Is.EqualTo("wakeUp"));
    }

    private async Task<string> Resolved()
    {
        var opened = await As("alice").Open();
        await As("tom").Post($"incidents/{opened.Id}/start");
        (await As("tom").Post($"incidents/{opened.Id}/resolve", new { code = "fixed", text = "Done." })).Expect(HttpStatusCode.OK);
        return opened.Id;
    }

    private async Task<string?> State(string id) => (await As("tom").Get($"incidents/{id}"))["state"].GetString();

    private static Task<TimeSpan> Run<TStep>(Desk desk)
        where TStep : IWorkStep => desk.InScopeAsync(s => s.GetRequiredService<TStep>().RunOnceAsync(default));
}
