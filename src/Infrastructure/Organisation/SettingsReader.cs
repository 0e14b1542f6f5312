using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Domain.Organisation;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Organisation;

/// <summary>Keeps the settings for two seconds; a change made on this server counts at once.</summary>
public sealed class SettingsReader(IServiceScopeFactory scopes, TimeProvider clock) : ISettingsReader
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);
    private (OrganisationSettings Settings, long LoadedAt)? kept;

    public async ValueTask<OrganisationSettings> GetAsync(CancellationToken ct)
    {
        if (kept is { } fresh && clock.GetElapsedTime(fresh.LoadedAt) < Lifetime)
            return fresh.Settings;

        await using var scope = scopes.CreateAsyncScope();
        var settings = await scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>().Settings.AsNoTracking().SingleAsync(ct);
        kept = (settings, clock.GetTimestamp());
        return settings;
    }

    public void Forget() => kept = null;
}
