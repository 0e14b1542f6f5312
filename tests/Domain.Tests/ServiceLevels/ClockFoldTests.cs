using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;
using static ServiceDesk.Domain.Tests.ServiceLevels.AClock;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class ClockFoldTests
{
    private const int Sequences = 3000;

    [Test]
    public void Any_history_folds_to_what_the_verbs_kept()
    {
        var seed = Environment.TickCount;
        var states = new HashSet<ClockState>();
        for (var i = 0; i < Sequences; i++)
        {
            var random = new Random(unchecked(seed + i));
            var now = At("2026-03-23 08:00").AddMinutes(random.Next(14 * 24 * 60));
            var clock = Begin(random, now);

            for (var step = 0; step < 12; step++)
            {
                now = now.AddMinutes(random.Next(4) * 30 * random.Next(40));
                var breached = clock.BreachedAt;
                Move(clock, random, now);
                var fold = clock.Fold();

                Assert.That(fold.Figures, Is.EqualTo(clock.Figures), $"seed {unchecked(seed + i)}, step {step}");
                Assert.That(breached is null || clock.BreachedAt == breached, $"a breach was changed: seed {unchecked(seed + i)}");
                CheckSums(clock, fold, now.AddHours(random.Next(100)), unchecked(seed + i));
            }

            states.Add(clock.State);
        }

        Assert.That(states, Is.EquivalentTo(Enum.GetValues<ClockState>()));
    }

    [Test]
    public void The_intervals_tell_the_whole_story_to_the_second()
    {
        var clock = Started("2026-06-01 09:00", 2).Paused("2026-06-01 10:00", "awaitingParts").Resumed("2026-06-01 11:00")
            .Stopped("2026-06-01 14:00").Reopened("2026-06-02 09:00");

        var told = clock.Fold().Intervals(At("2026-06-02 10:30"))
            .Select(x => $"{x.From:dd HH:mm} {x.To:dd HH:mm} {x.Kind} {x.Why} {x.CountedSeconds}");

        Assert.That(told, Is.EqualTo(new[]
        {
            "01 07:00 01 08:00 Running opened 3600",
            "01 08:00 01 09:00 Paused awaitingParts 0",
            "01 09:00 01 10:00 Running resumed 3600",
            "01 10:00 01 12:00 Running breached 3600",
            "01 12:00 02 07:00 Stopped resolved 0",
            "02 07:00 02 08:30 Running reopened 5400",
        }));
    }

    [Test]
    public void A_breach_that_nobody_has_recorded_yet_is_told_as_well()
    {
        var fold = Started("2026-06-01 09:00", 2).Fold();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fold.BreachedAt(At("2026-06-01 10:59")), Is.Null);
            Assert.That(fold.BreachedAt(At("2026-06-01 11:00")), Is.EqualTo(At("2026-06-01 11:00")));
            Assert.That(fold.Figures.BreachedAt, Is.Null);
        }
    }

    [Test]
    public void Three_quarters_used_is_a_share_of_the_target()
    {
        var clock = Started("2026-06-01 08:00", 4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.UsedShareAt(At("2026-06-01 11:00"), Calendars), Is.EqualTo(0.75m));
            Assert.That(clock.Fold().UsedShare(At("2026-06-01 11:00")), Is.EqualTo(0.75m));
        }
    }

    private static void CheckSums(ServiceLevelClock clock, ClockFold fold, DateTimeOffset later, int seed)
    {
        var intervals = fold.Intervals(later);

        Assert.That(intervals.Sum(x => x.CountedSeconds), Is.EqualTo(clock.ElapsedAt(later, Calendars)), $"seed {seed}");
        Assert.That(fold.RemainingSeconds(later), Is.EqualTo(clock.RemainingAt(later, Calendars)), $"seed {seed}");
        Assert.That(fold.DueIfResumed(later), Is.EqualTo(clock.DueIfResumedAt(later, Calendars)), $"seed {seed}");
        Assert.That(intervals.Zip(intervals.Skip(1)).All(x => x.First.To == x.Second.From), $"a gap: seed {seed}");
    }

    private static ServiceLevelClock Begin(Random random, DateTimeOffset now) => ServiceLevelClock.Start(
        new ClockOpening(
            new Domain.Tickets.TicketId(new Guid(1, 2, 3, new byte[8])), ServiceLevelTarget.Resolution, Audience.Customer, 1,
            SomeTerms(random), new ClockOwner(Network, null)),
        new Cause(now, 1, "opened"), Calendars, random.Next(5) == 0 ? "awaitingParts" : null);

    private static ClockTerms SomeTerms(Random random) =>
        Terms(random.Next(1, 40) / 2.0, random.Next(3) == 0 ? AroundTheClock : OfficeHours);

    // Another version of the policy often promises the same.
    private static ClockTerms OtherTerms(ClockTerms now, Random random) =>
        (random.Next(3) == 0 ? now : SomeTerms(random)) with { PolicyVersion = random.Next(1, 9) };

    private static void Move(ServiceLevelClock clock, Random random, DateTimeOffset now)
    {
        // Often enough exactly at the due instant, where the order of the table decides.
        if (random.Next(4) == 0 && clock.DueAt is { } due && due > clock.AsOf)
            now = due;

        var cause = new Cause(now, 2, "changed");
        switch (random.Next(9))
        {
            case 0 or 1:
                clock.Observe(now, Calendars);
                break;
            case 2 when clock.IsLive:
                clock.Retarget(OtherTerms(clock.Terms, random), cause, Calendars);
                break;
            case 3 when clock.IsLive:
                clock.Transfer(new ClockOwner(random.Next(2) == 0 ? Network : Desktop, random.Next(2) == 0 ? Ada : null), cause, Calendars);
                break;
            default:
                var reason = random.Next(2) == 0 ? "awaitingRequester" : "awaitingParts";
                clock.Follow(
                    new ClockConditions(random.Next(6) == 0, random.Next(12) == 0, random.Next(3) == 0 ? reason : null), cause, Calendars,
                    random.Next(2) == 0 ? OtherTerms(clock.Terms, random) : null);
                break;
        }
    }
}
