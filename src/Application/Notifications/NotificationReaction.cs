using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Notifications;

/// <summary>Turns what happened to tickets into what people are told, many events in a few statements.</summary>
internal sealed class NotificationReaction(IServiceDeskDb db, WhoSees sees, WorkingHours hours, IPostponed postponed, TimeProvider clock) : IBatchReaction
{
    public async Task ReactAsync(IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        List<Letter> letters = [.. await NewAsync(deliveries, ct), .. deliveries.Select(d => d.Event).OfType<NotificationHeld>().Select(Letter.Of)];
        if (letters.Count == 0)
            return;

        var readers = await ReadersAsync([.. letters.Select(x => x.Held.UserId).Distinct()], ct);
        foreach (var letter in letters)
        {
            if (readers.TryGetValue(letter.Held.UserId, out var reader) && reader.Wants(letter))
                await SendAsync(letter, reader, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<List<Letter>> NewAsync(IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        var happened = deliveries.Where(d => d.Event is ITicketEvent).Select(d => (d.Id, Event: (ITicketEvent)d.Event)).ToList();
        var tickets = await PeopleAsync([.. happened.Select(h => h.Event.TicketId).Distinct()], ct);
        var teams = await TeamsAsync([.. happened.Select(h => h.Event).OfType<AlarmFired>()], ct);
        var all = happened.Where(h => tickets.ContainsKey(h.Event.TicketId))
            .SelectMany(h => NotificationRules.Of(h.Event, tickets[h.Event.TicketId], teams).Where(t => t.User != h.Event.By).Select(t => (h.Id, h.Event, Told: t))).ToList();
        var readers = await sees.AmongAsync([.. all.Where(x => x.Told.Kind == NotificationKind.Alarm).Select(x => x.Told.User).Distinct()], ct);
        return [.. all.Where(x => x.Told.Kind != NotificationKind.Alarm
                || (Sees(x.Told.User, x.Event) && x.Told.InsteadOf?.Any(u => Sees(u, x.Event)) is not true))
            .DistinctBy(x => (x.Id, x.Told.User, x.Told.Kind)).Select(x => new Letter(
                new NotificationHeld(x.Told.User, x.Told.Kind, x.Event.TicketId, x.Event.By, x.Id, Json(x.Told.Data)), x.Told.OnlyInWorkingHours,
                tickets[x.Event.TicketId].Team, tickets[x.Event.TicketId].Site))];

        bool Sees(UserId user, ITicketEvent e) => readers.TryGetValue(user, out var reader) && TicketVisibility.Sees(reader, tickets[e.TicketId].Audience);
    }

    // What was held is looked at again: a server that was down over the day must not tell it at night.
    private async Task SendAsync(Letter letter, Reader reader, CancellationToken ct)
    {
        var (held, now) = (letter.Held, clock.GetUtcNow());
        var at = letter.OnlyInWorkingHours ? await hours.NextAsync(reader.TimeZone, now, ct) : now;
        if (at > now)
            postponed.Until(at, held);
        else
            db.Set<Notification>().Add(Notification.Tell(held.UserId, held.Kind, held.TicketId, held.By, held.Delivery, held.Data, now));
    }

    private async Task<ILookup<TeamId, UserId>> TeamsAsync(List<AlarmFired> alarms, CancellationToken ct)
    {
        var named = alarms.SelectMany(a => a.Actions).Where(a => a.Kind != AlarmActionKind.AssignTeam).Select(a => a.Team).OfType<TeamId>().Distinct().ToList();
        var members = named.Count == 0 ? [] : await db.Set<TeamMember>().AsNoTracking()
            .Where(m => named.Contains(m.TeamId) && db.Teams.Any(t => t.Id == m.TeamId && t.Active)).Select(m => new { m.TeamId, m.UserId }).ToListAsync(ct);
        return members.ToLookup(m => m.TeamId, m => m.UserId);
    }

    private async Task<Dictionary<TicketId, TicketPeople>> PeopleAsync(List<TicketId> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];

        var affected = (await db.Set<JoinedMajor>().Where(m => ids.Contains(m.TicketId)).ToListAsync(ct)).ToLookup(m => m.TicketId, m => m.UserId);
        var people = await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new TicketPeople(
            t.Id, t.Restricted, t.RequesterId, t.OpenedById, t.AssigneeId,
            db.Teams.Where(x => x.Id == t.TeamId && db.Users.Any(u => u.Id == x.LeadId && u.Active)).Select(x => x.LeadId).FirstOrDefault(),
            db.Users.Where(u => db.Teams.Any(x => x.Id == t.TeamId && x.LeadId == u.Id)).Select(u => u.ManagerId).FirstOrDefault(),
            t is Incident && ((Incident)t).Major != null ? ((Incident)t).Major!.LeadId : null,
            t.Watchers.Select(w => w.UserId).ToList(),
            db.Set<TeamMember>().Where(m => m.TeamId == t.TeamId && db.Users.Any(u => u.Id == m.UserId && u.Active)).Select(m => m.UserId).ToList(),
            db.Set<Grant>().Where(g => t.AssigneeId == null && !t.Restricted && (g.TeamId == null || g.TeamId == t.TeamId) && (g.SiteId == null || g.SiteId == t.SiteId)
                && db.Set<Role>().Any(r => r.Id == g.RoleId && r.Key == BuiltInRoles.DispatcherKey)).Select(g => g.UserId).ToList(),
            t.TeamId, t.SiteId)).AsSplitQuery().ToListAsync(ct);
        return people.ToDictionary(p => p.Id, p => p with { Affected = [.. affected[p.Id]] });
    }

    private async Task<Dictionary<UserId, Reader>> ReadersAsync(List<UserId> ids, CancellationToken ct)
    {
        var rows = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id) && u.Active && !u.IsService).Select(u => new
        {
            u.Id,
            u.TimeZone,
            Preferences = db.Set<UserPreferences>().FirstOrDefault(p => p.UserId == u.Id),
            ReadNotes = db.Set<Grant>().Where(g => g.UserId == u.Id
                && db.Set<Role>().Any(r => r.Id == g.RoleId && r.Permissions.Contains(Permissions.CommentsReadInternal)))
                .Select(g => new { g.TeamId, g.SiteId }).ToList(),
        }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => new Reader(r.TimeZone, r.Preferences, Reach.Of([.. r.ReadNotes.Select(g => (g.TeamId, g.SiteId))])));
    }

    private static string Json(object data) => JsonSerializer.Serialize(data, TicketEvent.DetailFormat);

    /// <summary>One thing for one person, and whether it waits until they are at work.</summary>
    private sealed record Letter(NotificationHeld Held, bool OnlyInWorkingHours, TeamId? Team, SiteId? Site)
    {
        // What waits for somebody's working hours is an alarm, which no right on the ticket decides.
        public static Letter Of(NotificationHeld held) => new(held, OnlyInWorkingHours: true, null, null);
    }

    private sealed record Reader(string TimeZone, UserPreferences? Preferences, Reach Notes)
    {
        public bool Wants(Letter letter) =>
            (letter.Held.Kind != NotificationKind.InternalNote || Notes.Covers(letter.Team, letter.Site))
            && (Preferences?.Wants(letter.Held.Kind) ?? UserPreferences.ByDefault(letter.Held.Kind));
    }
}
