using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;
using static ServiceDesk.Domain.Tests.ServiceLevels.AClock;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class RetargetTests
{
    [Test]
    public void Time_used_stays_used_under_a_new_target()
    {
        var clock = Started("2026-06-01 09:00", 8).Retargeted("2026-06-01 11:00", Terms(4));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.ElapsedSeconds, Is.EqualTo(2 * 3600));
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-01 14:00")));
            Assert.That(clock.BreachedAt, Is.Null);
        }
    }

    [Test]
    public void The_old_calendar_counts_up_to_the_change_and_the_new_one_after_it()
    {
        var clock = Started("2026-06-01 11:00", 8).Retargeted("2026-06-02 09:00", Terms(10, AroundTheClock));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.ElapsedSeconds, Is.EqualTo(6 * 3600));
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-02 13:00")));
        }
    }

    [Test]
    public void What_exceeds_the_new_target_is_due_at_the_change_and_never_earlier()
    {
        var clock = Started("2026-06-01 08:00", 8).Retargeted("2026-06-01 12:00", Terms(2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-01 12:00")));
            Assert.That(clock.BreachedAt, Is.EqualTo(At("2026-06-01 12:00")));
        }
    }

    [Test]
    public void Exactly_the_new_target_is_due_now_but_not_yet_missed()
    {
        var clock = Started("2026-06-01 08:00", 8).Retargeted("2026-06-01 12:00", Terms(4));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-01 12:00")));
            Assert.That(clock.Stopped("2026-06-01 12:00").State, Is.EqualTo(ClockState.Met));
        }
    }

    [Test]
    public void A_paused_clock_is_measured_against_the_new_target_at_once()
    {
        var clock = Started("2026-06-01 08:00", 8).Paused("2026-06-01 12:00").Retargeted("2026-06-02 09:00", Terms(2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.DueAt, Is.Null);
            Assert.That(clock.BreachedAt, Is.EqualTo(At("2026-06-02 09:00")));
            Assert.That(clock.Ledger[^1].Why, Is.EqualTo("awaitingRequester"));
            Assert.That(clock.PausedSince, Is.EqualTo(At("2026-06-01 12:00")));
        }
    }

    [Test]
    public void A_breach_under_the_old_target_stays_and_the_new_due_instant_counts_on()
    {
        var clock = Started("2026-06-01 08:00", 2).Retargeted("2026-06-01 11:00", Terms(8));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.BreachedAt, Is.EqualTo(At("2026-06-01 10:00")));
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-01 17:00")));
        }
    }

    [Test]
    public void The_same_terms_again_leave_no_trace() =>
        Assert.That(Started("2026-06-01 08:00", 2).Retargeted("2026-06-01 09:00", Terms(2)).Ledger, Has.Count.EqualTo(1));

    [Test]
    public void A_transfer_changes_whose_time_it_is_and_nothing_else()
    {
        var clock = Started("2026-06-01 09:00", 4);
        var due = clock.DueAt;

        clock.Transfer(new ClockOwner(Desktop, Ada), Cause("2026-06-01 10:00", "assigned", 7), Calendars);
        clock.Transfer(new ClockOwner(Desktop, Ada), Cause("2026-06-01 10:30", "assigned", 8), Calendars);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.DueAt, Is.EqualTo(due));
            Assert.That(clock.Ledger, Has.Count.EqualTo(2));
            Assert.That(
                clock.Fold().Intervals(At("2026-06-01 12:30")).Select(x => (x.Owner.Team, x.Owner.Person, x.CountedSeconds, x.ByEvent)),
                Is.EqualTo(new[] { (Network, (Domain.People.UserId?)null, 3600L, 1L), (Desktop, Ada, 7200L, 7L) }));
        }
    }

    [TestCase(0.5, "2026-06-01 11:00")]
    [TestCase(0.75, "2026-06-01 12:00")]
    [TestCase(1.0, "2026-06-01 14:00")]
    [TestCase(1.5, "2026-06-01 16:00")]
    public void A_warning_comes_when_its_share_of_the_target_is_used(double share, string at) =>
        Assert.That(Started("2026-06-01 09:00", 4).WakeAt((decimal)share, Calendars), Is.EqualTo(At(at)));

    [Test]
    public void A_warning_that_has_passed_is_due_at_once_and_a_paused_clock_has_none()
    {
        var clock = Started("2026-06-01 09:00", 8).Retargeted("2026-06-01 11:00", Terms(2.5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.WakeAt(0.5m, Calendars), Is.EqualTo(At("2026-06-01 11:00")));
            Assert.That(clock.WakeAt(TimeSpan.FromMinutes(10)), Is.EqualTo(At("2026-06-01 11:20")));
            Assert.That(clock.WakeAt(TimeSpan.FromHours(1)), Is.EqualTo(At("2026-06-01 11:00")));
            Assert.That(clock.Paused("2026-06-01 11:10").WakeAt(1m, Calendars), Is.Null);
            Assert.That(clock.WakeAt(TimeSpan.FromMinutes(10)), Is.Null);
        }
    }

    [Test]
    public void Reopened_under_other_terms_it_is_measured_by_them_at_once()
    {
        var within = Started("2026-06-01 08:00", 40).Stopped("2026-06-01 12:00").Reopened("2026-06-02 09:00", Terms(6));
        var beyond = Started("2026-06-01 08:00", 40).Stopped("2026-06-01 12:00").Reopened("2026-06-02 09:00", Terms(2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(within.DueAt, Is.EqualTo(At("2026-06-02 11:00")), "four of six hours are used, the night is a pause");
            Assert.That(within.BreachedAt, Is.Null);
            Assert.That(beyond.BreachedAt, Is.EqualTo(At("2026-06-02 09:00")));
        }
    }

    [Test]
    public void What_was_met_to_the_second_and_comes_back_under_a_longer_target_is_not_late()
    {
        var clock = Started("2026-06-01 08:00", 4).Stopped("2026-06-01 12:00").Reopened("2026-06-02 09:00", Terms(8));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.BreachedAt, Is.Null);
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-02 14:00")));
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Another_version_of_the_same_promise_moves_nothing_of_what_is_late(bool paused)
    {
        var clock = Started("2026-06-01 08:00", 2);
        if (paused)
            clock.Paused("2026-06-01 12:00");
        var (due, again) = (clock.DueIfResumedAt(At("2026-06-02 09:00"), Calendars), Terms(2) with { PolicyVersion = 2 });

        clock.Retargeted("2026-06-02 09:00", again);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.Terms, Is.EqualTo(again));
            Assert.That(clock.DueIfResumedAt(At("2026-06-02 09:00"), Calendars), Is.EqualTo(due).And.EqualTo(At("2026-06-01 10:00")));
            Assert.That(clock.BreachedAt, Is.EqualTo(At("2026-06-01 10:00")));
            Assert.That(clock.Fold().Figures, Is.EqualTo(clock.Figures));
            Assert.That((paused ? clock.Resumed("2026-06-02 10:00") : clock).DueAt, Is.EqualTo(At("2026-06-01 10:00")));
        }
    }
}
