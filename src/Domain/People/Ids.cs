using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.People;

/// <summary>A person, or the system itself (<see cref="System"/>).</summary>
public readonly record struct UserId(Guid Value) : ITypedId<UserId>
{
    /// <summary>The product acting by itself: workers, auto-close, alarms.</summary>
    public static readonly UserId System = new(new Guid("00000000-0000-7000-8000-000000000001"));

    public static UserId From(Guid value) => new(value);

    public static UserId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct TeamId(Guid Value) : ITypedId<TeamId>
{
    public static TeamId From(Guid value) => new(value);

    public static TeamId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct SiteId(Guid Value) : ITypedId<SiteId>
{
    public static SiteId From(Guid value) => new(value);

    public static SiteId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct DepartmentId(Guid Value) : ITypedId<DepartmentId>
{
    public static DepartmentId From(Guid value) => new(value);

    public static DepartmentId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct RoleId(Guid Value) : ITypedId<RoleId>
{
    public static RoleId From(Guid value) => new(value);

    public static RoleId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}
