using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>What a policy names must be there; the rest is the domain's to judge.</summary>
public sealed class PolicyChecks(IServiceDeskDb db, CalendarLibrary library)
{
    public const int MaxIds = 500;
    public const int MaxAlarms = 50;
    public const int ChainMaxLength = 100;

    /// <summary>The calendar of a definition as it is published now.</summary>
    public async Task<BusinessCalendar> CalendarAsync(PolicyDefinition definition, CancellationToken ct) =>
        await library.CurrentVersionAsync(definition.CalendarId, ct) is { } version
            ? await library.OpenAsync(definition.CalendarId, version, ct)
            : throw RuleViolationException.Meaning("calendar.unknown", "calendarId names no calendar.");

    /// <summary>Refuses ids that name nothing: no ticket could meet such a condition.</summary>
    public async Task RequireKnownAsync(PolicyDefinition definition, CancellationToken ct)
    {
        var when = definition.When;
        var (services, categories, sites, groups) = (when.ServiceIds ?? [], when.CategoryIds ?? [], when.SiteIds ?? [], when.RequesterGroupIds ?? []);

        Require(await db.Services.CountAsync(s => services.Contains(s.Id), ct) == services.Distinct().Count(), "service.unknown", "serviceIds");
        Require(await db.Categories.CountAsync(c => categories.Contains(c.Id), ct) == categories.Distinct().Count(), "category.unknown", "categoryIds");
        Require(await db.Sites.CountAsync(s => sites.Contains(s.Id), ct) == sites.Distinct().Count(), "site.unknown", "siteIds");
        if (groups.Count > 0)
            Require(await GroupsAsync(groups, ct) == groups.Distinct().Count(), "requester_group.unknown", "requesterGroupIds");
        await RequireActiveAsync(definition.Alarms, ct);
    }

    // Whoever has left hears of nothing, and a team out of use is given nothing: an alarm that names them would do nothing.
    private async Task RequireActiveAsync(IReadOnlyList<PolicyAlarm> alarms, CancellationToken ct)
    {
        var named = alarms.SelectMany((alarm, i) => alarm.Actions.Select((action, k) => (action.User, action.Team, At: $"alarms[{i}].actions[{k}]"))).ToList();
        var (users, teams) = (named.Select(a => a.User).OfType<UserId>().ToList(), named.Select(a => a.Team).OfType<TeamId>().ToList());
        var people = users.Count == 0 ? [] : await db.Users.Where(u => users.Contains(u.Id) && u.Active && !u.IsService).Select(u => u.Id).ToListAsync(ct);
        var known = teams.Count == 0 ? [] : await db.Teams.Where(t => teams.Contains(t.Id) && t.Active).Select(t => t.Id).ToListAsync(ct);

        foreach (var (user, team, at) in named)
        {
            if (user is { } person && !people.Contains(person))
                throw RuleViolationException.Meaning("policy.person_unknown", $"{at}.userId names nobody who is active.", $"{at}.userId");
            if (team is { } group && !known.Contains(group))
                throw RuleViolationException.Meaning("team.unknown", $"{at}.teamId names no active team.", $"{at}.teamId");
        }
    }

    internal static bool Fits(ConditionsBody? when) =>
        when is null || new[] { when.ServiceIds, when.CategoryIds, when.SiteIds, when.RequesterGroupIds }.All(ids => ids is null || ids.Count <= MaxIds);

    internal static bool Fits(IReadOnlyList<AlarmBody>? alarms) =>
        alarms is null || (alarms.Count <= MaxAlarms && alarms.All(a => (a.Actions?.Count ?? 0) <= 10 && (a.Actions ?? []).All(x => x.Chain is not { Length: > ChainMaxLength })));

    private async Task<int> GroupsAsync(IReadOnlyList<Guid> groups, CancellationToken ct)
    {
        var (departments, teams) = (groups.Select(DepartmentId.From).ToList(), groups.Select(TeamId.From).ToList());
        return await db.Set<Department>().CountAsync(d => departments.Contains(d.Id), ct) + await db.Teams.CountAsync(t => teams.Contains(t.Id), ct);
    }

    private static void Require(bool known, string code, string member)
    {
        if (!known)
            throw RuleViolationException.Meaning(code, $"{member} names something that is not there.");
    }
}

/// <summary>Bounds that bodies of policies share.</summary>
internal static class PolicyBounds
{
    public static IRuleBuilderOptions<T, ConditionsBody?> BoundedConditions<T>(this IRuleBuilder<T, ConditionsBody?> rule) =>
        rule.Must(PolicyChecks.Fits).WithMessage($"At most {PolicyChecks.MaxIds} ids in each condition.");

    public static IRuleBuilderOptions<T, IReadOnlyList<AlarmBody>?> BoundedAlarms<T>(
        this IRuleBuilder<T, IReadOnlyList<AlarmBody>?> rule) =>
        rule.Must(PolicyChecks.Fits).WithMessage(
            $"At most {PolicyChecks.MaxAlarms} alarms with 10 actions each, and names of chains of at most {PolicyChecks.ChainMaxLength} characters.");
}
