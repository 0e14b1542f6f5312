using ServiceDesk.Domain.Organisation;

namespace ServiceDesk.Application.Organisation;

/// <summary>The organisation's settings, kept in memory for a few seconds: every command asks for them.</summary>
public interface ISettingsReader
{
    ValueTask<OrganisationSettings> GetAsync(CancellationToken ct);
}
