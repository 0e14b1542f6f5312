using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.People;

/// <summary>A person known to the desk.</summary>
public sealed record UserResponse : IVersioned
{
    public required Guid Id { get; init; }
    public required string UserName { get; init; }
    public required string Name { get; init; }
    public required string? Email { get; init; }
    public required string? Phone { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public required NamedRef? Site { get; init; }
    public required NamedRef? Department { get; init; }
    public required PersonRef? Manager { get; init; }
    public required NamedRef? DefaultTeam { get; init; }
    public required IReadOnlyList<NamedRef> Teams { get; init; }
    public required IReadOnlyList<GrantResponse> Roles { get; init; }
    public required bool Vip { get; init; }
    public required bool Active { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required long Version { get; init; }
}

/// <summary>A role a person holds: everywhere, or only for the tickets of a team or a site.</summary>
public sealed record GrantResponse(Guid Id, RoleRef Role, NamedRef? Team, NamedRef? Site);

/// <summary>A role named in an answer.</summary>
public sealed record RoleRef(Guid Id, string Key, string Name);

/// <summary>A person in a list.</summary>
public sealed record UserRow(
    Guid Id,
    string UserName,
    string Name,
    string? Email,
    string? Phone,
    string Language,
    NamedRef? Site,
    NamedRef? Department,
    IReadOnlyList<NamedRef> Teams,
    IReadOnlyList<string> Roles,
    bool Vip,
    bool Active);
