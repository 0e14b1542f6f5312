using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.Catalog;

/// <summary>A service: its name in the reader's language, and as an administrator wrote it.</summary>
public sealed record ServiceResponse(Guid Id, string Key, string Name, LocalizedText Names, bool Active, long Version) : IVersioned
{
    internal static ServiceResponse Of(BusinessService x, string language) =>
        new(x.Id.Value, x.Key, x.Name.In(language), x.Name, x.Active, x.Version);
}
