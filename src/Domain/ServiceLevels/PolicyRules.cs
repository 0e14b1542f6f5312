using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>Why a policy would be a promise on paper only: one that can never start, never stop, or never counts.</summary>
public static class PolicyRules
{
    public static void RequireSound(PolicyDefinition policy, BusinessCalendar calendar, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);

        RequireThatItStarts(policy);
        RequireThatItStops(policy);
        RequireThatItCounts(policy, calendar, now);
        foreach (var alarm in policy.Alarms)
            RequireSound(alarm, policy.Targets);
        RequireThatNoneIsTwice(policy.Alarms);
    }

    private static void RequireThatItStarts(PolicyDefinition policy)
    {
        if (!policy.Targets.Given().Any())
            throw RuleViolationException.Meaning("policy.no_target", "The policy promises nothing: give at least one target.");

        if (policy.When.Impossible() is { } condition)
            throw RuleViolationException.Meaning("policy.never_starts", $"No ticket can meet '{condition}', so no clock would ever start.");
    }

    private static void RequireThatItStops(PolicyDefinition policy)
    {
        foreach (var target in policy.Targets.Given())
            if (policy.When.Practice is { } practice && !CanStop(practice, target))
                throw RuleViolationException.Meaning("policy.never_stops", $"Nothing on a {practice} would stop its {target} clock.");
    }

    // A change is authorised and done, not answered: no event of its lifecycle is a response to its requester.
    private static bool CanStop(Practice practice, ServiceLevelTarget target) =>
        practice != Practice.Change || target == ServiceLevelTarget.Resolution;

    private static void RequireThatItCounts(PolicyDefinition policy, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (calendar.Between(now, now.AddDays(BusinessCalendar.MaxDaysClosed)) == TimeSpan.Zero)
            throw RuleViolationException.Meaning(
                "policy.paused_for_good",
                $"The calendar has no open time in the next {BusinessCalendar.MaxDaysClosed} days: nothing would fall due.");

        foreach (var target in policy.Targets.Given())
            if (policy.Targets.For(target) is < 1 or > ServiceLevelClock.MaxTargetSeconds)
                throw RuleViolationException.Meaning(
                    "policy.target_invalid", $"{target}: at least a second and at most ten years of service.");

        if (policy.PauseOn.Any(x => !Enum.IsDefined(x)))
            throw RuleViolationException.Meaning("policy.pause_unknown", "A policy pauses on the reasons a ticket can be pending for.");
    }

    private static void RequireSound(PolicyAlarm alarm, PolicyTargets targets)
    {
        if (targets.For(alarm.Target) is null)
            throw RuleViolationException.Meaning(
                "policy.alarm_without_target", $"An alarm for {alarm.Target}, which the policy does not promise.");

        var oneOfTwo = alarm.Share is null != alarm.LeadSeconds is null;
        if (!oneOfTwo || alarm.Share is <= 0 or > PolicyAlarm.MaxShare || alarm.LeadSeconds is < 0 or > ServiceLevelClock.MaxTargetSeconds)
            throw RuleViolationException.Meaning(
                "policy.alarm_invalid",
                $"An alarm fires at a share of the target (up to {PolicyAlarm.MaxShare}) or at a lead before it is due.");

        if (alarm.Actions.Count == 0 || !alarm.Actions.All(Complete))
            throw RuleViolationException.Meaning("policy.alarm_action_invalid", "An alarm has actions, each with what it needs.");
    }

    // A clock says once that it reached a level: of two alarms there, one would never be heard.
    private static void RequireThatNoneIsTwice(IReadOnlyList<PolicyAlarm> alarms)
    {
        var seen = new HashSet<(ServiceLevelTarget, WakeLevel)>();
        for (var i = 0; i < alarms.Count; i++)
        {
            if (!seen.Add((alarms[i].Target, alarms[i].Level)))
                throw RuleViolationException.Meaning(
                    "policy.alarm_twice", $"There is an alarm for {alarms[i].Target} at this level already: give it both actions.", $"alarms[{i}]");
        }
    }

    private static bool Complete(AlarmAction action) => action.Kind switch
    {
        AlarmActionKind.Notify => action.Whom is { Count: > 0 } || action.NamesSomebody(),
        _ when action.OnlyInWorkingHours => false,
        AlarmActionKind.AssignTeam => action is { Team: not null, User: null },
        AlarmActionKind.Escalate => !string.IsNullOrWhiteSpace(action.Chain) || action.NamesSomebody(),
        _ => !action.NamesSomebody(),
    };
}
