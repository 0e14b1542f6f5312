using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Gives policies without asking the database: published versions never change, what is in force may be two seconds old.</summary>
public interface IPolicyBook
{
    /// <summary>The policies in force, in the order in which they are tried.</summary>
    ValueTask<PoliciesInForce> InForceAsync(CancellationToken ct);

    /// <summary>What a version said that a clock runs under.</summary>
    ValueTask<PolicyDefinition> DefinitionAsync(PolicyId id, int version, CancellationToken ct);

    /// <summary>What is in force has changed on this server: the next reader looks.</summary>
    void Forget();
}

/// <summary>A published version of a policy with the version of its calendar that new clocks count by.</summary>
public sealed record PolicyEdition(PolicyId Id, int Version, string Name, PolicyDefinition Definition, int CalendarVersion)
{
    /// <summary>The terms of a clock that starts under it now; null where it does not promise this target.</summary>
    public ClockTerms? TermsFor(ServiceLevelTarget target) => Definition.Targets.For(target) is { } seconds
        ? new ClockTerms(Id, Version, Definition.CalendarId, CalendarVersion, seconds)
        : null;
}

/// <summary>The active policies in order, and the tree of categories that their conditions look at.</summary>
public sealed record PoliciesInForce(IReadOnlyList<PolicyEdition> InOrder, IReadOnlyDictionary<CategoryId, CategoryId?> Parents)
{
    /// <summary>Some policy asks who the requester is, so that has to be looked up.</summary>
    public bool AsksForRequester { get; } = InOrder.Any(x => x.Definition.When is { Vip: not null } or { RequesterGroupIds: not null });

    /// <summary>
    /// The one for what no other is for. Its calendar stands for the hours of business, as no person has a calendar of their own.
    /// </summary>
    public PolicyEdition? Last => InOrder is [.., var last] ? last : null;

    public PolicyEdition? FirstMatch(TicketFacts facts) => InOrder.FirstOrDefault(x => x.Definition.When.Matches(facts));

    /// <summary>A category and all it is below, so that a policy on a branch covers its leaves.</summary>
    public IReadOnlyList<CategoryId> PathOf(CategoryId? category)
    {
        List<CategoryId> path = [];
        for (var at = category; at is { } id && !path.Contains(id); at = Parents.GetValueOrDefault(id))
            path.Add(id);

        return path;
    }
}
