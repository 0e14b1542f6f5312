using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.ServiceLevels.ClockState;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;
using static ServiceDesk.Domain.Tests.ServiceLevels.AClock;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

/// <summary>The table of clocks row by row, in its order. Monday 2026-06-01, office hours 08–12 and 13–17.</summary>
public sealed class ServiceLevelClockTests
{
    [Test]
    public void A_matching_policy_starts_a_running_clock()
    {
        var clock = Started("2026-06-01 09:00", 4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.State, Is.EqualTo(Running));
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-01 14:00")));
            Assert.That(clock.Ledger.Single(), Has.Property(nameof(LedgerEntry.Why)).EqualTo("opened")
                .And.Property(nameof(LedgerEntry.Sequence)).EqualTo(1).And.Property(nameof(LedgerEntry.TeamId)).EqualTo(Network));
        }
    }

    [Test]
    public void Start_and_pause_in_one_change_starts_paused()
    {
        var clock = Started("2026-06-01 09:00", 4, "awaitingParts").Resumed("2026-06-01 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.Ledger[0].Kind, Is.EqualTo(LedgerKind.Paused));
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-01 15:00")));
        }
    }

    [TestCase("2026-06-01 14:00", Met)]
    [TestCase("2026-06-01 14:01", Missed)]
    public void A_stop_up_to_the_due_instant_is_met_and_later_missed(string at, ClockState state)
    {
        var clock = Started("2026-06-01 09:00", 4).Stopped(at);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.State, Is.EqualTo(state));
            Assert.That(clock.BreachedAt, Is.EqualTo(state == Missed ? At("2026-06-01 14:00") : (DateTimeOffset?)null));
            Assert.That(clock.StoppedAt, Is.EqualTo(At(at)));
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-01 14:00")));
        }
    }

    [Test]
    public void A_paused_clock_is_met_however_late_it_is_stopped() =>
        Assert.That(Started("2026-06-01 09:00", 4).Paused("2026-06-01 13:30").Stopped("2026-06-09 09:00").State, Is.EqualTo(Met));

    [Test]
    public void Stop_and_pause_in_one_change_stops()
    {
        var clock = Started("2026-06-01 09:00", 4);

        clock.Follow(
            new ClockConditions(Stopped: true, Cancelled: true, PausedReason: "awaitingRequester"),
            Cause("2026-06-01 10:00"), Calendars);

        Assert.That(clock.State, Is.EqualTo(Met));
    }

    [Test]
    public void Cancel_and_pause_in_one_change_cancels()
    {
        var clock = Started("2026-06-01 09:00", 4);

        clock.Follow(
            new ClockConditions(Stopped: false, Cancelled: true, PausedReason: "awaitingRequester"),
            Cause("2026-06-01 10:00"), Calendars);

        Assert.That(clock.State, Is.EqualTo(ClockState.Cancelled));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_cancelled_clock_counts_neither_way(bool paused)
    {
        var clock = Started("2026-06-01 09:00", 4, paused ? "awaitingRequester" : null).Cancelled("2026-06-01 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.State, Is.EqualTo(ClockState.Cancelled));
            Assert.That(clock.DueAt, Is.Null);
            Assert.That(clock.ElapsedSeconds, Is.EqualTo(paused ? 0 : 3600));
        }
    }

    [Test]
    public void A_paused_clock_has_no_due_instant_but_time_left()
    {
        var clock = Started("2026-06-01 09:00", 4).Paused("2026-06-01 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.State, Is.EqualTo(ClockState.Paused));
            Assert.That(clock.DueAt, Is.Null);
            Assert.That(clock.PausedSince, Is.EqualTo(At("2026-06-01 10:00")));
            Assert.That(clock.RemainingAt(At("2026-06-09 10:00"), Calendars), Is.EqualTo(3 * 3600));
            Assert.That(clock.DueIfResumedAt(At("2026-06-02 09:00"), Calendars), Is.EqualTo(At("2026-06-02 12:00")));
            Assert.That(clock.Fold().DueIfResumed(At("2026-06-02 09:00")), Is.EqualTo(At("2026-06-02 12:00")));
        }
    }

    [Test]
    public void V12_a_pause_over_night() => Assert.That(
        Started("2026-06-01 09:00", 8).Paused("2026-06-01 11:00").Resumed("2026-06-02 10:00").DueAt, Is.EqualTo(At("2026-06-02 17:00")));

    [Test]
    public void V13_a_pause_while_closed() => Assert.That(
        Started("2026-06-05 15:00", 4).Paused("2026-06-05 18:00").Resumed("2026-06-07 12:00").DueAt, Is.EqualTo(At("2026-06-08 10:00")));

    [Test]
    public void V14_a_pause_over_the_lunch_break() => Assert.That(
        Started("2026-06-01 11:00", 4).Paused("2026-06-01 11:30").Resumed("2026-06-01 13:30").DueAt, Is.EqualTo(At("2026-06-01 17:00")));

    [Test]
    public void V15_reopened_in_the_same_cycle_with_the_closed_time_as_a_pause()
    {
        var clock = Started("2026-06-01 08:00", 8).Stopped("2026-06-01 12:00").Reopened("2026-06-03 09:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.State, Is.EqualTo(Running));
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-03 14:00")));
            Assert.That(clock.StoppedAt, Is.Null);
            Assert.That(clock.Cycle, Is.EqualTo(1));
        }
    }

    [Test]
    public void A_running_clock_breaches_at_its_due_instant_and_says_so_once()
    {
        var clock = Started("2026-06-01 09:00", 4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.Observe(At("2026-06-01 13:59"), Calendars), Is.False);
            Assert.That(clock.Observe(At("2026-06-01 14:00"), Calendars), Is.True);
            Assert.That(clock.Observe(At("2026-06-01 15:00"), Calendars), Is.False);
            Assert.That(clock.BreachedAt, Is.EqualTo(At("2026-06-01 14:00")));
            Assert.That(clock.State, Is.EqualTo(Running));
            Assert.That(clock.Ledger[^1].IsBreach, Is.True);
            Assert.That(clock.Events, Is.EqualTo(
                new[] { new ClockBreached(clock.Id, clock.TicketId, ServiceLevelTarget.Resolution, At("2026-06-01 14:00")) }));
        }
    }

    [Test]
    public void A_breach_noticed_late_is_still_at_the_due_instant()
    {
        var clock = Started("2026-06-01 09:00", 4).Observed("2026-06-05 09:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.BreachedAt, Is.EqualTo(At("2026-06-01 14:00")));
            Assert.That(clock.RemainingAt(At("2026-06-01 16:00"), Calendars), Is.EqualTo(-2 * 3600));
        }
    }

    [Test]
    public void A_pause_after_the_due_instant_does_not_hide_the_breach() => Assert.That(
        Started("2026-06-01 09:00", 4).Paused("2026-06-01 14:30").BreachedAt, Is.EqualTo(At("2026-06-01 14:00")));

    [Test]
    public void A_pause_at_the_due_instant_comes_before_the_breach_and_leaves_nothing()
    {
        var clock = Started("2026-06-01 09:00", 4).Paused("2026-06-01 14:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.BreachedAt, Is.Null);
            Assert.That(clock.RemainingAt(At("2026-06-01 16:00"), Calendars), Is.Zero);
            Assert.That(clock.Resumed("2026-06-02 09:00").Observed("2026-06-02 09:00").BreachedAt, Is.EqualTo(At("2026-06-01 14:00")));
        }
    }

    [Test]
    public void Once_breached_it_stays_missed_whatever_happens_later()
    {
        var clock = Started("2026-06-01 09:00", 4).Observed("2026-06-01 14:00").Retargeted("2026-06-01 14:30", Terms(40))
            .Paused("2026-06-01 15:00").Resumed("2026-06-01 16:00").Stopped("2026-06-01 16:30").Reopened("2026-06-02 09:00")
            .Stopped("2026-06-02 10:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.State, Is.EqualTo(Missed));
            Assert.That(clock.BreachedAt, Is.EqualTo(At("2026-06-01 14:00")));
        }
    }

    [Test]
    public void A_missed_clock_that_is_reopened_keeps_its_due_instant()
    {
        var clock = Started("2026-06-01 09:00", 4).Stopped("2026-06-01 15:00").Reopened("2026-06-03 09:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-01 14:00")));
            Assert.That(clock.ElapsedSeconds, Is.EqualTo(5 * 3600));
        }
    }

    [Test]
    public void Reopened_and_held_in_one_change_goes_on_paused()
    {
        var clock = Started("2026-06-01 09:00", 4).Stopped("2026-06-01 10:00");

        clock.Follow(new ClockConditions(false, false, "awaitingSupplier"), Cause("2026-06-02 09:00"), Calendars);

        Assert.That((clock.State, clock.PausedSince), Is.EqualTo((ClockState.Paused, (DateTimeOffset?)At("2026-06-02 09:00"))));
    }

    [Test]
    public void An_undone_merge_gives_the_clock_back_with_the_span_as_a_pause()
    {
        var clock = Started("2026-06-01 09:00", 4).Cancelled("2026-06-01 10:00");

        clock.Follow(new ClockConditions(false, false, null), Cause("2026-06-03 09:00"), Calendars);

        Assert.That(clock.DueAt, Is.EqualTo(At("2026-06-03 12:00")));
    }

    [Test]
    public void A_change_of_reason_goes_on_waiting_since_the_same_instant()
    {
        var clock = Started("2026-06-01 09:00", 4).Paused("2026-06-01 10:00");

        clock.Follow(new ClockConditions(false, false, "awaitingParts"), Cause("2026-06-01 11:00"), Calendars);
        clock.Follow(new ClockConditions(false, false, "awaitingParts"), Cause("2026-06-01 11:30"), Calendars);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(clock.Ledger.Select(x => x.Why), Is.EqualTo(new[] { "opened", "awaitingRequester", "awaitingParts" }));
            Assert.That(clock.PausedSince, Is.EqualTo(At("2026-06-01 10:00")));
        }
    }

    [Test]
    public void A_ledger_never_runs_backwards()
    {
        var clock = Started("2026-06-01 09:00", 4).Paused("2026-06-01 10:00").Resumed("2026-06-01 09:59");

        Assert.That(clock.Ledger[^1].At, Is.EqualTo(At("2026-06-01 10:00")));
    }

    [Test]
    public void What_the_table_does_not_list_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Started("2026-06-01 09:00", 4).Resumed("2026-06-01 10:00"), NotAllowed());
            Assert.That(() => Started("2026-06-01 09:00", 4).Reopened("2026-06-01 10:00"), NotAllowed());
            Assert.That(() => Started("2026-06-01 09:00", 4, "awaitingParts").Paused("2026-06-01 10:00"), NotAllowed());
            Assert.That(() => Started("2026-06-01 09:00", 4).Stopped("2026-06-01 10:00").Stopped("2026-06-01 11:00"), NotAllowed());
            Assert.That(() => Started("2026-06-01 09:00", 4).Stopped("2026-06-01 10:00").Cancelled("2026-06-01 11:00"), NotAllowed());
            Assert.That(() => Started("2026-06-01 09:00", 4).Cancelled("2026-06-01 10:00").Reopened("2026-06-01 11:00"), NotAllowed());
            Assert.That(
                () => Started("2026-06-01 09:00", 4).Cancelled("2026-06-01 10:00").Retargeted("2026-06-01 11:00", Terms(5)), NotAllowed());
            Assert.That(
                () => Started("2026-06-01 09:00", 0),
                Throws.TypeOf<RuleViolationException>().With.Property("Code").EqualTo("clock.target_invalid"));
        }

        static NUnit.Framework.Constraints.IResolveConstraint NotAllowed() =>
            Throws.TypeOf<RuleViolationException>().With.Property("Code").EqualTo("clock.transition_not_allowed");
    }
}
