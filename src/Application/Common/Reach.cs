using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Common;

/// <summary>For which tickets a permission counts: for all, or for those of the teams and sites that its grants are limited to.</summary>
public sealed record Reach(bool Everywhere, IReadOnlyList<TeamId> Teams, IReadOnlyList<SiteId> Sites)
{
    public static readonly Reach All = new(Everywhere: true, [], []);
    public static readonly Reach None = new(Everywhere: false, [], []);

    public bool IsNone => !Everywhere && Teams.Count == 0 && Sites.Count == 0;

    /// <summary>Whether it counts for a ticket of this team at this site.</summary>
    public bool Covers(TeamId? team, SiteId? site) =>
        Everywhere || (team is { } t && Teams.Contains(t)) || (site is { } s && Sites.Contains(s));

    /// <summary>What several grants give together, each everywhere or limited to a team or a site.</summary>
    public static Reach Of(IReadOnlyCollection<(TeamId? Team, SiteId? Site)> grants) =>
        grants.Any(g => g is { Team: null, Site: null }) ? All
        : new(Everywhere: false, [.. grants.Select(g => g.Team).OfType<TeamId>().Distinct()], [.. grants.Select(g => g.Site).OfType<SiteId>().Distinct()]);
}
