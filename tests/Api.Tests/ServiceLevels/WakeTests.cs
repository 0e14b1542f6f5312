using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Outbox;
using ServiceDesk.Infrastructure.ServiceLevels;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>What is due fires once, on time, in order, whatever number of servers looks.</summary>
public sealed class WakeTests : ApiTest
{
    private ClockStory story = null!;

    [OneTimeSetUp]
    public async Task Promise() => story = await ClockStory.PrepareAsync(Desk);

    [Test]
    public async Task Alarms_fire_at_50_75_90_and_100_per_cent_when_a_policy_gives_none()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        (string At, string[] Expected)[] days =
        [
            ("2026-06-01 11:59", []), ("2026-06-01 12:00", ["0.5"]), ("2026-06-01 15:00", ["0.5", "0.75"]),
            ("2026-06-01 16:12", ["0.5", "0.75", "0.9"]), ("2026-06-01 17:00", ["0.5", "0.75", "0.9", "1"]),
        ];

        foreach (var (at, expected) in days)
        {
            story.Now(at);
            await FireAsync(Desk);
            Assert.That((await AlarmsAsync(ticket)).Select(a => a.Level), Is.EqualTo(expected), at);
        }

        var last = (await AlarmsAsync(ticket))[^1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(last.Whom(), Is.EqualTo(new[] { AlarmRecipient.Owner, AlarmRecipient.Lead }));
            Assert.That(last.ReachedAt, Is.EqualTo(ClockStory.At("2026-06-01 17:00")));
            Assert.That(last.DueAt, Is.EqualTo(ClockStory.At("2026-06-01 17:00")));
        }
    }

    [Test]
    public async Task A_breach_is_recorded_at_the_due_instant_and_the_ticket_stays_as_it_was()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        var before = await story.TicketAsync(ticket);
        story.Now("2026-06-03 10:00");

        await FireAsync(Desk);

        var after = await story.TicketAsync(ticket);
        var clock = await ClockAsync(ticket);
        var told = await Desk.Db(db => db.Set<OutboxMessage>().Where(m => m.TicketId == ticket && m.Name == "clock.breached.v1").CountAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.BreachedAt, Is.EqualTo(ClockStory.At("2026-06-01 17:00")));
            Assert.That(clock.Ledger.Single(e => e.IsBreach).At, Is.EqualTo(ClockStory.At("2026-06-01 17:00")));
            Assert.That(told, Is.EqualTo(2), "first response and resolution");
            Assert.That((after.Version, after.UpdatedAt), Is.EqualTo((before.Version, before.UpdatedAt)));
        }
    }

    [Test]
    public async Task Two_servers_fire_each_alarm_once()
    {
        List<Guid> tickets = [];
        for (var i = 0; i < 60; i++)
            tickets.Add(await story.OpenAsync("2026-06-01 08:00"));
        await using var twin = Desk.Twin();
        story.Now("2026-06-02 10:00");
        twin.Clock.Set(Desk.Clock.GetUtcNow());

        await Task.WhenAll(FireAsync(Desk), FireAsync(twin), FireAsync(Desk), FireAsync(twin));

        var fired = await Desk.Db(db => db.Set<OutboxMessage>().Where(m => m.Name == "alarm.fired.v1" && tickets.Contains(m.TicketId!.Value))
            .Select(m => m.Payload).ToListAsync());
        var keys = fired.Select(p => JsonElement.Parse(p)).Select(p => (p.GetProperty("clockId").GetGuid(), p.GetProperty("level").GetString())).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(keys, Has.Count.EqualTo(60 * 2 * 4));
            Assert.That(keys, Is.Unique);
        }
    }

    [Test]
    public async Task A_deadline_that_moved_on_does_not_fire_at_the_old_time()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        await story.DoAsync(ticket, "start");
        await story.DoAsync(ticket, "hold", "2026-06-01 10:00", new { reason = "awaitingRequester" });
        story.Now("2026-06-01 15:00");
        await FireAsync(Desk);
        await story.DoAsync(ticket, "resume", "2026-06-01 16:00");
        story.Now("2026-06-02 08:59");
        await FireAsync(Desk);
        var early = await AlarmsAsync(ticket);

        story.Now("2026-06-02 09:00");
        await FireAsync(Desk);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early, Is.Empty);
            Assert.That((await AlarmsAsync(ticket)).Select(a => a.Level), Is.EqualTo(new[] { "0.5" }), "four of eight hours are used now");
        }
    }

    [Test]
    public async Task What_comes_late_fires_in_order()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        story.Now("2026-06-05 10:00");

        await FireAsync(Desk);

        Assert.That((await AlarmsAsync(ticket)).Select(a => a.Level), Is.EqualTo(new[] { "0.5", "0.75", "0.9", "1" }));
    }

    [Test]
    public async Task A_stopped_clock_fires_nothing()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        await story.DoAsync(ticket, "resolve", "2026-06-01 09:00", new { code = "fixed", text = "Done." });
        story.Now("2026-06-10 10:00");

        await FireAsync(Desk);

        Assert.That(await AlarmsAsync(ticket), Is.Empty);
    }

    [Test]
    public async Task The_worker_rests_until_the_next_wake()
    {
        await using var desk = await Desk.StartAsync();
        var quiet = await ClockStory.PrepareAsync(desk);
        await quiet.OpenAsync("2026-06-01 08:00");

        var rest = await desk.InScopeAsync(s => s.GetRequiredService<WakeStep>().RunOnceAsync(default));

        Assert.That(rest, Is.EqualTo(TimeSpan.FromMinutes(30)), "half an hour to half of the first response");
    }

    private static async Task FireAsync(Desk desk)
    {
        while (await desk.InScopeAsync(s => s.GetRequiredService<WakeStep>().RunOnceAsync(default)) is var rest && rest < TimeSpan.FromSeconds(1))
        {
        }
    }

    private Task<List<AlarmFired>> AlarmsAsync(Guid ticket) => Desk.Db(async db =>
    {
        var rows = await db.Set<OutboxMessage>().Where(m => m.TicketId == ticket && m.Name == "alarm.fired.v1").OrderBy(m => m.Id).ToListAsync();
        return rows.Select(r => (AlarmFired)EventCatalog.Read(r.Name, r.Payload)!).Where(a => a.Target == ServiceLevelTarget.Resolution).ToList();
    });

    private Task<ServiceLevelClock> ClockAsync(Guid ticket) => Desk.Db(db => db.Set<ServiceLevelClock>().AsNoTracking().Include(c => c.Ledger)
        .SingleAsync(c => c.TicketId == new TicketId(ticket) && c.Target == ServiceLevelTarget.Resolution));
}
