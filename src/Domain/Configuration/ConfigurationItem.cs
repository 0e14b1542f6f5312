using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.Configuration;

public readonly record struct ConfigurationItemId(Guid Value) : ITypedId<ConfigurationItemId>
{
    public static ConfigurationItemId From(Guid value) => new(value);

    public static ConfigurationItemId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>A thing under management that tickets are about: a server, a laptop, an application.</summary>
public sealed class ConfigurationItem : AggregateRoot, IVersioned
{
    public const int NameMaxLength = 200;
    public const int TypeMaxLength = 60;

    private ConfigurationItem() { }

    public ConfigurationItemId Id { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>The kind of item: "server", "laptop", "application".</summary>
    public string Type { get; private set; } = "";
    public bool Active { get; private set; } = true;
    public long Version { get; private set; } = 1;

    public static ConfigurationItem Register(string name, string type, DateTimeOffset now) =>
        new() { Id = ConfigurationItemId.New(now), Name = name, Type = type };

    public void Describe(string name, string type, bool active) => (Name, Type, Active, Version) = (name, type, active, Version + 1);
}
