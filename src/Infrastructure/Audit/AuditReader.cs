using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Audit;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Audit;

internal sealed class AuditReader(ServiceDeskDbContext db, AuditNames names) : IAuditReader
{
    private const string UserEntity = "user";

    /// <summary>Tickets, and what is called by its ticket first.</summary>
    private static readonly string[] TicketEntities =
        ["incident", "serviceRequest", "problem", "change", "comment", "watcher", "ticketItem", "ticketEvent"];

    public async Task<IReadOnlyList<AuditEntryResponse>> ReadAsync(ListAudit filter, long? before, int limit, CancellationToken ct)
    {
        var entries = Matching(filter, before).OrderByDescending(e => e.Id).Take(limit);
        var rows = await entries.Select(e => new Row(e, db.Set<AuditSeal>().Where(s => s.EntryId == e.Id).FirstOrDefault())).ToListAsync(ct);
        var keys = await KeysAsync(rows, ct);
        var visible = await VisibleTicketsAsync(rows, ct);
        return await names.InAsync([.. rows.Select(r => ToResponse(r, keys, visible))], ct);
    }

    private IQueryable<AuditEntry> Matching(ListAudit filter, long? before)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (!string.IsNullOrEmpty(filter.Entity))
            entries = entries.Where(e => e.Entity == filter.Entity);
        if (!string.IsNullOrEmpty(filter.EntityId))
            entries = entries.Where(e => e.EntityId == filter.EntityId);
        if (!string.IsNullOrEmpty(filter.Action))
            entries = entries.Where(e => e.Action == filter.Action);
        if (filter.Actor is { } actor)
            entries = entries.Where(e => e.ActorId == actor);
        if (filter.From is { } from)
            entries = entries.Where(e => e.At >= from);
        if (filter.To is { } to)
            entries = entries.Where(e => e.At < to);
        return before is { } id ? entries.Where(e => e.Id < id) : entries;
    }

    private async Task<Dictionary<Guid, PersonalKey>> KeysAsync(List<Row> rows, CancellationToken ct)
    {
        var people = rows.Where(r => r.Entry.Entity == UserEntity).Select(r => Guid.Parse(r.Entry.EntityId)).Distinct().ToList();
        return people.Count == 0 ? [] : await db.Set<PersonalKey>().AsNoTracking().Where(k => people.Contains(k.UserId)).ToDictionaryAsync(k => k.UserId, ct);
    }

    private async Task<HashSet<string>> VisibleTicketsAsync(List<Row> rows, CancellationToken ct)
    {
        var asked = rows.Where(r => TicketEntities.Contains(r.Entry.Entity)).Select(r => new TicketId(Guid.Parse(TicketOf(r.Entry)))).Distinct().ToList();
        return asked.Count == 0 ? [] : [.. await db.Tickets.Where(t => asked.Contains(t.Id)).Select(t => t.Id.Value.ToString()).ToListAsync(ct)];
    }

    private static string TicketOf(AuditEntry entry) => entry.EntityId.Split('/')[0];

    private static AuditEntryResponse ToResponse(Row row, Dictionary<Guid, PersonalKey> keys, HashSet<string> visible)
    {
        var entry = row.Entry;
        var key = entry.Entity == UserEntity ? keys.GetValueOrDefault(Guid.Parse(entry.EntityId)) : null;
        var withheld = TicketEntities.Contains(entry.Entity) && !visible.Contains(TicketOf(entry));
        return new AuditEntryResponse
        {
            Id = entry.Id,
            At = entry.At,
            Actor = new PersonRef(entry.ActorId, ""),
            Via = entry.Via,
            RemoteAddress = entry.RemoteAddress,
            Action = entry.Action,
            Entity = entry.Entity,
            EntityId = entry.EntityId,
            Before = withheld ? null : PersonalValue.Reveal(entry.Before, key),
            After = withheld ? null : PersonalValue.Reveal(entry.After, key),
            Records = [],
            Withheld = withheld,
            Seal = row.Seal is { } seal ? new AuditSealResponse(seal.Position, Convert.ToHexStringLower(seal.Hash)) : null,
        };
    }

    private sealed record Row(AuditEntry Entry, AuditSeal? Seal);
}
