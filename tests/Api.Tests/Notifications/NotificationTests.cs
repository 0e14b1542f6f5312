using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Api.Tests.Notifications;

public sealed class NotificationTests : ApiTest
{
    [Test]
    public async Task Whoever_is_given_a_ticket_is_told_and_nobody_of_their_own_act()
    {
        var opened = await As("alice").Open("The scanner hums");
        var team = await TeamId("service-desk");
        (await As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = team, assigneeId = await UserId("tom") })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{opened.Id}/resolve", new { code = "fixed", text = "Lifted the lid." })).Expect(HttpStatusCode.OK);
        await DeliverAsync();

        var toms = await Of("tom", opened.Id);
        var alices = await Of("alice", opened.Id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(toms.Select(n => n.GetProperty("kind").GetString()), Is.EqualTo(new[] { "assignedToMe" }));
            Assert.That(toms[0].GetProperty("actor").GetProperty("name").GetString(), Is.EqualTo("Dan Keller"));
            Assert.That(alices.Select(n => n.GetProperty("kind").GetString()), Is.EqualTo(new[] { "stateChanged" }));
            Assert.That(alices[0].GetProperty("data").GetProperty("transition").GetString(), Is.EqualTo("resolve"));
        }
    }

    [TestCase("alice", true)]
    [TestCase("dan", false)]
    public async Task Whoever_has_a_ticket_that_waited_is_told_whether_its_requester_made_it_go_on(string who, bool answered)
    {
        var opened = await As("alice").Open("The scanner hums");
        (await As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = await TeamId("service-desk"), assigneeId = await UserId("tom") })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{opened.Id}/start", new { })).Expect(HttpStatusCode.OK);
        (await As("tom").Post($"incidents/{opened.Id}/hold", new { reason = "awaitingRequester" })).Expect(HttpStatusCode.OK);
        if (answered)
            (await As(who).Post($"incidents/{opened.Id}/comments", new { body = "It still hums.", visibility = "public" })).Expect(HttpStatusCode.Created);
        else
            (await As(who).Post($"incidents/{opened.Id}/resume", new { })).Expect(HttpStatusCode.OK);
        await DeliverAsync();

        var told = (await Of("tom", opened.Id)).Single(n => n.GetProperty("kind").GetString() == "stateChanged").GetProperty("data");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.GetProperty("transition").GetString(), Is.EqualTo("resume"));
            Assert.That(told.GetProperty("byRequester").GetBoolean(), Is.EqualTo(answered));
        }
    }

    [Test]
    public async Task A_kind_that_is_switched_off_is_not_told()
    {
        (await As("tina").Patch("me/preferences", new { notifications = new { assignedToMe = false } })).Expect(HttpStatusCode.OK);
        var opened = await As("alice").Open();

        (await As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = await TeamId("service-desk"), assigneeId = await UserId("tina") })).Expect(HttpStatusCode.OK);
        await DeliverAsync();

        Assert.That(await Of("tina", opened.Id), Is.Empty);
        Assert.That((await As("tina").Get("me/preferences"))["notifications"].GetProperty("assignedToMe").GetBoolean(), Is.False);
    }

    [Test]
    public async Task A_team_queue_is_told_to_those_who_want_it()
    {
        (await As("sue").Patch("me/preferences", new { notifications = new { teamQueue = true } })).Expect(HttpStatusCode.OK);

        var opened = await As("alice").Open("Badge reader", new { teamId = (Guid?)null });
        (await As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = await TeamId("service-desk") })).Expect(HttpStatusCode.OK);
        await DeliverAsync();

        Assert.That((await Of("sue", opened.Id)).Select(n => n.GetProperty("kind").GetString()), Does.Contain("teamQueue"));
        Assert.That(await Of("tom", opened.Id), Is.Empty);
    }

    [Test]
    public async Task A_nudge_about_what_nobody_has_reaches_those_who_answer_for_it()
    {
        var opened = await As("alice").Open();
        (await As("alice").Post($"incidents/{opened.Id}/nudge")).Expect(HttpStatusCode.OK);
        await DeliverAsync();
        Assert.That(await WhoWasNudgedAsync(opened.Id), Is.EqualTo(new[] { "dan" }), "without a team those who dispatch");

        Clock.Advance(TimeSpan.FromHours(2));
        (await As("dan").Post($"incidents/{opened.Id}/assign", new { teamId = await TeamId("network") })).Expect(HttpStatusCode.OK);
        (await As("alice").Post($"incidents/{opened.Id}/nudge")).Expect(HttpStatusCode.OK);
        await DeliverAsync();
        Assert.That(await WhoWasNudgedAsync(opened.Id), Is.EqualTo(new[] { "dan", "tina" }), "then its lead");

        var desk = new Domain.People.TeamId(await TeamId("service-desk"));
        await Desk.Db(db => db.Teams.Where(t => t.Id == desk).ExecuteUpdateAsync(t => t.SetProperty(x => x.LeadId, (Domain.People.UserId?)null)));
        var other = await As("alice").Open();
        (await As("dan").Post($"incidents/{other.Id}/assign", new { teamId = desk.Value })).Expect(HttpStatusCode.OK);
        (await As("alice").Post($"incidents/{other.Id}/nudge")).Expect(HttpStatusCode.OK);
        await DeliverAsync();
        Assert.That(await WhoWasNudgedAsync(other.Id), Is.EqualTo(new[] { "dan", "sue", "tina", "tom" }), "without a lead all members");
    }

    [Test]
    public async Task Reading_one_or_all_lowers_the_count_and_only_ones_own()
    {
        for (var i = 0; i < 3; i++)
        {
            var opened = await As("carl").Open($"Lamp {i}");
            (await As("tom").Post($"incidents/{opened.Id}/start")).Expect(HttpStatusCode.OK);
            (await As("tom").Post($"incidents/{opened.Id}/resolve", new { code = "fixed", text = "New bulb." })).Expect(HttpStatusCode.OK);
        }

        await DeliverAsync();
        var first = (await As("carl").Get("me/notifications?limit=2&unread=true")).Expect(HttpStatusCode.OK);
        var id = first["items"][0].GetProperty("id").GetString();
        Assert.That(first["nextCursor"].GetString(), Is.Not.Null);

        (await As("alice").Post($"me/notifications/{id}/read")).Expect(HttpStatusCode.NotFound, "not_found");
        Assert.That((await As("carl").Post($"me/notifications/{id}/read"))["unread"].GetInt32(), Is.EqualTo(2));
        Assert.That((await As("carl").Post("me/notifications/read"))["unread"].GetInt32(), Is.Zero);
        Assert.That((await As("carl").Get($"me/notifications?limit=2&cursor={first["nextCursor"].GetString()}"))["items"].GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_the_pages_keep_comes_back_and_a_stale_edit_is_told()
    {
        var changed = (await As("paula").Patch("me/preferences", new { @interface = new { theme = "dark" } })).Expect(HttpStatusCode.OK);

        Assert.That(changed["interface"].GetProperty("theme").GetString(), Is.EqualTo("dark"));
        (await As("paula").Patch("me/preferences", new { notifications = new { alarm = false } }, ifMatch: "\"0\"")).Expect(HttpStatusCode.PreconditionFailed, "edited_meanwhile");
        (await As("paula").Patch("me/preferences", new { notifications = new { gossip = false } })).Expect(HttpStatusCode.BadRequest, "validation");
        (await Desk.Nobody().Get("me/preferences")).Expect(HttpStatusCode.Unauthorized, "session.required");
        (await Desk.Nobody().Get("me/notifications")).Expect(HttpStatusCode.Unauthorized, "session.required");
    }

    [Test]
    public async Task Two_servers_deliver_each_event_once()
    {
        using var twin = Desk.Twin();
        for (var i = 0; i < 20; i++)
        {
            var opened = await As("paula").Open($"Door {i}");
            (await As("dan").Post($"incidents/{opened.Id}/cancel", new { reason = "A drill." })).Expect(HttpStatusCode.OK);
        }

        await Task.WhenAll(DeliverAsync(), twin.InScopeAsync(async s =>
        {
            while (await s.GetRequiredService<OutboxStep>().RunOnceAsync(default) == TimeSpan.Zero) { }
        }));

        var paula = new Domain.People.UserId(await UserId("paula"));
        Assert.That(await Desk.Db(db => db.Set<Notification>().CountAsync(n => n.UserId == paula && n.Kind == NotificationKind.StateChanged)), Is.EqualTo(20));
        Assert.That(await Desk.Db(db => db.Set<OutboxMessage>().CountAsync(m => m.DeliveredAt == null)), Is.Zero);
    }

    [Test]
    public async Task Reading_a_ticket_reads_what_its_reader_was_told_of_it_until_then_and_nothing_else()
    {
        var (opened, other) = (await As("alice").Open("The scanner hums"), await As("alice").Open("The lamp flickers"));
        await SayAsync(opened.Id, "Which scanner?");
        await SayAsync(other.Id, "Which lamp?");
        await DeliverAsync();
        var read = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SayAsync(opened.Id, "And where?");
        await DeliverAsync();

        (await As("alice").Put($"tickets/{opened.Id}/read", new { until = read })).Expect(HttpStatusCode.NoContent);
        Assert.That(await UnreadAsync("alice", opened.Id), Is.EqualTo(1), "the later one");

        (await As("alice").Put($"tickets/{opened.Id}/read", new { })).Expect(HttpStatusCode.NoContent);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await UnreadAsync("alice", opened.Id), Is.Zero);
            Assert.That(await UnreadAsync("alice", other.Id), Is.EqualTo(1));
        }
    }

    private async Task SayAsync(string ticket, string body) =>
        (await As("tom").Post($"incidents/{ticket}/comments", new { body, visibility = "public" })).Expect(HttpStatusCode.Created);

    private async Task<int> UnreadAsync(string userName, string ticket) =>
        (await Of(userName, ticket)).Count(n => n.GetProperty("readAt").ValueKind == JsonValueKind.Null);

    private async Task<List<string>> WhoWasNudgedAsync(string ticket)
    {
        var id = new Domain.Tickets.TicketId(Guid.Parse(ticket));
        return await Desk.Db(db => db.Set<Notification>().Where(n => n.TicketId == id && n.Kind == NotificationKind.Nudged)
            .Select(n => db.Set<Domain.People.User>().Where(u => u.Id == n.UserId).Select(u => u.UserName).First()).Distinct().Order().ToListAsync());
    }

    private Task DeliverAsync() => Desk.InScopeAsync(async s =>
    {
        while (await s.GetRequiredService<OutboxStep>().RunOnceAsync(default) == TimeSpan.Zero) { }
    });

    private async Task<List<JsonElement>> Of(string userName, string ticket) =>
        [.. (await As(userName).Get("me/notifications?limit=200")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .Where(n => n.GetProperty("ticket").GetProperty("id").GetString() == ticket)];
}
