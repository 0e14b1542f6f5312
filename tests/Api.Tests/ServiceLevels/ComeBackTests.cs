using System.Net;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>Tickets that were at rest, resolved or merged, and are open again: the time between is a pause, and what was classified anew meanwhile counts by the policy that applies now.</summary>
public sealed class ComeBackTests : ApiTest
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
    public async Task A_merge_cancels_and_unmerging_counts_the_time_between_as_a_pause()
    {
        var duplicate = await MergedAsync(story, "2026-06-01 08:30");
        var merged = await story.ClocksAsync(duplicate);

        await UnmergeAsync(story, duplicate, "2026-06-01 11:30");

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
            Assert.That(clocks["resolution"].Policy, Is.EqualTo(urgent));
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
        await IntroduceBeforeAsync(own);

        await own.DoAsync(ticket, "reopen", "2026-06-01 10:00", new { text = "Not yet." });

        Assert.That((await own.ClocksAsync(ticket))["resolution"].Policy, Is.EqualTo(own.PolicyId), "it is for new tickets");
    }

    [Test]
    public async Task What_was_made_urgent_while_merged_comes_back_under_the_urgent_policy()
    {
        var ticket = await MergedAsync(story, "2026-06-01 08:30");
        await story.ClassifyAsync(ticket, "2026-06-01 09:00", Impact.High, Urgency.High);
        var merged = await story.ClocksAsync(ticket);

        await UnmergeAsync(story, ticket, "2026-06-01 10:00");

        var clocks = await story.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(merged.Values.Select(c => c.State), Is.All.EqualTo("cancelled"), "nothing is promised to what was merged");
            Assert.That(clocks["resolution"].Policy, Is.EqualTo(urgent));
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 11:30")), "half of two hours and an hour are left");
            Assert.That(clocks["firstResponse"].State, Is.EqualTo("cancelled"), "the urgent policy promises none");
        }
    }

    [Test]
    public async Task What_the_policy_that_came_while_merged_promises_beside_is_promised_with_the_rest()
    {
        var own = await ClockStory.PrepareAsync(Desk, new { targets = new { resolution = "PT8H" } });
        var promised = await own.PromiseForP1Async(new { firstResponse = "PT1H", resolution = "PT2H" });
        var ticket = await MergedAsync(own, "2026-06-01 08:30");
        await own.ClassifyAsync(ticket, "2026-06-01 09:00", Impact.High, Urgency.High);

        await UnmergeAsync(own, ticket, "2026-06-01 10:00");

        var clocks = await own.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks.Values.Select(c => c.Policy), Is.All.EqualTo(promised));
            Assert.That(clocks["firstResponse"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 10:30")));
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 11:30")));
        }
    }

    [Test]
    public async Task A_duplicate_that_was_none_comes_back_altogether_under_the_policy_that_applies_now()
    {
        var own = await ClockStory.PrepareAsync(Desk, new { targets = new { resolution = "PT8H" } });
        var promised = await own.PromiseForP1Async(new { firstResponse = "PT1H", resolution = "PT2H" });
        var ticket = await own.OpenAsync("2026-06-01 08:00");
        await own.DoAsync(ticket, "resolve", "2026-06-01 08:30", new { code = "duplicate", text = "Known." });
        own.Now("2026-06-01 09:00");
        (await As("tom").Patch($"incidents/{ticket}", new { impact = "high", urgency = "high" })).Expect(HttpStatusCode.OK);

        await own.DoAsync(ticket, "reopen", "2026-06-01 10:00", new { text = "It is another one." });

        var clocks = await own.ClocksAsync(ticket);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clocks.Values.Select(c => c.Policy), Is.All.EqualTo(promised));
            Assert.That(clocks["resolution"].DueAt, Is.EqualTo(ClockStory.At("2026-06-01 11:30")));
        }
    }

    [Test]
    public async Task Unmerged_without_a_change_it_keeps_the_policy_it_had()
    {
        var own = await ClockStory.PrepareAsync(Desk, "PT8H");
        var ticket = await MergedAsync(own, "2026-06-01 08:30");
        await IntroduceBeforeAsync(own);

        await UnmergeAsync(own, ticket, "2026-06-01 10:00");

        Assert.That((await own.ClocksAsync(ticket)).Values.Select(c => c.Policy), Is.All.EqualTo(own.PolicyId), "the newer one is for new tickets");
    }

    // Opened at eight, and merged into another of the same hour.
    private static async Task<Guid> MergedAsync(ClockStory story, string local)
    {
        var (duplicate, survivor) = (await story.OpenAsync("2026-06-01 08:00"), await story.OpenAsync("2026-06-01 08:00"));
        await story.DoAsync(duplicate, "merge", local, new { intoId = survivor });
        return duplicate;
    }

    private static Task UnmergeAsync(ClockStory story, Guid ticket, string local) => story.DoAsync(ticket, "unmerge", local);

    private async Task IntroduceBeforeAsync(ClockStory own) => (await As("admin").Post("service-levels/policies", new
    {
        name = "Newer " + own.PolicyName,
        order = 0,
        when = new { siteIds = new[] { own.SiteId } },
        calendarId = own.CalendarId,
        targets = new { resolution = "PT2H" },
    })).Expect(HttpStatusCode.Created);
}
