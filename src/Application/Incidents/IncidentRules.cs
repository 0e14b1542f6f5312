using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>What the rules about one incident look at.</summary>
public sealed record IncidentFacts(
    TicketState State, UserId RequesterId, UserId OpenedById, DateTimeOffset? ResolvedAt, bool IsMajor, DateTimeOffset? MergedAt, bool IsRestricted,
    TeamId? TeamId, SiteId? SiteId, UserId? AssigneeId)
{
    public static IncidentFacts Of(Incident i) => new(
        i.State, i.RequesterId, i.OpenedById, i.ResolvedAt, i.Major is not null, i.MergedFrom?.At, i.Restricted, i.TeamId, i.SiteId, i.AssigneeId);

    internal bool Lets(ICurrentUser user, string permission) => user.May(permission, TeamId, SiteId);
}

/// <summary>A transition the lifecycle would allow and a rule or right refuses, with the code of the refusal.</summary>
public sealed record RefusedTransition(string Name, string Code);

/// <summary>
/// Who may do what to this incident, now. The same answer decides the command and the buttons, so they cannot disagree.
/// </summary>
internal static class IncidentRules
{
    /// <summary>Null when allowed; else why not.</summary>
    [RefusesNobody]
    public static Refusal? Refusal(IncidentTransition transition, IncidentFacts facts, ICurrentUser user, TimeSpan reopenWindow, DateTimeOffset now) => transition switch
    {
        IncidentTransition.Assign => Needs(facts, user, Permissions.IncidentsAssign),
        IncidentTransition.Start => Start(facts, user),
        IncidentTransition.Hold or IncidentTransition.Resume or IncidentTransition.Resolve or IncidentTransition.Split =>
            Needs(facts, user, Permissions.IncidentsWork),
        IncidentTransition.Reopen => Reopen(facts, user, reopenWindow, now),
        IncidentTransition.Close => Close(facts, user, reopenWindow, now),
        IncidentTransition.Cancel or IncidentTransition.FollowUp => IsTheirs(facts, user) ? null : Needs(facts, user, Permissions.IncidentsWork),
        IncidentTransition.Merge => Needs(facts, user, Permissions.IncidentsMerge),
        IncidentTransition.Unmerge => Unmerge(facts, user, now),
        IncidentTransition.DeclareMajor => DeclareMajor(facts, user),
        IncidentTransition.OverridePriority => Needs(facts, user, Permissions.IncidentsOverridePriority),
        IncidentTransition.Join => Join(facts),
        _ => throw new ArgumentOutOfRangeException(nameof(transition), transition, null),
    };

    /// <summary>Throws what the caller is told when the transition is not for them or not for now.</summary>
    public static void Demand(IncidentTransition transition, IncidentFacts facts, ICurrentUser user, TimeSpan reopenWindow, DateTimeOffset now)
    {
        IncidentLifecycle.Next(facts.State, transition);
        if (Refusal(transition, facts, user, reopenWindow, now) is not { } refusal)
            return;

        throw refusal.Permission is { } permission
            ? new ForbiddenException(permission)
            : new RuleViolationException(refusal.Code, refusal.Message, refusal.Kind);
    }

    // Who starts what nobody has becomes its assignee, and an assignee is a member of the team (ruling 18).
    [RuleOf(IncidentTransition.Start)]
    private static Refusal? Start(IncidentFacts facts, ICurrentUser user)
    {
        if (Needs(facts, user, Permissions.IncidentsWork) is { } forbidden)
            return forbidden;
        if ((facts.TeamId ?? user.DefaultTeamId) is not { } team)
            return Rule("incident.team_missing", "The incident has no team and you have no default team: assign it first.", RuleKind.Meaning);

        return facts.AssigneeId is null && !user.TeamIds.Contains(team)
            ? Rule("incident.assignee_not_member", "Who starts it becomes the assignee, and the assignee must be a member of the team.", RuleKind.Meaning)
            : null;
    }

    [RuleOf(IncidentTransition.Reopen)]
    private static Refusal? Reopen(IncidentFacts facts, ICurrentUser user, TimeSpan window, DateTimeOffset now)
    {
        if (!IsTheirs(facts, user) && Needs(facts, user, Permissions.IncidentsWork) is { } forbidden)
            return forbidden;

        return now - facts.ResolvedAt > window
            ? Rule("incident.reopen_window_passed", "It was resolved too long ago to be reopened. Open a follow-up instead.")
            : null;
    }

    // The requester says yes, and nobody says it for them, who opened it neither; once the window has passed anybody who works on it may.
    [RuleOf(IncidentTransition.Close)]
    private static Refusal? Close(IncidentFacts facts, ICurrentUser user, TimeSpan window, DateTimeOffset now)
    {
        if (user.Id == facts.RequesterId)
            return null;
        if (Needs(facts, user, Permissions.IncidentsWork) is { } forbidden)
            return forbidden;

        return now - facts.ResolvedAt < window
            ? Rule("incident.close_needs_requester", "The requester confirms, or the reopen window passes.")
            : null;
    }

    [RuleOf(IncidentTransition.Unmerge)]
    private static Refusal? Unmerge(IncidentFacts facts, ICurrentUser user, DateTimeOffset now)
    {
        if (Needs(facts, user, Permissions.IncidentsMerge) is { } forbidden)
            return forbidden;
        if (facts.MergedAt is not { } merged)
            return Rule("incident.not_merged", "This incident was not merged.");

        return now - merged > Incident.UnmergeWindow ? Rule("incident.unmerge_window_passed", "A merge can be taken back for 30 days.") : null;
    }

    [RuleOf(IncidentTransition.DeclareMajor)]
    private static Refusal? DeclareMajor(IncidentFacts facts, ICurrentUser user) =>
        Needs(facts, user, Permissions.IncidentsDeclareMajor)
        ?? (facts.IsMajor ? Rule("incident.already_major", "This is a major incident already.") : null)
        ?? (facts.IsRestricted ? Rule("incident.restricted", "Everybody is told of a major incident: a restricted one cannot be declared.") : null);

    [RuleOf(IncidentTransition.Join)]
    private static Refusal? Join(IncidentFacts facts) => facts.IsMajor ? null : Rule("incident.not_major", "Only a major incident can be joined.");

    private static bool IsTheirs(IncidentFacts facts, ICurrentUser user) => user.Id == facts.RequesterId || user.Id == facts.OpenedById;

    private static Refusal? Needs(IncidentFacts facts, ICurrentUser user, string permission) =>
        facts.Lets(user, permission) ? null : new Refusal("forbidden", $"This needs the permission {permission}.", permission);

    private static Refusal Rule(string code, string message, RuleKind kind = RuleKind.State) => new(code, message, null, kind);
}

/// <summary>Why a transition is refused: a missing permission, or a rule.</summary>
internal sealed record Refusal(string Code, string Message, string? Permission, RuleKind Kind = RuleKind.State);
