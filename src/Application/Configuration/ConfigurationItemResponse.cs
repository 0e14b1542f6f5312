using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Configuration;

namespace ServiceDesk.Application.Configuration;

/// <summary>A configuration item of the registry.</summary>
public sealed record ConfigurationItemResponse(Guid Id, string Name, string Type, bool Active, long Version) : IVersioned
{
    internal static ConfigurationItemResponse Of(ConfigurationItem x) => new(x.Id.Value, x.Name, x.Type, x.Active, x.Version);
}
