using NUnit.Framework.Constraints;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using static ServiceDesk.Domain.Tests.ServiceLevels.APolicy;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class PolicyRulesTests
{
    private static readonly AlarmAction NotifyOwner = AlarmAction.Notify(AlarmRecipient.Owner);

    private static readonly TeamId Desk = new(Guid.Parse("00000000-0000-7000-8000-00000000de5c"));

    private static readonly TestCaseData<PolicyConditions>[] Impossible =
    [
        new(new PolicyConditions { Priorities = [] }) { TestName = "no priority" },
        new(new PolicyConditions { Priorities = [(Priority)9] }) { TestName = "an unknown priority" },
        new(new PolicyConditions { ServiceIds = [] }) { TestName = "no service" },
        new(new PolicyConditions { CategoryIds = [] }) { TestName = "no category" },
        new(new PolicyConditions { SiteIds = [] }) { TestName = "no site" },
        new(new PolicyConditions { RequesterGroupIds = [] }) { TestName = "no group" },
        new(new PolicyConditions { Practice = (Practice)9 }) { TestName = "an unknown practice" },
    ];

    private static readonly TestCaseData<PolicyAlarm, string>[] Alarms =
    [
        new(new PolicyAlarm(ServiceLevelTarget.NextResponse, 0.5m, null, [NotifyOwner]), "policy.alarm_without_target"),
        new(new PolicyAlarm(ServiceLevelTarget.Resolution, null, null, [NotifyOwner]), "policy.alarm_invalid"),
        new(new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, 60, [NotifyOwner]), "policy.alarm_invalid"),
        new(new PolicyAlarm(ServiceLevelTarget.Resolution, 0m, null, [NotifyOwner]), "policy.alarm_invalid"),
        new(new PolicyAlarm(ServiceLevelTarget.Resolution, 11m, null, [NotifyOwner]), "policy.alarm_invalid"),
        new(new PolicyAlarm(ServiceLevelTarget.Resolution, null, -1, [NotifyOwner]), "policy.alarm_invalid"),
        new(new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, []), "policy.alarm_action_invalid"),
        new(new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, [AlarmAction.Notify()]), "policy.alarm_action_invalid"),
        new(
            new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, [new AlarmAction(AlarmActionKind.AssignTeam)]),
            "policy.alarm_action_invalid"),
        new(
            new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, [new AlarmAction(AlarmActionKind.Escalate, Chain: " ")]),
            "policy.alarm_action_invalid"),
        new(
            new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, [new AlarmAction(AlarmActionKind.RaisePriority, OnlyInWorkingHours: true)]),
            "policy.alarm_action_invalid"),
        new(
            new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, [new AlarmAction(AlarmActionKind.RaisePriority, User: UserId.System)]),
            "policy.alarm_action_invalid"),
        new(
            new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, [new AlarmAction(AlarmActionKind.RaisePriority, Team: Desk)]),
            "policy.alarm_action_invalid"),
        new(
            new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, [new AlarmAction(AlarmActionKind.AssignTeam, Team: Desk, User: UserId.System)]),
            "policy.alarm_action_invalid"),
    ];

    [Test]
    public void A_policy_without_a_target_is_refused() =>
        Assert.That(() => Introduced(definition: Definition(targets: new PolicyTargets(null, null, null))), Refused("policy.no_target"));

    [TestCaseSource(nameof(Impossible))]
    public void A_policy_that_can_never_start_is_refused(PolicyConditions when) =>
        Assert.That(() => Introduced(definition: Definition(when)), Refused("policy.never_starts"));

    [Test]
    public void A_policy_that_can_never_stop_is_refused() =>
        Assert.That(
            () => Introduced(
                definition: Definition(new PolicyConditions { Practice = Practice.Change }, new PolicyTargets(3600, null, null))),
            Refused("policy.never_stops"));

    [Test]
    public void A_policy_whose_time_never_counts_is_refused() =>
        Assert.That(() => Introduced(calendar: ACalendar.Of(WeeklyWindows.Closed)), Refused("policy.paused_for_good"));

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(ServiceLevelClock.MaxTargetSeconds + 1)]
    public void A_target_out_of_bounds_is_refused(long seconds) =>
        Assert.That(
            () => Introduced(definition: Definition(targets: new PolicyTargets(null, seconds, null))), Refused("policy.target_invalid"));

    [Test]
    public void An_unknown_reason_for_a_pause_is_refused() =>
        Assert.That(() => Introduced(definition: Definition() with { PauseOn = [(PendingReason)99] }), Refused("policy.pause_unknown"));

    [TestCaseSource(nameof(Alarms))]
    public void An_alarm_that_cannot_fire_or_do_anything_is_refused(PolicyAlarm alarm, string code) =>
        Assert.That(() => Introduced(definition: Definition() with { Alarms = [alarm] }), Refused(code));

    [TestCase(AlarmActionKind.Notify, true)]
    [TestCase(AlarmActionKind.Notify, false)]
    [TestCase(AlarmActionKind.Escalate, true)]
    [TestCase(AlarmActionKind.Escalate, false)]
    public void Naming_a_person_or_a_team_is_enough_to_tell_somebody(AlarmActionKind kind, bool person)
    {
        var action = person ? new AlarmAction(kind, User: UserId.System) : new AlarmAction(kind, Team: Desk);

        Assert.That(() => Introduced(definition: Definition() with { Alarms = [new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, [action])] }), Throws.Nothing);
    }

    [Test]
    public void An_alarm_may_tell_some_at_once_and_others_when_they_are_at_work()
    {
        IReadOnlyList<AlarmAction> actions = [NotifyOwner, AlarmAction.NotifyAtWork(AlarmRecipient.Lead, AlarmRecipient.Requester)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Introduced(definition: Definition() with { Alarms = [new PolicyAlarm(ServiceLevelTarget.Resolution, 0.5m, null, actions)] }), Throws.Nothing);
            Assert.That(Fired(actions).Whom(), Is.EqualTo(new[] { AlarmRecipient.Owner }));
            Assert.That(Fired(actions).Whom(onlyInWorkingHours: true), Is.EqualTo(new[] { AlarmRecipient.Lead, AlarmRecipient.Requester }));
        }
    }

    [Test]
    public void A_change_may_be_promised_its_resolution() =>
        Assert.That(() => Introduced(definition: Definition(new PolicyConditions { Practice = Practice.Change })), Throws.Nothing);

    private static AlarmFired Fired(IReadOnlyList<AlarmAction> actions) =>
        new(default, 1, Now.By, Now.At, default, ServiceLevelTarget.Resolution, "0.5", Now.At, null, actions);

    private static EqualStringConstraint Refused(string code) =>
        Throws.TypeOf<RuleViolationException>().With.Property(nameof(RuleViolationException.Code)).EqualTo(code);
}
