using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Catalog;

public readonly record struct CategoryId(Guid Value) : ITypedId<CategoryId>
{
    public static CategoryId From(Guid value) => new(value);

    public static CategoryId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct ServiceId(Guid Value) : ITypedId<ServiceId>
{
    public static ServiceId From(Guid value) => new(value);

    public static ServiceId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>What a ticket is about; a tree.</summary>
public sealed class Category : AggregateRoot, IVersioned
{
    private Category() { }

    public CategoryId Id { get; private init; }
    public string Key { get; private init; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Both("");
    public CategoryId? ParentId { get; private set; }

    /// <summary>Whose queue a ticket goes to that is opened without a team.</summary>
    public TeamId? DefaultTeamId { get; private set; }
    public bool Active { get; private set; } = true;
    public long Version { get; private set; } = 1;

    public static Category Define(string key, LocalizedText name, CategoryId? parent, DateTimeOffset now, TeamId? defaultTeam = null) =>
        new() { Id = CategoryId.New(now), Key = key, Name = name, ParentId = parent, DefaultTeamId = defaultTeam };

    public void Describe(LocalizedText name, CategoryId? parent, TeamId? defaultTeam, bool active)
    {
        if (parent == Id)
            throw RuleViolationException.Meaning("category.cycle", "A category cannot be its own parent.");

        (Name, ParentId, DefaultTeamId, Active, Version) = (name, parent, defaultTeam, active, Version + 1);
    }
}

/// <summary>A service the organisation uses and the desk keeps running: "Mail", "Payroll".</summary>
public sealed class BusinessService : AggregateRoot, IVersioned
{
    private BusinessService() { }

    public ServiceId Id { get; private init; }
    public string Key { get; private init; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Both("");
    public bool Active { get; private set; } = true;
    public long Version { get; private set; } = 1;

    public static BusinessService Define(string key, LocalizedText name, DateTimeOffset now) =>
        new() { Id = ServiceId.New(now), Key = key, Name = name };

    public void Describe(LocalizedText name, bool active) => (Name, Active, Version) = (name, active, Version + 1);
}
