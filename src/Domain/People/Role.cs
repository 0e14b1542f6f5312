using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.People;

/// <summary>A named bundle of permissions. Built-in roles may be extended but not removed.</summary>
public sealed class Role : AggregateRoot, IVersioned
{
    private Role() { }

    public RoleId Id { get; private init; }

    /// <summary>Stable word: "technician".</summary>
    public string Key { get; private init; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Both("");
    public string[] Permissions { get; private set; } = [];
    public bool BuiltIn { get; private init; }
    public long Version { get; private set; } = 1;

    public static Role Define(string key, LocalizedText name, IEnumerable<string> permissions, DateTimeOffset now, bool builtIn = false) => new()
    {
        Id = RoleId.New(now),
        Key = key,
        Name = name,
        Permissions = [.. permissions.Order(StringComparer.Ordinal)],
        BuiltIn = builtIn,
    };

    public void Describe(LocalizedText name, IEnumerable<string> permissions) =>
        (Name, Permissions, Version) = (name, [.. permissions.Distinct().Order(StringComparer.Ordinal)], Version + 1);

    /// <summary>Who holds the role is about to change under a rule about its holders: two such changes at once cannot both count.</summary>
    public void HoldersChange() => Version++;
}

/// <summary>A role held by a person, everywhere or only for one team's or one site's tickets.</summary>
public sealed class Grant : AggregateRoot
{
    private Grant() { }

    public Guid Id { get; private init; }
    public UserId UserId { get; private init; }
    public RoleId RoleId { get; private init; }
    public TeamId? TeamId { get; private init; }
    public SiteId? SiteId { get; private init; }

    public static Grant Give(UserId user, RoleId role, DateTimeOffset now, TeamId? team = null, SiteId? site = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = user,
        RoleId = role,
        TeamId = team,
        SiteId = site,
    };
}
