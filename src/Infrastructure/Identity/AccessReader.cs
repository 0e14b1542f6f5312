using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.People;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>
/// Turns a session or a token into the rights of its owner. Kept for two seconds, so that a hot path asks the database for
/// nothing and a revocation reaches every server within them; a change made on this server counts at once.
/// </summary>
public sealed class AccessReader(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Entry> cache = new();

    /// <summary>Null when the session is over, revoked, or its owner no longer active.</summary>
    public Task<ICurrentUser?> OfSessionAsync(Guid session, CancellationToken ct) =>
        CachedAsync("s:" + session, async db =>
        {
            var now = clock.GetUtcNow();
            var idle = now - Accounts.IdleLifetime;
            var live = await db.Set<Session>()
                .Where(s => s.Id == session && s.RevokedAt == null && s.ExpiresAt > now && (s.LastSeenAt ?? s.CreatedAt) > idle)
                .Select(s => new { s.UserId, Seen = s.LastSeenAt ?? s.CreatedAt }).SingleOrDefaultAsync(ct);
            if (live is null)
                return null;
            if (now - live.Seen > SeenStep)
                await db.Set<Session>().Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), ct);
            return await LoadAsync(db, new UserId(live.UserId), [], "session", ct);
        });

    /// <summary>Null when there is no such token, it was revoked, has expired, or its owner is no longer active.</summary>
    public Task<ICurrentUser?> OfTokenAsync(byte[] hash, CancellationToken ct) =>
        CachedAsync("t:" + Convert.ToHexString(hash), async db =>
        {
            var now = clock.GetUtcNow();
            var token = await db.Set<ApiToken>().SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now), ct);
            if (token is null)
                return null;
            if (token.LastUsedAt is not { } used || now - used > TimeSpan.FromMinutes(1))
                await db.Set<ApiToken>().Where(t => t.Id == token.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.LastUsedAt, now), ct);
            return await LoadAsync(db, new UserId(token.UserId), token.Scopes, "token", ct);
        });

    /// <summary>Rights, teams or sessions changed on this server.</summary>
    public void Forget() => cache.Clear();

    private async Task<ICurrentUser?> CachedAsync(string key, Func<ServiceDeskDbContext, Task<ICurrentUser?>> load)
    {
        if (cache.TryGetValue(key, out var entry) && clock.GetElapsedTime(entry.LoadedAt) < Lifetime)
            return entry.User;

        if (cache.Count > 50_000)
            cache.Clear();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(new SystemUser());
        var user = await load(scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>());
        cache[key] = new Entry(user, clock.GetTimestamp());
        return user;
    }

    private static async Task<ICurrentUser?> LoadAsync(ServiceDeskDbContext db, UserId id, string[] scopes, string via, CancellationToken ct)
    {
        var user = await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.Active, ct);
        if (user is null)
            return null;

        var grants = await db.Set<Grant>().AsNoTracking().Where(g => g.UserId == id)
            .Join(db.Set<Role>(), g => g.RoleId, r => r.Id, (g, r) => new { g.TeamId, g.SiteId, r.Permissions }).ToListAsync(ct);
        var teams = await db.Set<TeamMember>().AsNoTracking().Where(m => m.UserId == id).Select(m => m.TeamId).ToListAsync(ct);
        var allowed = scopes.Length == 0 ? null : scopes.ToHashSet();
        bool InScope(string permission) => allowed is null || allowed.Contains(permission);
        var rights = grants.SelectMany(g => g.Permissions.Where(InScope)
                .Where(p => g is { TeamId: null, SiteId: null } || !AccessRules.IsAdministrative(p)).Select(p => (Permission: p, Limit: (g.TeamId, g.SiteId))))
            .GroupBy(r => r.Permission, r => r.Limit).ToDictionary(r => r.Key, r => Reach.Of([.. r]));
        // No role has to give it, but a token that is limited does only what its scopes name.
        if (InScope(Permissions.SignedIn))
            rights[Permissions.SignedIn] = Reach.All;
        return new AccessSnapshot
        {
            Id = id,
            Name = user.Name,
            Language = user.Language,
            TimeZone = user.TimeZone,
            DefaultTeamId = user.DefaultTeamId ?? (teams.Count == 1 ? teams[0] : null),
            TeamIds = teams,
            Rights = rights,
            Via = via,
        };
    }

    private sealed record Entry(ICurrentUser? User, long LoadedAt);
}
