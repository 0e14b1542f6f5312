using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>Which tickets a published version applies to: those opened from now on, or the open ones as well.</summary>
public enum PolicyReach
{
    New,
    Open,
}

/// <summary>What a policy said from one publication to the next; a draft until it is published.</summary>
public sealed class PolicyVersion
{
    private PolicyVersion() { }

    internal PolicyVersion(PolicyId policy, int number, PolicyDefinition definition, Act act) =>
        (PolicyId, Number, Definition, DraftedAt, DraftedBy) = (policy, number, definition, act.At, act.By);

    public PolicyId PolicyId { get; private init; }
    public int Number { get; private init; }
    public PolicyDefinition Definition { get; private set; } = null!;
    public DateTimeOffset DraftedAt { get; private set; }
    public UserId DraftedBy { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public UserId? PublishedBy { get; private set; }
    public PolicyReach? Reach { get; private set; }
    public bool IsPublished => PublishedAt is not null;

    internal void Redraft(PolicyDefinition definition, Act act) => (Definition, DraftedAt, DraftedBy) = (definition, act.At, act.By);

    internal void Publish(PolicyReach reach, Act act) => (Reach, PublishedAt, PublishedBy) = (reach, act.At, act.By);
}

/// <summary>
/// A promise of service: the first policy by order whose conditions match a ticket applies to it. Published versions never change.
/// </summary>
public sealed class ServiceLevelPolicy : AggregateRoot, IVersioned
{
    public const int NameMaxLength = 120;

    private readonly List<PolicyVersion> versions = [];

    private ServiceLevelPolicy() { }

    public PolicyId Id { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>Lowest first; the older policy goes first among equals.</summary>
    public int Order { get; private set; }
    public bool Active { get; private set; } = true;
    public long Version { get; private set; } = 1;
    public IReadOnlyList<PolicyVersion> Versions => versions;

    /// <summary>The latest published version.</summary>
    public PolicyVersion Current => versions.Where(x => x.IsPublished).MaxBy(x => x.Number)!;

    public PolicyVersion? Draft => versions.FirstOrDefault(x => !x.IsPublished);

    /// <summary>Publishes version 1 for new tickets at once (ruling 24).</summary>
    public static ServiceLevelPolicy Introduce(string name, int order, PolicyDefinition definition, BusinessCalendar calendar, Act act)
    {
        PolicyRules.RequireSound(definition, calendar, act.At);

        var policy = new ServiceLevelPolicy { Id = PolicyId.New(act.At), Name = Named(name), Order = order };
        policy.versions.Add(new PolicyVersion(policy.Id, 1, definition, act));
        policy.versions[0].Publish(PolicyReach.New, act);
        policy.Raise(new PolicyPublished(policy.Id, 1, PolicyReach.New, act.By, act.At));
        return policy;
    }

    /// <summary>The policy that applies to a ticket, if any; the order given does not matter.</summary>
    public static ServiceLevelPolicy? FirstMatch(IEnumerable<ServiceLevelPolicy> policies, TicketFacts facts) => policies
        .Where(x => x.Active && x.Current.Definition.When.Matches(facts))
        .OrderBy(x => x.Order).ThenBy(x => x.Id.Value)
        .FirstOrDefault();

    /// <summary>Writes the next version, or writes it anew while it has not been published.</summary>
    public void Redraft(PolicyDefinition definition, BusinessCalendar calendar, Act act)
    {
        PolicyRules.RequireSound(definition, calendar, act.At);

        if (Draft is { } draft)
            draft.Redraft(definition, act);
        else
            versions.Add(new PolicyVersion(Id, versions.Max(x => x.Number) + 1, definition, act));

        Version++;
    }

    /// <summary>The draft applies from now on; checked again, as its calendar may have changed since it was written.</summary>
    public void Publish(PolicyReach reach, BusinessCalendar calendar, Act act)
    {
        var draft = Draft ?? throw new RuleViolationException("policy.no_draft", "There is no draft to publish.");
        PolicyRules.RequireSound(draft.Definition, calendar, act.At);

        draft.Publish(reach, act);
        Version++;
        Raise(new PolicyPublished(Id, draft.Number, reach, act.By, act.At));
    }

    public void DiscardDraft()
    {
        if (Draft is not { } draft)
            throw new RuleViolationException("policy.no_draft", "There is no draft to discard.");

        versions.Remove(draft);
        Version++;
    }

    public void Describe(string name, int order) => (Name, Order, Version) = (Named(name), order, Version + 1);

    /// <summary>No ticket gets it any more; clocks that run under it go on.</summary>
    public void Deactivate() => (Active, Version) = (false, Version + 1);

    public void Reactivate() => (Active, Version) = (true, Version + 1);

    public PolicyVersion VersionOf(int number) =>
        versions.FirstOrDefault(x => x.Number == number)
        ?? throw new RuleViolationException("policy.version_unknown", $"The policy has no version {number}.");

    /// <summary>The terms a clock starts under now; null where the current version does not promise this target.</summary>
    public ClockTerms? TermsFor(ServiceLevelTarget target, int calendarVersion)
    {
        var current = Current;

        return current.Definition.Targets.For(target) is { } seconds
            ? new ClockTerms(Id, current.Number, current.Definition.CalendarId, calendarVersion, seconds)
            : null;
    }

    private static string Named(string name) => name?.Trim() is { Length: > 0 and <= NameMaxLength } trimmed
        ? trimmed
        : throw RuleViolationException.Meaning("policy.name", $"A policy has a name of at most {NameMaxLength} characters.");
}
