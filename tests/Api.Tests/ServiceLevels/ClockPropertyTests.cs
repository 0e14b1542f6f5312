using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Verification;

namespace ServiceDesk.Api.Tests.ServiceLevels;

/// <summary>
/// Random lives of tickets, told over the API, against an oracle that walks them minute by minute with nothing but the opening hours in
/// its head.
/// </summary>
public sealed class ClockPropertyTests : ApiTest
{
    private const int Usual = 8 * 60;
    private const int Urgent = 3 * 60;

    [Test]
    public async Task Whatever_happens_to_a_ticket_the_clock_says_what_walking_the_minutes_says()
    {
        var story = await ClockStory.PrepareAsync(Desk);
        (await As("admin").Post("service-levels/policies", new
        {
            name = "Urgent " + story.PolicyName,
            order = 0,
            when = new { siteIds = new[] { story.SiteId }, priorities = new[] { "p1" } },
            calendarId = story.CalendarId,
            targets = new { resolution = "PT3H" },
            pauseOn = new[] { "awaitingRequester" },
        })).Expect(HttpStatusCode.Created);
        var random = new Random(20260601);
        for (var life = 0; life < 25; life++)
        {
            var at = ClockStory.At("2026-05-20 06:00").AddMinutes(random.Next(0, 4 * 24 * 60));
            Clock.Set(at);
            var ticket = await story.OpenAsync(Local(at));
            var walk = new MinuteWalk(at);
            var (state, paused, stopped, promised) = ("new", false, false, Usual);
            for (var step = 0; step < 10; step++)
            {
                at = at.AddMinutes(random.Next(0, 12 * 60));
                Clock.Set(at);
                if (random.Next(4) == 0)
                {
                    promised = Usual + Urgent - promised;
                    var level = promised == Urgent ? "high" : "medium";
                    (await As("tom").Patch($"incidents/{ticket}", new { impact = level, urgency = level })).Expect(HttpStatusCode.OK);
                }
                else
                    (state, paused, stopped) = await ActAsync(story, ticket, state, random);
                walk.Then(at, paused, stopped, promised);
                await CompareAsync(story, ticket, walk, at, $"life {life}, step {step}: {state} at {at:u}");
            }
        }

        var findings = await Desk.InScopeAsync(async services =>
        {
            var clocks = services.GetServices<IVerification>().Single(v => v.Name == "clocks");
            return await clocks.RunAsync(new Progress<long>(), default).ToListAsync();
        });
        Assert.That(findings, Is.Empty);
    }

    private static async Task CompareAsync(ClockStory story, Guid ticket, MinuteWalk walk, DateTimeOffset at, string when)
    {
        var told = (await story.ClocksAsync(ticket))["resolution"];
        var (used, breachedAt) = walk.To(at);
        var breached = told.Json.GetProperty("breachedAt") is { ValueKind: System.Text.Json.JsonValueKind.String } b ? b.GetDateTimeOffset() : (DateTimeOffset?)null;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((walk.Promised * 60) - told.Remaining, Is.EqualTo(used * 60), when);
            Assert.That(breached, Is.EqualTo(breachedAt), when);
        }
    }

    private static async Task<(string State, bool Paused, bool Stopped)> ActAsync(ClockStory story, Guid ticket, string state, Random random)
    {
        switch (state)
        {
            case "new":
                await story.DoAsync(ticket, "start");
                return ("inProgress", false, false);
            case "inProgress" when random.Next(3) == 0:
                await story.DoAsync(ticket, "resolve", null, new { code = "fixed", text = "Done." });
                return ("resolved", false, true);
            case "inProgress":
                var reason = random.Next(3) == 0 ? "awaitingSupplier" : "awaitingRequester";
                await story.DoAsync(ticket, "hold", null, new { reason });
                return ("pending", reason == "awaitingRequester", false);
            case "pending":
                await story.DoAsync(ticket, "resume");
                return ("inProgress", false, false);
            default:
                await story.DoAsync(ticket, "reopen", null, new { text = "Not yet." });
                return ("inProgress", false, false);
        }
    }

    private static string Local(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, MinuteWalk.Berlin).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Counts open minutes one by one; what is promised anew while it rests holds when it goes on.</summary>
    private sealed class MinuteWalk(DateTimeOffset start)
    {
        public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        private readonly List<(DateTimeOffset At, bool Counts, int Promised)> changes = [(start, true, Usual)];

        public int Promised => changes[^1].Promised;

        public void Then(DateTimeOffset at, bool paused, bool stopped, int promised) => changes.Add((at, !paused && !stopped, stopped ? Promised : promised));

        public (int Used, DateTimeOffset? BreachedAt) To(DateTimeOffset now)
        {
            var (used, next, counts, promised) = (0, 0, false, Usual);
            DateTimeOffset? due = null, breachedAt = null;
            for (var at = start; ; at = at.AddMinutes(1))
            {
                for (; next < changes.Count && changes[next].At <= at; next++)
                {
                    counts = changes[next].Counts;
                    if (changes[next].Promised == promised)
                        continue;

                    promised = changes[next].Promised;
                    due = used >= promised ? at : null;
                    if (used > promised)
                        breachedAt ??= at;
                }

                if (due is not null && counts)
                    breachedAt ??= due;
                if (at >= now)
                    return (used, breachedAt);
                if (counts && IsOpen(at) && ++used == promised)
                    due = at.AddMinutes(1);
            }
        }

        private static bool IsOpen(DateTimeOffset at)
        {
            var local = TimeZoneInfo.ConvertTime(at, Berlin);
            return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (local.Hour is (>= 8 and < 12) or (>= 13 and < 17))
                && (local.Month, local.Day) != (5, 25);
        }
    }
}
