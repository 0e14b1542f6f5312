using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>What a policy may look at; the category comes with its ancestors, so that a policy on a branch covers its leaves.</summary>
public sealed record TicketFacts(Practice Practice, Priority Priority)
{
    public ServiceId? Service { get; init; }
    public IReadOnlyList<CategoryId> CategoryPath { get; init; } = [];
    public SiteId? Site { get; init; }
    public IReadOnlyList<Guid> RequesterGroups { get; init; } = [];
    public bool Vip { get; init; }
}

/// <summary>Which tickets a policy is for: every condition that is given must hold, none given is every ticket.</summary>
public sealed record PolicyConditions
{
    public static PolicyConditions Everything { get; } = new();

    public Practice? Practice { get; init; }
    public IReadOnlyList<Priority>? Priorities { get; init; }
    public IReadOnlyList<ServiceId>? ServiceIds { get; init; }
    public IReadOnlyList<CategoryId>? CategoryIds { get; init; }
    public IReadOnlyList<SiteId>? SiteIds { get; init; }
    public IReadOnlyList<Guid>? RequesterGroupIds { get; init; }
    public bool? Vip { get; init; }

    public bool Matches(TicketFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);

        return (Practice is null || Practice == facts.Practice)
            && (Priorities is null || Priorities.Contains(facts.Priority))
            && (ServiceIds is null || (facts.Service is { } service && ServiceIds.Contains(service)))
            && (CategoryIds is null || facts.CategoryPath.Any(CategoryIds.Contains))
            && (SiteIds is null || (facts.Site is { } site && SiteIds.Contains(site)))
            && (RequesterGroupIds is null || facts.RequesterGroups.Any(RequesterGroupIds.Contains))
            && (Vip is null || Vip == facts.Vip);
    }

    /// <summary>The name of a condition that no ticket can meet, because its list is empty or names nothing that exists.</summary>
    internal string? Impossible() =>
        Priorities is { Count: 0 } || Priorities?.All(x => !Enum.IsDefined(x)) == true ? "priorities"
        : ServiceIds is { Count: 0 } ? "serviceIds"
        : CategoryIds is { Count: 0 } ? "categoryIds"
        : SiteIds is { Count: 0 } ? "siteIds"
        : RequesterGroupIds is { Count: 0 } ? "requesterGroupIds"
        : Practice is { } practice && !Enum.IsDefined(practice) ? "practice"
        : null;
}
