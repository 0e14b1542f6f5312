using System.Data;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Outbox;
using ServiceDesk.Infrastructure.ServiceLevels;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>What an alarm does to its ticket and whom it tells, once, whatever becomes of the server that delivers it.</summary>
public sealed class AlarmDeliveryTests : ApiTest
{
    [Test]
    public async Task An_alarm_raises_the_priority_and_hands_the_ticket_over_as_an_act_of_the_product()
    {
        var network = await TeamId("network");
        var strict = await ClockStory.PrepareAsync(Desk, new
        {
            alarms = new object[]
            {
                new { target = "resolution", at = 0.5, actions = new object[] { new { type = "raisePriority" }, new { type = "assignTeam", teamId = network } } },
                new { target = "resolution", at = 0.75, actions = new object[] { new { type = "escalate", chain = "managers" } } },
            },
        });
        var ticket = await strict.OpenAsync("2026-06-01 08:00");

        await Desk.Db(async db =>
        {
            var (team, tina, sue) = (await db.Teams.Include(t => t.Members).SingleAsync(t => t.Id == new Domain.People.TeamId(network)),
                await db.Set<Domain.People.User>().SingleAsync(u => u.UserName == "tina"), await db.Set<Domain.People.User>().SingleAsync(u => u.UserName == "sue"));
            team.LedBy(tina.Id);
            db.Entry(tina).Property(u => u.ManagerId).CurrentValue = sue.Id;
            return await db.SaveChangesAsync();
        });
        foreach (var later in new[] { "2026-06-01 13:30", "2026-06-01 15:30" })
        {
            strict.Now(later);
            await FireAsync(Desk);
            await DeliverAsync(Desk);
        }

        // Up the line: the lead, and to whom the lead reports; each once, and told of which chain it is.
        foreach (var above in new[] { "tina", "sue" })
        {
            var told = (await As(above).Get("me/notifications"))["items"].EnumerateArray().Where(n => n.GetProperty("kind").GetString() == "alarm").ToList();
            Assert.That(told, Has.Count.EqualTo(1), above);
            Assert.That(told[0].GetProperty("data").GetProperty("chain").GetString(), Is.EqualTo("managers"));
        }

        Assert.That((await As("alice").Get("me/notifications"))["items"].EnumerateArray().Select(n => n.GetProperty("kind").GetString()), Does.Not.Contain("alarm"));

        var after = (await As("tom").Get($"incidents/{ticket}")).Expect(HttpStatusCode.OK);
        var acts = await Desk.Db(db => db.Set<TicketEvent>().Where(e => e.TicketId == new TicketId(ticket) && e.ActorId == Domain.People.UserId.System)
            .OrderBy(e => e.Sequence).Select(e => e.Type).ToListAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after["priority"].GetString(), Is.EqualTo("p2"));
            Assert.That(after["team"].GetProperty("id").GetGuid(), Is.EqualTo(network));
            Assert.That(acts, Is.EqualTo(new[]
                { TicketEventType.PriorityOverridden, TicketEventType.PriorityChanged, TicketEventType.Assigned, TicketEventType.Escalated }));
        }
    }

    [Test]
    public async Task What_another_server_delivered_after_the_lease_ran_out_is_not_delivered_again()
    {
        await using var desk = await Desk.StartAsync();
        var ticket = await WithAnAlarmAsync(desk);
        await using var twin = desk.Twin();
        twin.Clock.Set(desk.Clock.GetUtcNow().AddMinutes(1));
        var opened = 0;

        await desk.InScopeAsync(async s =>
        {
            // It leases, and is stopped by its host before it begins to deliver.
            s.GetRequiredService<ServiceDeskDbContext>().Database.GetDbConnection().StateChange += (_, change) =>
            {
                if (change.CurrentState == ConnectionState.Open && ++opened == 2)
                    Task.Run(() => DeliverAsync(twin)).Wait();
            };
            await s.GetRequiredService<OutboxStep>().RunOnceAsync(default);
        });

        Assert.That(opened, Is.GreaterThanOrEqualTo(2), "it was stopped between lease and delivery");
        await RaisedOnceAsync(desk, ticket);
    }

    [Test]
    public async Task A_server_that_stalls_in_the_middle_of_a_delivery_keeps_it()
    {
        await using var desk = await Desk.StartAsync();
        var ticket = await WithAnAlarmAsync(desk);
        await using var twin = desk.Twin();
        twin.Clock.Set(desk.Clock.GetUtcNow().AddMinutes(1));

        await desk.InScopeAsync(async s =>
        {
            var stalling = new Stalling(s, () => Task.Run(() => DeliverAsync(twin)).Wait());
            await ActivatorUtilities.CreateInstance<OutboxStep>(s, (IServiceProvider)stalling).RunOnceAsync(default);
            Assert.That(stalling.Stalled, Is.True);
        });

        await RaisedOnceAsync(desk, ticket);
    }

    private static async Task<Guid> WithAnAlarmAsync(Desk desk)
    {
        var strict = await ClockStory.PrepareAsync(desk, new
        {
            alarms = new object[] { new { target = "resolution", at = 0.5, actions = new object[] { new { type = "raisePriority" } } } },
        });
        var ticket = await strict.OpenAsync("2026-06-01 08:00");
        strict.Now("2026-06-01 13:30");
        await FireAsync(desk);
        return ticket;
    }

    private static async Task RaisedOnceAsync(Desk desk, Guid ticket)
    {
        await DeliverAsync(desk);
        var raised = await desk.Db(db => db.Set<TicketEvent>().CountAsync(e => e.TicketId == new TicketId(ticket) && e.Type == TicketEventType.PriorityOverridden));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(raised, Is.EqualTo(1));
            Assert.That((await desk.As("tom").Get($"incidents/{ticket}"))["priority"].GetString(), Is.EqualTo("p2"));
        }
    }

    private static async Task DeliverAsync(Desk desk)
    {
        while (await desk.InScopeAsync(s => s.GetRequiredService<OutboxStep>().RunOnceAsync(default)) == TimeSpan.Zero)
        {
        }
    }

    private static async Task FireAsync(Desk desk)
    {
        while (await desk.InScopeAsync(s => s.GetRequiredService<WakeStep>().RunOnceAsync(default)) is var rest && rest < TimeSpan.FromSeconds(1))
        {
        }
    }

    /// <summary>Stalls once, when the first reaction is asked for.</summary>
    private sealed class Stalling(IServiceProvider services, Action stall) : IServiceProvider
    {
        public bool Stalled { get; private set; }

        public object? GetService(Type serviceType)
        {
            if (!Stalled)
            {
                Stalled = true;
                stall();
            }

            return services.GetService(serviceType);
        }
    }
}
