using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.ServiceLevels;
using static ServiceDesk.Api.Tests.ServiceLevels.CalendarClient;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>What is simulated for open tickets is, to the second, what publishing then does to them.</summary>
public sealed class SimulatedRolloutTests : ApiTest
{
    [Test]
    public async Task Another_calendar_and_other_targets_move_what_runs_and_what_rests()
    {
        var story = await ClockStory.PrepareAsync(Desk);
        var other = (await As("admin").Introduce("UTC", Daily(Window("06:00", "20:00")))).Id;
        List<Guid> tickets = [await story.OpenAsync("2026-06-01 08:00"), await story.OpenAsync("2026-06-01 10:00"), await story.OpenAsync("2026-06-01 13:00"), await story.OpenAsync("2026-06-01 14:00")];
        await story.SayAsync("tom", tickets[1], "2026-06-01 14:05");
        await story.DoAsync(tickets[1], "start", "2026-06-01 14:08");
        await story.DoAsync(tickets[1], "hold", "2026-06-01 14:10", new { reason = "awaitingRequester" });
        await story.SayAsync("tom", tickets[2], "2026-06-01 14:15");
        await story.SayAsync("alice", tickets[2], "2026-06-01 14:20");
        story.Now("2026-06-02 09:00");

        var moved = await ForeseenAsync(
            story, story.PolicyId, tickets, [story.SiteId], null, Guid.Parse(other), new Targets(null, "PT40M", "PT5H"), []);

        Assert.That(moved, Has.Count.GreaterThan(5));
    }

    [Test]
    public async Task A_next_response_is_promised_for_the_question_that_waits()
    {
        var story = await ClockStory.PrepareAsync(Desk, new { targets = new { resolution = "PT8H" } });
        List<Guid> tickets = [await story.OpenAsync("2026-06-01 08:00"), await story.OpenAsync("2026-06-01 08:00"), await story.OpenAsync("2026-06-01 08:00")];
        foreach (var ticket in tickets)
        {
            await story.DoAsync(ticket, "start", "2026-06-01 08:10");
            await story.SayAsync("tom", ticket, "2026-06-01 08:30");
        }

        await story.SayAsync("alice", tickets[0], "2026-06-01 09:00");
        await story.SayAsync("alice", tickets[0], "2026-06-01 09:45");
        await story.SayAsync("alice", tickets[1], "2026-06-01 09:00");
        await story.DoAsync(tickets[0], "hold", "2026-06-01 10:00", new { reason = "awaitingRequester" });
        await story.DoAsync(tickets[0], "resume", "2026-06-01 10:30");
        await story.SayAsync("tom", tickets[1], "2026-06-01 10:40");
        story.Now("2026-06-01 11:00");

        var moved = await ForeseenAsync(
            story, story.PolicyId, tickets, [story.SiteId], null, story.CalendarId, new Targets(null, "PT2H", "PT8H"), ["awaitingRequester"]);

        Assert.That(moved, Is.EqualTo(new Dictionary<(Guid, string), DateTimeOffset?> { [(tickets[0], "nextResponse")] = ClockStory.At("2026-06-01 11:30") }));
    }

    [Test]
    public async Task A_promise_comes_back_only_for_what_is_waited_for_still()
    {
        var story = await ClockStory.PrepareAsync(Desk);
        var urgent = await story.PromiseForP1Async(new { resolution = "PT2H" });
        List<Guid> tickets = [await story.OpenAsync("2026-06-01 08:00"), await story.OpenAsync("2026-06-01 08:00")];
        foreach (var ticket in tickets)
            await story.ClassifyAsync(ticket, "2026-06-01 08:30", Impact.High, Urgency.High);
        await story.SayAsync("tom", tickets[0], "2026-06-01 08:45");
        story.Now("2026-06-01 09:00");

        var moved = await ForeseenAsync(
            story, urgent, tickets, [story.SiteId], ["p1"], story.CalendarId, new Targets("PT1H", null, "PT2H"), ["awaitingRequester"]);

        Assert.That(moved, Is.EqualTo(new Dictionary<(Guid, string), DateTimeOffset?> { [(tickets[1], "firstResponse")] = ClockStory.At("2026-06-01 09:30") }));
    }

    // Tries it, publishes it, and gives what has moved; which has to be what was foreseen.
    private async Task<Dictionary<(Guid, string), DateTimeOffset?>> ForeseenAsync(
        ClockStory story, Guid policy, List<Guid> tickets, Guid[] siteIds, string[]? priorities, Guid calendarId, Targets targets, string[] pauseOn)
    {
        var definition = new { when = new { siteIds, priorities }, calendarId, targets, pauseOn };
        var before = await DeadlinesAsync(story, tickets);
        var simulated = (await As("admin").Post("service-levels/simulations", new { policyId = policy, definition })).Expect(HttpStatusCode.OK);
        Assert.That(await DeadlinesAsync(story, tickets), Is.EqualTo(before), "nothing has moved yet");

        (await As("admin").Patch($"service-levels/policies/{policy}", definition)).Expect(HttpStatusCode.OK);
        (await As("admin").Post($"service-levels/policies/{policy}/publish", new { reach = "open" })).Expect(HttpStatusCode.OK);
        while (await Desk.InScopeAsync(s => s.GetRequiredService<RolloutStep>().RunOnceAsync(default)) < TimeSpan.FromSeconds(1))
        {
        }

        var after = await DeadlinesAsync(story, tickets);
        var moved = before.Keys.Union(after.Keys).Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k))
            .ToDictionary(k => k, k => after.GetValueOrDefault(k));
        var foreseen = simulated["examples"].EnumerateArray().ToDictionary(
            e => (e.GetProperty("ticket").GetProperty("id").GetGuid(), e.GetProperty("target").GetString()!),
            e => e.GetProperty("dueAfter") is { ValueKind: JsonValueKind.String } due ? due.GetDateTimeOffset() : (DateTimeOffset?)null);
        Assert.That(foreseen, Is.EqualTo(moved));
        Assert.That(new[] { "moved", "added", "removed" }.Sum(c => simulated["open"].GetProperty(c).GetInt32()), Is.EqualTo(moved.Count));
        return moved;
    }

    // When each clock that runs falls due; one that rests, when it would if it went on now.
    private static async Task<Dictionary<(Guid, string), DateTimeOffset?>> DeadlinesAsync(ClockStory story, List<Guid> tickets)
    {
        var deadlines = new Dictionary<(Guid, string), DateTimeOffset?>();
        foreach (var ticket in tickets)
            foreach (var (target, told) in (await story.ClocksAsync(ticket)).Where(c => c.Value.State is "running" or "paused"))
                deadlines[(ticket, target)] = told.DueAt ?? await story.DueIfResumedAsync(ticket, target);
        return deadlines;
    }

    private sealed record Targets(string? FirstResponse, string? NextResponse, string? Resolution);
}
