using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Infrastructure.Events;

/// <summary>One event as browsers get it, with what decides who may know of it.</summary>
/// <remarks><see cref="PublicData"/> is for whoever does not read the ticket's notes: its version there counts none of them.</remarks>
internal sealed record FeedEvent(
    FeedPosition Position, string Type, string Data, string PublicData, TicketAudience? Audience, bool Internal, UserId? OnlyFor)
{
    public bool IsFor(ICurrentUser user) =>
        OnlyFor is { } one ? one == user.Id
        : Audience is { } audience && TicketVisibility.Sees(user, audience) && (!Internal || ReadsNotes(user));

    public string DataFor(ICurrentUser user) => Audience is null || ReadsNotes(user) ? Data : PublicData;

    private bool ReadsNotes(ICurrentUser user) => user.May(Permissions.CommentsReadInternal, Audience?.Team, Audience?.Site);
}

/// <summary>Reads committed events in the order in which their transactions can no longer be overtaken.</summary>
internal sealed class FeedReader(ServiceDeskDbContext db)
{
    public const int PageSize = 500;

    /// <summary>Where the stream ends now: what is committed from here on is still to come.</summary>
    public async Task<FeedPosition> EndAsync(CancellationToken ct) =>
        new(ulong.Parse(await db.Database.SqlQuery<string>($"select pg_snapshot_xmin(pg_current_snapshot())::text as \"Value\"").SingleAsync(ct),
            CultureInfo.InvariantCulture), 0);

    /// <summary>When the event at this position happened; null when it is no longer kept.</summary>
    public Task<DateTimeOffset?> TimeOfAsync(FeedPosition position, CancellationToken ct) =>
        db.Set<OutboxMessage>().Where(m => m.Id == position.Id && m.Xid == position.Xid).Select(m => (DateTimeOffset?)m.At).SingleOrDefaultAsync(ct);

    /// <summary>True while a running transaction may still put something before what is committed already.</summary>
    public Task<bool> IsHeldBackAsync(CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select exists (select 1 from outbox where xid >= pg_snapshot_xmin(pg_current_snapshot())) as \"Value\"").SingleAsync(ct);

    public async Task<IReadOnlyList<FeedEvent>> AfterAsync(FeedPosition last, CancellationToken ct)
    {
        var xid = last.Xid.ToString(CultureInfo.InvariantCulture);
        var rows = await db.Set<OutboxMessage>().FromSql($"""
            select * from outbox where (xid, id) > ({xid}::text::xid8, {last.Id})
            and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, id limit {PageSize}
            """).AsNoTracking().ToListAsync(ct);
        rows.Sort((a, b) => (a.Xid, a.Id).CompareTo((b.Xid, b.Id)));
        var ids = rows.Where(r => r.TicketId is not null).Select(r => new TicketId(r.TicketId!.Value)).Distinct().ToList();
        var tickets = ids.Count == 0 ? [] : await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new Facts(
            t.Id.Value, EF.Property<string>(t, "practice"), t.Reference,
            new TicketAudience(t.Restricted, t.RequesterId, t.OpenedById, t.AssigneeId, t.TeamId, t.SiteId, t.Watchers.Select(w => w.UserId).ToList()), t.PublicVersion)).ToDictionaryAsync(t => t.Id, ct);
        var actors = rows.Select(r => new UserId(r.ActorId)).Distinct().ToList();
        var names = actors.Count == 0 ? [] : await db.Set<User>().AsNoTracking().Where(u => actors.Contains(u.Id)).ToDictionaryAsync(u => u.Id.Value, u => u.Name, ct);
        return [.. rows.Select(r => ToEvent(r, r.TicketId is { } id ? tickets.GetValueOrDefault(id) : null, names.GetValueOrDefault(r.ActorId, "")))];
    }

    private static FeedEvent ToEvent(OutboxMessage row, Facts? ticket, string actor)
    {
        var happened = EventCatalog.Read(row.Name, row.Payload);
        var type = row.Name[..row.Name.LastIndexOf('.')];
        string Told(long? version) => JsonSerializer.Serialize(new
        {
            type,
            entity = ticket?.Practice ?? (happened as NotificationRaised is null ? type.Split('.')[0] : "notification"),
            id = row.TicketId ?? (happened as NotificationRaised)?.NotificationId,
            reference = ticket?.Reference,
            version,
            changedFields = Fields(happened),
            actor = new { id = row.ActorId, name = actor },
            at = row.At,
            presence = happened is PresenceChanged p ? new { activity = p.Activity is { } a ? JsonNamingPolicy.CamelCase.ConvertName(a.ToString()) : null, until = p.Until } : null,
        }, JsonSerializerOptions.Web);

        var version = (happened as ITicketEvent)?.Version;
        var data = Told(version);
        return new FeedEvent(
            new FeedPosition(row.Xid, row.Id), type, data, version is null || row.Internal ? data : Told(ticket?.PublicVersion), ticket?.Audience,
            row.Internal, (happened as IPersonalEvent)?.UserId);
    }

    private static IReadOnlyList<string> Fields(IDomainEvent? happened) => happened switch
    {
        TicketChanged e => e.Fields,
        TicketClassified e => e.Fields,
        TicketMoved => ["state"],
        TicketReassigned => ["team", "assignee"],
        TicketCommented => ["comments"],
        _ => [],
    };

    private sealed record Facts(Guid Id, string Practice, string Reference, TicketAudience Audience, long PublicVersion);
}
