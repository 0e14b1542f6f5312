using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Notifications;
using ServiceDesk.Application.People;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Audit;

/// <summary>Tickets are read as the caller sees them, and what hangs on them only with them.</summary>
internal sealed class PersonalCopy(ServiceDeskDbContext db, ICurrentUser caller, UserReader reader, TimeProvider clock) : IPersonalCopy
{
    private const int MostActs = 10_000;

    public async Task<PersonalData> OfAsync(UserId user, CancellationToken ct)
    {
        var profile = await reader.GetAsync(user, ct);
        var preferences = await db.Set<UserPreferences>().AsNoTracking().SingleOrDefaultAsync(p => p.UserId == user, ct) ?? UserPreferences.Of(user);
        return new PersonalData
        {
            WrittenAt = clock.GetUtcNow(),
            Profile = profile,
            Preferences = PreferencesResponse.Of(preferences),
            Sessions = Sessions(user.Value),
            Tokens = Tokens(user.Value),
            TicketsRequested = Tickets(user),
            Comments = Comments(user),
            Worklogs = Worklogs(user),
            Acts = Acts(user.Value),
        };
    }

    private IAsyncEnumerable<PersonalSession> Sessions(Guid id) => Read(db.Set<Session>().AsNoTracking().Where(s => s.UserId == id).OrderBy(s => s.CreatedAt)
        .Select(s => new PersonalSession(s.Id, s.CreatedAt, s.ExpiresAt, s.LastSeenAt, s.RevokedAt, s.RemoteAddress, s.UserAgent)));

    private IAsyncEnumerable<PersonalToken> Tokens(Guid id) => Read(db.Set<ApiToken>().AsNoTracking().Where(t => t.UserId == id).OrderBy(t => t.CreatedAt)
        .Select(t => new PersonalToken(t.Id, t.Name, t.Scopes, t.CreatedAt, t.ExpiresAt, t.LastUsedAt, t.RevokedAt)));

    private IAsyncEnumerable<PersonalTicket> Tickets(UserId id) => Read(db.Tickets.AsNoTracking().Where(t => t.RequesterId == id).OrderBy(t => t.OpenedAt)
        .Select(t => new PersonalTicket(t.Id.Value, t.Reference, t.Title, t.Description, t.State, t.OpenedAt, t.ResolvedAt)));

    private IAsyncEnumerable<PersonalComment> Comments(UserId id)
    {
        var noted = db.Tickets.Within(caller.ReachOf(Permissions.CommentsReadInternal));
        var written =
            from c in db.Set<Comment>().AsNoTracking()
            where c.AuthorId == id && (c.Visibility == Visibility.Public || noted.Any(t => t.Id == c.TicketId))
            join t in db.Tickets on c.TicketId equals t.Id
            orderby c.CreatedAt
            select new PersonalComment(t.Reference, c.Body, c.Visibility, c.CreatedAt, c.EditedAt);
        return Read(written);
    }

    private IAsyncEnumerable<PersonalWorklog> Worklogs(UserId id)
    {
        var written =
            from w in db.Set<Worklog>().AsNoTracking()
            where w.UserId == id
            join t in db.Tickets on w.TicketId equals t.Id
            orderby w.At
            select new PersonalWorklog(t.Reference, w.Minutes, w.Text, w.At);
        return Read(written);
    }

    private IAsyncEnumerable<PersonalAct> Acts(Guid id) => Read(db.Set<AuditEntry>().AsNoTracking().Where(e => e.ActorId == id).OrderByDescending(e => e.Id).Take(MostActs)
        .Select(e => new PersonalAct(e.At, e.Via, e.RemoteAddress, e.Action, e.Entity, e.EntityId)));

    // One list at a time is in memory: the writer begins the next before it lets go of the one before, and there is one connection.
    private static async IAsyncEnumerable<T> Read<T>(IQueryable<T> rows, [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var row in await rows.ToListAsync(ct))
            yield return row;
    }
}
