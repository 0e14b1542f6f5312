using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Notifications;

/// <summary>Turns what happened to tickets into what people are told, many events in a few statements.</summary>
internal sealed class NotificationReaction(IServiceDeskDb db, TimeProvider clock) : IBatchReaction
{
    public async Task ReactAsync(IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        var happened = deliveries.Where(d => d.Event is ITicketEvent).Select(d => (d.Id, Event: (ITicketEvent)d.Event)).ToList();
        var tickets = await PeopleAsync([.. happened.Select(h => h.Event.TicketId).Distinct()], ct);
        var told = happened.Where(h => tickets.ContainsKey(h.Event.TicketId))
            .SelectMany(h => NotificationRules.Of(h.Event, tickets[h.Event.TicketId]).Where(t => t.User != h.Event.By).Select(t => (h.Id, h.Event, Told: t)))
            .DistinctBy(x => (x.Id, x.Told.User, x.Told.Kind)).ToList();
        if (told.Count == 0)
            return;

        var readers = await ReadersAsync([.. told.Select(x => x.Told.User).Distinct()], ct);
        foreach (var (delivery, e, t) in told)
        {
            if (readers.TryGetValue(t.User, out var reader) && reader.Wants(t.Kind))
                db.Set<Notification>().Add(Notification.Tell(t.User, t.Kind, e.TicketId, e.By, delivery, Json(t.Data), clock.GetUtcNow()));
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<Dictionary<TicketId, TicketPeople>> PeopleAsync(List<TicketId> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];

        return await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new TicketPeople(
            t.Id, t.Restricted, t.RequesterId, t.OpenedById, t.AssigneeId,
            db.Teams.Where(x => x.Id == t.TeamId).Select(x => x.LeadId).FirstOrDefault(),
            db.Users.Where(u => db.Teams.Any(x => x.Id == t.TeamId && x.LeadId == u.Id)).Select(u => u.ManagerId).FirstOrDefault(),
            t is Incident && ((Incident)t).Major != null ? ((Incident)t).Major!.LeadId : null,
            t.Watchers.Select(w => w.UserId).ToList(),
            db.Set<TeamMember>().Where(m => m.TeamId == t.TeamId).Select(m => m.UserId).ToList())).AsSplitQuery().ToDictionaryAsync(p => p.Id, ct);
    }

    private async Task<Dictionary<UserId, Reader>> ReadersAsync(List<UserId> ids, CancellationToken ct)
    {
        var rows = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id) && u.Active && !u.IsService).Select(u => new
        {
            u.Id,
            Preferences = db.Set<UserPreferences>().FirstOrDefault(p => p.UserId == u.Id),
            ReadsInternal = db.Set<Grant>().Any(g => g.UserId == u.Id
                && db.Set<Role>().Any(r => r.Id == g.RoleId && r.Permissions.Contains(Permissions.CommentsReadInternal))),
        }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => new Reader(r.Preferences, r.ReadsInternal));
    }

    private static string Json(object data) => JsonSerializer.Serialize(data, TicketEvent.DetailFormat);

    private sealed record Reader(UserPreferences? Preferences, bool ReadsInternal)
    {
        public bool Wants(NotificationKind kind) =>
            (kind != NotificationKind.InternalNote || ReadsInternal) && (Preferences?.Wants(kind) ?? UserPreferences.ByDefault(kind));
    }
}
