using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>Keeps what is in force for two seconds and published versions for good; a change made on this server counts at once.</summary>
internal sealed class PolicyBook(IServiceScopeFactory scopes, TimeProvider clock) : IPolicyBook, IDisposable
{
    private const int Room = 10_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(PolicyId, int), PolicyDefinition> versions = new();
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Kept? kept;

    public async ValueTask<PoliciesInForce> InForceAsync(CancellationToken ct)
    {
        if (Fresh() is { } fresh)
            return fresh;

        // One of many who find it too old looks; what was forgotten meanwhile is not put back.
        await loading.WaitAsync(ct);
        try
        {
            if (Fresh() is { } loaded)
                return loaded;

            var started = new Kept(null, clock.GetTimestamp());
            kept = started;
            var inForce = await LoadAsync(ct);
            Interlocked.CompareExchange(ref kept, started with { Policies = inForce }, started);
            return inForce;
        }
        finally
        {
            loading.Release();
        }
    }

    public async ValueTask<PolicyDefinition> DefinitionAsync(PolicyId id, int version, CancellationToken ct)
    {
        if (versions.TryGetValue((id, version), out var known))
            return known;

        await using var scope = scopes.CreateAsyncScope();
        var definition = await scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>().Set<PolicyVersion>().AsNoTracking()
            .Where(v => v.PolicyId == id && v.Number == version && v.PublishedAt != null).Select(v => v.Definition).SingleAsync(ct);
        return Keep(id, version, definition);
    }

    public void Forget() => kept = null;

    public void Dispose() => loading.Dispose();

    private PoliciesInForce? Fresh() => kept is { Policies: { } policies } k && clock.GetElapsedTime(k.At) < Lifetime ? policies : null;

    private async Task<PoliciesInForce> LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>();
        var policies = await db.Set<ServiceLevelPolicy>().AsNoTracking().Where(p => p.Active).OrderBy(p => p.Order).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Name, Current = p.Versions.Where(v => v.PublishedAt != null).OrderByDescending(v => v.Number).First() })
            .ToListAsync(ct);
        var calendars = await db.Set<CalendarVersion>().GroupBy(v => v.CalendarId)
            .Select(g => new { Id = g.Key, Version = g.Max(v => v.Number) }).ToDictionaryAsync(x => x.Id, x => x.Version, ct);
        var parents = await db.Categories.Select(c => new { c.Id, c.ParentId }).ToDictionaryAsync(c => c.Id, c => c.ParentId, ct);

        return new PoliciesInForce(
            [.. policies.Where(p => calendars.ContainsKey(p.Current.Definition.CalendarId)).Select(p => new PolicyEdition(
                p.Id, p.Current.Number, p.Name, Keep(p.Id, p.Current.Number, p.Current.Definition), calendars[p.Current.Definition.CalendarId]))],
            parents);
    }

    private PolicyDefinition Keep(PolicyId id, int version, PolicyDefinition definition)
    {
        if (versions.Count >= Room)
            versions.Clear();

        return versions.GetOrAdd((id, version), definition);
    }

    private sealed record Kept(PoliciesInForce? Policies, long At);
}
