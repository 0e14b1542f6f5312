using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Outbox;
using ServiceDesk.Infrastructure.ServiceLevels;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>An alarm that goes off at three in the morning, of a policy whose office and whose people sleep at that time.</summary>
public sealed class WorkingHoursTests : ApiTest
{
    private ClockStory story = null!;

    [OneTimeSetUp]
    public async Task Promise() => story = await ClockStory.PrepareAsync(Desk, new
    {
        alarms = new object[]
        {
            new
            {
                target = "resolution",
                before = "PT13H",
                actions = new object[]
                {
                    new { type = "notify", whom = new[] { "owner" }, onlyInWorkingHours = true },
                    new { type = "notify", whom = new[] { "requester" } },
                    new { type = "raisePriority" },
                },
            },
        },
    });

    [Test]
    public async Task Who_is_to_be_told_at_work_is_told_when_work_begins_and_everything_else_happens_at_once()
    {
        var ticket = await OpenForAsync("tom", "2026-06-01 16:00");

        await PassAsync("2026-06-02 03:00");
        var night = (Tom: await AlarmsAsync("tom", ticket), Alice: await AlarmsAsync("alice", ticket));
        var priority = (await As("tom").Get($"incidents/{ticket}"))["priority"].GetString();
        await PassAsync("2026-06-02 07:59");
        var before = await AlarmsAsync("tom", ticket);
        await PassAsync("2026-06-02 08:00");
        var morning = await AlarmsAsync("tom", ticket);
        await PassAsync("2026-06-03 09:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(night.Tom, Is.Empty);
            Assert.That(night.Alice, Has.Count.EqualTo(1), "not asked to wait");
            Assert.That(priority, Is.EqualTo("p2"), "what is done to the ticket does not wait");
            Assert.That(before, Is.Empty);
            Assert.That(morning, Has.Count.EqualTo(1));
            Assert.That(morning[0].GetProperty("at").GetDateTimeOffset(), Is.EqualTo(ClockStory.At("2026-06-02 08:00")));
            Assert.That(morning[0].GetProperty("data").GetProperty("reachedAt").GetDateTimeOffset(), Is.EqualTo(ClockStory.At("2026-06-02 03:00")));
            Assert.That(await AlarmsAsync("tom", ticket), Has.Count.EqualTo(1), "once");
        }
    }

    [Test]
    public async Task In_working_hours_nobody_waits()
    {
        var ticket = await OpenForAsync("tom", "2026-06-08 16:00");

        await PassAsync("2026-06-09 10:00");

        Assert.That(await AlarmsAsync("tom", ticket), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Hours_are_read_on_the_clock_of_who_is_told()
    {
        await Desk.Db(async db =>
        {
            (await db.Set<User>().SingleAsync(u => u.UserName == "tina")).Prefer("en", "America/New_York");
            return await db.SaveChangesAsync();
        });
        var ticket = await OpenForAsync("tina", "2026-06-15 16:00");

        await PassAsync("2026-06-16 03:00");
        await PassAsync("2026-06-16 13:59");
        var asleep = await AlarmsAsync("tina", ticket);
        await PassAsync("2026-06-16 14:00");

        Assert.That((asleep.Count, (await AlarmsAsync("tina", ticket)).Count), Is.EqualTo((0, 1)), "eight in New York");
    }

    [Test]
    public async Task What_a_server_missed_over_the_day_is_not_told_at_night()
    {
        var ticket = await OpenForAsync("tom", "2026-06-22 16:00");
        await PassAsync("2026-06-23 03:00");

        await PassAsync("2026-06-23 22:00");
        var late = await AlarmsAsync("tom", ticket);
        await PassAsync("2026-06-24 08:00");

        Assert.That((late.Count, (await AlarmsAsync("tom", ticket)).Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task A_kind_that_is_switched_off_meanwhile_is_not_told()
    {
        var ticket = await OpenForAsync("sue", "2026-06-29 16:00");
        await PassAsync("2026-06-30 03:00");
        (await As("sue").Patch("me/preferences", new { notifications = new { alarm = false } })).Expect(HttpStatusCode.OK);

        await PassAsync("2026-06-30 08:00");

        Assert.That(await AlarmsAsync("sue", ticket), Is.Empty);
    }

    [Test]
    public async Task What_waits_lies_in_the_database_and_two_servers_tell_it_once()
    {
        List<Guid> tickets = [];
        for (var i = 0; i < 10; i++)
            tickets.Add(await OpenForAsync("tom", "2026-07-06 16:00"));
        await PassAsync("2026-07-07 03:00");
        var waiting = await Desk.Db(db => db.Set<OutboxMessage>().Where(m => m.Name == "notification.held.v1" && m.DeliveredAt == null).ToListAsync());
        await using var twin = Desk.Twin();
        story.Now("2026-07-07 08:00");
        twin.Clock.Set(Desk.Clock.GetUtcNow());

        await Task.WhenAll(DeliverAsync(Desk), DeliverAsync(twin), DeliverAsync(Desk), DeliverAsync(twin));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting.Select(m => m.DueAt), Is.EqualTo(Enumerable.Repeat(ClockStory.At("2026-07-07 08:00"), 10)));
            foreach (var ticket in tickets)
                Assert.That(await AlarmsAsync("tom", ticket), Has.Count.EqualTo(1));
        }
    }

    private async Task<Guid> OpenForAsync(string owner, string local)
    {
        var ticket = await story.OpenAsync(local);
        await story.DoAsync(ticket, "assign", body: new { teamId = await TeamId("service-desk"), assigneeId = await UserId(owner) }, by: "dan");
        return ticket;
    }

    private async Task PassAsync(string local)
    {
        story.Now(local);
        while (await Desk.InScopeAsync(s => s.GetRequiredService<WakeStep>().RunOnceAsync(default)) == TimeSpan.Zero)
        {
        }

        await DeliverAsync(Desk);
    }

    private static Task DeliverAsync(Desk desk) => desk.InScopeAsync(async s =>
    {
        while (await s.GetRequiredService<OutboxStep>().RunOnceAsync(default) == TimeSpan.Zero)
        {
        }
    });

    private async Task<List<JsonElement>> AlarmsAsync(string userName, Guid ticket) =>
        [.. (await As(userName).Get("me/notifications?limit=200")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Where(n => n.GetProperty("kind").GetString() == "alarm" && n.GetProperty("ticket").GetProperty("id").GetGuid() == ticket)];
}
