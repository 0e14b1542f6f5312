using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>A named bundle of permissions. Built-in ones may be extended, not cut down or removed.</summary>
public sealed record RoleResponse(
    Guid Id, string Key, string Name, LocalizedText Names, IReadOnlyList<string> Permissions, bool BuiltIn, long Version) : IVersioned
{
    internal static RoleResponse Of(Role r, string language) => new(r.Id.Value, r.Key, r.Name.In(language), r.Name, r.Permissions, r.BuiltIn, r.Version);
}
