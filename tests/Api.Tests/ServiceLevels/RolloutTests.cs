using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.ServiceLevels;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>A new version of a policy reaches open tickets where it is published for them.</summary>
public sealed class RolloutTests : ApiTest
{
    [Test]
    public async Task A_next_response_promised_while_a_question_waits_counts_from_the_question()
    {
        var own = await ClockStory.PrepareAsync(Desk, new { targets = new { resolution = "PT8H" } });
        var ticket = await own.OpenAsync("2026-06-01 08:00");
        await own.DoAsync(ticket, "start");
        await own.SayAsync("alice", ticket, "2026-06-01 08:10");
        await own.SayAsync("tom", ticket, "2026-06-01 08:30");
        await own.SayAsync("alice", ticket, "2026-06-01 09:00");
        await own.SayAsync("alice", ticket, "2026-06-01 09:45");
        await own.DoAsync(ticket, "hold", "2026-06-01 10:00", new { reason = "awaitingRequester" });
        await own.DoAsync(ticket, "resume", "2026-06-01 10:30");
        own.Now("2026-06-01 10:30");

        await PublishAsync(own.PolicyId, new { resolution = "PT8H", nextResponse = "PT2H" }, "open");
        await RollOutAsync();

        var next = (await own.ClocksAsync(ticket))["nextResponse"];
        await own.SayAsync("tom", ticket, "2026-06-01 11:00");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(next.StartedAt, Is.EqualTo(ClockStory.At("2026-06-01 09:00")));
            Assert.That(next.DueAt, Is.EqualTo(ClockStory.At("2026-06-01 11:30")), "the half hour on hold is a pause");
            Assert.That((await own.ClocksAsync(ticket))["nextResponse"].State, Is.EqualTo("met"));
        }
    }

    [Test]
    public async Task A_new_version_leaves_open_tickets_alone_unless_it_is_published_for_them()
    {
        var own = await ClockStory.PrepareAsync(Desk, "PT8H");
        var ticket = await own.OpenAsync("2026-06-01 08:00");
        own.Now("2026-06-01 09:00");
        await PublishAsync(own.PolicyId, "PT4H", "new");
        await RollOutAsync();
        var untouched = (await own.ClocksAsync(ticket))["resolution"];

        await PublishAsync(own.PolicyId, "PT6H", "open");
        await RollOutAsync();

        var before = await own.TicketAsync(ticket);
        var moved = (await own.ClocksAsync(ticket))["resolution"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(untouched.DueAt, Is.EqualTo(ClockStory.At("2026-06-01 17:00")));
            Assert.That(moved.DueAt, Is.EqualTo(ClockStory.At("2026-06-01 15:00")));
            Assert.That(moved.Json.GetProperty("policy").GetProperty("version").GetInt32(), Is.EqualTo(3));
            Assert.That(before.Version, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Publishing_for_open_tickets_goes_through_all_of_them_in_batches()
    {
        var own = await ClockStory.PrepareAsync(Desk, "PT8H");
        List<Guid> tickets = [];
        for (var i = 0; i < RolloutStep.BatchSize + 5; i++)
            tickets.Add(await own.OpenAsync("2026-06-01 08:00"));

        await PublishAsync(own.PolicyId, "PT6H", "open");
        await RollOutAsync();

        var due = await Desk.Db(db => db.Set<ServiceLevelClock>()
            .Where(c => tickets.Select(t => new TicketId(t)).Contains(c.TicketId) && c.Target == ServiceLevelTarget.Resolution)
            .Select(c => c.DueAt).ToListAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(due, Has.Count.EqualTo(tickets.Count));
            Assert.That(due, Is.All.EqualTo(ClockStory.At("2026-06-01 15:00")));
        }
    }

    private Task RollOutAsync() => Desk.InScopeAsync(async services =>
    {
        while (await services.GetRequiredService<RolloutStep>().RunOnceAsync(default) < TimeSpan.FromSeconds(1))
        {
        }
    });

    private Task PublishAsync(Guid policy, string resolution, string reach) => PublishAsync(policy, new { resolution }, reach);

    private async Task PublishAsync(Guid policy, object targets, string reach)
    {
        (await As("admin").Patch($"service-levels/policies/{policy}", new { targets })).Expect(HttpStatusCode.OK);
        (await As("admin").Post($"service-levels/policies/{policy}/publish", new { reach })).Expect(HttpStatusCode.OK);
    }
}
