using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

internal sealed class Sessions(ServiceDeskDbContext db, Caller caller, TimeProvider clock) : ISessions
{
    public async Task<Page<SessionRow>> ListAsync(CancellationToken ct)
    {
        var rows = await Live().AsNoTracking().OrderByDescending(s => s.CreatedAt).Take(Paging.MaxLimit).ToListAsync(ct);
        return new Page<SessionRow>(
            [.. rows.Select(s => new SessionRow(
                s.Id, s.CreatedAt, s.LastSeenAt ?? s.CreatedAt, s.ExpiresAt, s.RemoteAddress, Browser.Name(s.UserAgent), s.Id == caller.SessionId))],
            null);
    }

    public async Task EndAsync(Guid id, CancellationToken ct)
    {
        var session = await Live().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException("The session");
        session.RevokedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
    }

    public async Task EndOthersAsync(CancellationToken ct)
    {
        var current = caller.SessionId;
        foreach (var session in await Live().Where(s => s.Id != current).ToListAsync(ct))
            session.RevokedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
    }

    private IQueryable<Session> Live()
    {
        var (me, now) = (caller.User.Id.Value, clock.GetUtcNow());
        var idle = now - Accounts.IdleLifetime;
        return db.Set<Session>().Where(s => s.UserId == me && s.RevokedAt == null && s.ExpiresAt > now && (s.LastSeenAt ?? s.CreatedAt) > idle);
    }
}

/// <summary>"Firefox on Linux": enough to know one's own again.</summary>
internal static class Browser
{
    // The first that fits: most claim to be several.
    private static readonly (string Sign, string Name)[] Programs =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string? Name(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent))
            return null;

        var (program, system) = (Find(Programs, agent), Find(Systems, agent));
        return (program, system) switch
        {
            (not null, not null) => $"{program} on {system}",
            (null, null) => agent.Length > 60 ? agent[..60] : agent,
            _ => program ?? system,
        };
    }

    private static string? Find((string Sign, string Name)[] known, string agent) =>
        known.FirstOrDefault(k => agent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
