using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.Catalog;

/// <summary>
/// A category: its name in the reader's language, and as an administrator wrote it. A ticket that is opened without a team goes to the
/// default team, as long as that is active.
/// </summary>
public sealed record CategoryResponse(
    Guid Id, string Key, string Name, LocalizedText Names, Guid? ParentId, Guid? DefaultTeamId, bool Active, long Version)
    : IVersioned
{
    internal static CategoryResponse Of(Category x, string language) =>
        new(x.Id.Value, x.Key, x.Name.In(language), x.Name, x.ParentId?.Value, x.DefaultTeamId?.Value, x.Active, x.Version);
}
