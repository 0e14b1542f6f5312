using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Notifications;

/// <summary>Which tickets people see who are not calling: an alarm may name anybody, and tells nobody of what they could not open.</summary>
public sealed class WhoSees(IServiceDeskDb db)
{
    /// <summary>Of these people, those who are there and no machine.</summary>
    public async Task<IReadOnlyDictionary<UserId, TicketReader>> AmongAsync(IReadOnlyCollection<UserId> asked, CancellationToken ct)
    {
        if (asked.Count == 0)
            return new Dictionary<UserId, TicketReader>();

        var people = await db.Users.Where(u => asked.Contains(u.Id) && u.Active && !u.IsService).Select(u => u.Id).ToListAsync(ct);
        var grants = await db.Set<Grant>().AsNoTracking().Where(g => people.Contains(g.UserId))
            .Join(db.Set<Role>(), g => g.RoleId, r => r.Id, (g, r) => new
            {
                g.UserId,
                g.TeamId,
                g.SiteId,
                All = r.Permissions.Contains(Permissions.TicketsReadAll),
                Restricted = r.Permissions.Contains(Permissions.TicketsReadRestricted),
            }).ToListAsync(ct);
        var teams = (await db.Set<TeamMember>().AsNoTracking().Where(m => people.Contains(m.UserId)).Select(m => new { m.UserId, m.TeamId }).ToListAsync(ct))
            .ToLookup(m => m.UserId, m => m.TeamId);

        // A right that administers counts from a grant without a limit alone, as it does for who is calling.
        return people.ToDictionary(p => p, p => new TicketReader(
            p, Reach.Of([.. grants.Where(g => g.UserId == p && g.All).Select(g => (g.TeamId, g.SiteId))]),
            grants.Any(g => g.UserId == p && g is { Restricted: true, TeamId: null, SiteId: null }), [.. teams[p]]));
    }
}
