using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>Tickets that come under another policy while their clocks run.</summary>
public sealed class RetargetTests : ApiTest
{
    private ClockStory story = null!;
    private Guid urgent;

    /// <summary>Beside the story's policy one for its P1 tickets: a resolution within two hours and no promise of a first response.</summary>
    [OneTimeSetUp]
    public async Task Promise()
    {
        story = await ClockStory.PrepareAsync(Desk);
        urgent = await story.PromiseForP1Async(new { resolution = "PT2H" });
    }

    [Test]
    public async Task Another_priority_moves_the_deadline_and_keeps_the_time_used()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");

        await story.ClassifyAsync(ticket, "2026-06-01 09:00", Impact.High, Urgency.High);

        var clocks = await story.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 10:00")), "one of two hours is used");
            Assert.That(clocks["resolution"].Policy, Is.EqualTo(urgent));
            Assert.That(clocks["firstResponse"].State, Is.EqualTo("cancelled"), "the urgent policy promises none");
        }
    }

    [Test]
    public async Task More_used_than_the_new_target_is_due_at_the_change_and_never_before()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");

        await story.ClassifyAsync(ticket, "2026-06-01 11:00", Impact.High, Urgency.High);

        var resolution = (await story.ClocksAsync(ticket))["resolution"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(resolution.DueAt, Is.EqualTo(ClockStory.At("2026-06-01 11:00")));
            Assert.That(resolution.Json.GetProperty("breachedAt").GetDateTimeOffset(), Is.EqualTo(ClockStory.At("2026-06-01 11:00")));
        }
    }

    [Test]
    public async Task A_promise_that_comes_back_goes_on()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        await story.ClassifyAsync(ticket, "2026-06-01 08:30", Impact.High, Urgency.High);

        await story.ClassifyAsync(ticket, "2026-06-01 09:30", Impact.Medium, Urgency.Medium);

        var clocks = await story.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks["firstResponse"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 10:00")), "the hour in between counts as a pause");
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 17:00")));
        }
    }

    [Test]
    public async Task A_clock_attached_later_folds_the_history_with_its_pauses()
    {
        var other = await ClockStory.PrepareAsync(Desk, "PT8H");
        var ticket = await OpenWithoutPromiseAsync("2026-06-01 08:00");
        await story.DoAsync(ticket, "start", "2026-06-01 09:00");
        await story.DoAsync(ticket, "hold", "2026-06-01 10:00", new { reason = "awaitingRequester", comment = "Which one?" });
        await story.DoAsync(ticket, "resume", "2026-06-01 14:00");
        Assert.That(await story.ClocksAsync(ticket), Is.Empty, "nothing is promised to it yet");

        await story.EditAsync(ticket, "2026-06-01 15:00", (incident, matrix, act) =>
            incident.Classify(new Classification(incident.Impact, incident.Urgency, null, null, new SiteId(other.SiteId)), matrix, act));

        var clocks = await story.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks["resolution"].StartedAt, Is.EqualTo(ClockStory.At("2026-06-01 08:00")));
            Assert.That(clocks["resolution"].Remaining, Is.EqualTo(5 * 3600), "two hours before the pause, one after it");
            Assert.That(clocks["firstResponse"].State, Is.EqualTo("missed"), "answered at 10:00, due at 09:00");
        }
    }

    [Test]
    public async Task A_promise_that_comes_back_after_the_answer_waits_for_nothing()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        await story.ClassifyAsync(ticket, "2026-06-01 08:30", Impact.High, Urgency.High);
        await story.SayAsync("tom", ticket, "2026-06-01 08:45");

        await story.ClassifyAsync(ticket, "2026-06-01 09:30", Impact.Medium, Urgency.Medium);

        Assert.That((await story.ClocksAsync(ticket))["firstResponse"].State, Is.EqualTo("cancelled"));
    }

    [Test]
    public async Task A_vip_is_asked_for_only_where_a_policy_does()
    {
        var vip = await ClockStory.PrepareAsync(Desk, "PT8H", new { order = 0, when = new { vip = true } });
        var ordinary = await OpenWithoutPromiseAsync("2026-06-01 08:00");
        await Desk.Db(async db =>
        {
            var alice = await db.Set<User>().SingleAsync(u => u.UserName == "alice");
            alice.Place(alice.SiteId, null, null, vip: true);
            return await db.SaveChangesAsync();
        });

        var first = await OpenWithoutPromiseAsync("2026-06-01 08:00");

        await As("admin").Post($"service-levels/policies/{vip.PolicyId}/deactivate");
        await Desk.Db(async db =>
        {
            var alice = await db.Set<User>().SingleAsync(u => u.UserName == "alice");
            alice.Place(alice.SiteId, null, null, vip: false);
            return await db.SaveChangesAsync();
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await story.ClocksAsync(ordinary), Is.Empty);
            Assert.That((await story.ClocksAsync(first))["resolution"].Policy, Is.EqualTo(vip.PolicyId));
        }
    }

    // The policies every installation begins with are for incidents of any site; they rest in this fixture.
    private async Task<Guid> OpenWithoutPromiseAsync(string local)
    {
        var standard = await Desk.Db(db => db.Set<Domain.ServiceLevels.ServiceLevelPolicy>().Where(p => p.Active && p.Name.StartsWith("Standard"))
            .Select(p => p.Id.Value).ToListAsync());
        foreach (var policy in standard)
            (await As("admin").Post($"service-levels/policies/{policy}/deactivate")).Expect(HttpStatusCode.OK);
        story.Now(local);
        return Guid.Parse((await As("alice").Open()).Id);
    }
}
