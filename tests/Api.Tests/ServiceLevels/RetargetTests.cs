using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.ServiceLevels;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>Tickets that come under another policy, or another version, while their clocks run; and merges, which stop and start them.</summary>
public sealed class RetargetTests : ApiTest
{
    private ClockStory story = null!;
    private Guid urgent;

    /// <summary>Beside the story's policy one for its P1 tickets: a resolution within two hours and no promise of a first response.</summary>
    [OneTimeSetUp]
    public async Task Promise()
    {
        story = await ClockStory.PrepareAsync(Desk);
        urgent = Guid.Parse((await As("admin").Post("service-levels/policies", new
        {
            name = "Urgent " + story.PolicyName,
            order = 0,
            when = new { siteIds = new[] { story.SiteId }, priorities = new[] { "p1" } },
            calendarId = story.CalendarId,
            targets = new { resolution = "PT2H" },
        })).Expect(HttpStatusCode.Created).Id);
    }

    [Test]
    public async Task Another_priority_moves_the_deadline_and_keeps_the_time_used()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");

        await ClassifyAsync(ticket, "2026-06-01 09:00", Impact.High, Urgency.High);

        var clocks = await story.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 10:00")), "one of two hours is used");
            Assert.That(clocks["resolution"].Json.GetProperty("policy").GetProperty("id").GetGuid(), Is.EqualTo(urgent));
            Assert.That(clocks["firstResponse"].State, Is.EqualTo("cancelled"), "the urgent policy promises none");
        }
    }

    [Test]
    public async Task More_used_than_the_new_target_is_due_at_the_change_and_never_before()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");

        await ClassifyAsync(ticket, "2026-06-01 11:00", Impact.High, Urgency.High);

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
        await ClassifyAsync(ticket, "2026-06-01 08:30", Impact.High, Urgency.High);

        await ClassifyAsync(ticket, "2026-06-01 09:30", Impact.Medium, Urgency.Medium);

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

        await EditAsync(ticket, "2026-06-01 15:00", (incident, matrix, act) =>
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
    public async Task A_merge_cancels_and_unmerging_counts_the_time_between_as_a_pause()
    {
        var (duplicate, survivor) = (await story.OpenAsync("2026-06-01 08:00"), await story.OpenAsync("2026-06-01 08:00"));
        await EditAsync(duplicate, "2026-06-01 08:30", async (incident, db, act) => incident.MergeInto(await Find(db, survivor), act));
        var merged = await story.ClocksAsync(duplicate);

        await EditAsync(duplicate, "2026-06-01 11:30", async (incident, db, act) => incident.Unmerge(await Find(db, survivor), act));

        var clocks = await story.ClocksAsync(duplicate);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(merged.Values.Select(c => c.State), Is.All.EqualTo("cancelled"));
            Assert.That(clocks["firstResponse"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 12:00")));
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-02 11:00")));
        }
    }

    [Test]
    public async Task What_was_made_urgent_while_resolved_comes_back_under_the_urgent_policy()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        await story.DoAsync(ticket, "start");
        await story.DoAsync(ticket, "resolve", "2026-06-01 09:00", new { code = "fixed", text = "Done." });
        story.Now("2026-06-01 09:30");
        (await As("tom").Patch($"incidents/{ticket}", new { impact = "high", urgency = "high" })).Expect(HttpStatusCode.OK);
        var resolved = await story.ClocksAsync(ticket);

        await story.DoAsync(ticket, "reopen", "2026-06-01 10:00", new { text = "Not yet." });

        var clocks = await story.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(resolved["resolution"].State, Is.EqualTo("met"), "what was judged stays judged");
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 11:00")), "one of two hours is used");
            Assert.That(clocks["resolution"].Json.GetProperty("policy").GetProperty("id").GetGuid(), Is.EqualTo(urgent));
            Assert.That(clocks["firstResponse"].State, Is.EqualTo("met"), "it was given under the old one");
        }
    }

    [Test]
    public async Task Reopened_without_a_change_it_keeps_the_policy_it_had()
    {
        var own = await ClockStory.PrepareAsync(Desk, "PT8H");
        var ticket = await own.OpenAsync("2026-06-01 08:00");
        await own.DoAsync(ticket, "start");
        await own.DoAsync(ticket, "resolve", "2026-06-01 09:00", new { code = "fixed", text = "Done." });
        (await As("admin").Post("service-levels/policies", new
        {
            name = "Newer " + own.PolicyName,
            order = 0,
            when = new { siteIds = new[] { own.SiteId } },
            calendarId = own.CalendarId,
            targets = new { resolution = "PT2H" },
        })).Expect(HttpStatusCode.Created);

        await own.DoAsync(ticket, "reopen", "2026-06-01 10:00", new { text = "Not yet." });

        Assert.That((await own.ClocksAsync(ticket))["resolution"].Json.GetProperty("policy").GetProperty("id").GetGuid(), Is.EqualTo(own.PolicyId), "it is for new tickets");
    }

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
    public async Task A_promise_that_comes_back_after_the_answer_waits_for_nothing()
    {
        var ticket = await story.OpenAsync("2026-06-01 08:00");
        await ClassifyAsync(ticket, "2026-06-01 08:30", Impact.High, Urgency.High);
        await story.SayAsync("tom", ticket, "2026-06-01 08:45");

        await ClassifyAsync(ticket, "2026-06-01 09:30", Impact.Medium, Urgency.Medium);

        Assert.That((await story.ClocksAsync(ticket))["firstResponse"].State, Is.EqualTo("cancelled"));
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

        var due = await Desk.Db(db => db.Set<Domain.ServiceLevels.ServiceLevelClock>()
            .Where(c => tickets.Select(t => new TicketId(t)).Contains(c.TicketId) && c.Target == Domain.ServiceLevels.ServiceLevelTarget.Resolution)
            .Select(c => c.DueAt).ToListAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(due, Has.Count.EqualTo(tickets.Count));
            Assert.That(due, Is.All.EqualTo(ClockStory.At("2026-06-01 15:00")));
        }
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
            Assert.That((await story.ClocksAsync(first))["resolution"].Json.GetProperty("policy").GetProperty("id").GetGuid(), Is.EqualTo(vip.PolicyId));
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

    private Task ClassifyAsync(Guid ticket, string local, Impact impact, Urgency urgency) => EditAsync(ticket, local, (incident, matrix, act) =>
        incident.Classify(new Classification(impact, urgency, incident.ServiceId, incident.CategoryId, incident.SiteId), matrix, act));

    private Task EditAsync(Guid ticket, string local, Action<Incident, PriorityMatrix, Act> edit) => EditAsync(ticket, local, async (incident, db, act) =>
        edit(incident, await db.PriorityMatrices.AsNoTracking().SingleAsync(m => m.Practice == Practice.Incident), act));

    private Task EditAsync(Guid ticket, string local, Func<Incident, Infrastructure.Database.ServiceDeskDbContext, Act, Task> edit)
    {
        story.Now(local);
        return Desk.Db(async db =>
        {
            var tom = (await db.Set<User>().SingleAsync(u => u.UserName == "tom")).Id;
            await edit(await Find(db, ticket), db, new Act(tom, Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
    }

    private static Task<Incident> Find(Infrastructure.Database.ServiceDeskDbContext db, Guid ticket) => db.Incidents.SingleAsync(i => i.Id == new TicketId(ticket));
}
