using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Catalog;

/// <summary>A field an administrator added to tickets.</summary>
public sealed record CustomFieldResponse(
    Guid Id, string Key, CustomFieldType Type, string Name, LocalizedText Names, bool Required, IReadOnlyList<CustomFieldOptionResponse> Options,
    Practice? Practice, bool Active, long Version) : IVersioned
{
    internal static CustomFieldResponse Of(CustomField x, string language) => new(
        x.Id.Value, x.Key, x.Type, x.Name.In(language), x.Name, x.Required,
        [.. x.Options.Select(o => new CustomFieldOptionResponse(o.Key, o.Name.In(language), o.Name))], x.Practice, x.Active, x.Version);
}

public sealed record CustomFieldOptionResponse(string Key, string Name, LocalizedText Names);

/// <summary>A value a choice offers; the key is what tickets hold.</summary>
public sealed record CustomFieldOptionBody(string Key, LocalizedText Name)
{
    internal static IReadOnlyList<CustomFieldOption> Read(IReadOnlyList<CustomFieldOptionBody>? options) =>
        [.. (options ?? []).Select(o => new CustomFieldOption(o.Key, o.Name))];
}
