using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.People;

/// <summary>A place of the organisation, where people sit and technicians go.</summary>
public sealed class Site : AggregateRoot, IVersioned
{
    private Site() { }

    public SiteId Id { get; private init; }
    public string Name { get; private set; } = "";
    public string? Address { get; private set; }
    public string TimeZone { get; private set; } = "Etc/UTC";
    public bool Active { get; private set; } = true;
    public long Version { get; private set; } = 1;

    public static Site Open(string name, string? address, string timeZone, DateTimeOffset now) =>
        new() { Id = SiteId.New(now), Name = name, Address = address, TimeZone = timeZone };

    public void Describe(string name, string? address, string timeZone, bool active) =>
        (Name, Address, TimeZone, Active, Version) = (name, address, timeZone, active, Version + 1);
}

/// <summary>A part of the organisation people belong to.</summary>
public sealed class Department : AggregateRoot, IVersioned
{
    private Department() { }

    public DepartmentId Id { get; private init; }
    public string Name { get; private set; } = "";
    public bool Active { get; private set; } = true;
    public long Version { get; private set; } = 1;

    public static Department Open(string name, DateTimeOffset now) => new() { Id = DepartmentId.New(now), Name = name };

    public void Describe(string name, bool active) => (Name, Active, Version) = (name, active, Version + 1);
}
