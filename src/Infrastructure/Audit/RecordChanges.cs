using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Audit;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Audit;

internal sealed class RecordChanges(ServiceDeskDbContext db) : IRecordChanges
{
    private const int Most = 50;

    public async Task<IReadOnlyList<RecordChange>> SinceAsync(object record, long version, CancellationToken ct)
    {
        var type = db.Model.FindEntityType(record.GetType())!;
        var (entity, id) = (AuditTrail.NameOf(type), AuditTrail.IdOf(type, p => p.GetGetter().GetClrValue(record)));
        var (part, parts) = (AuditTrail.PartOf(entity), id + "/");
        var rows = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Version > version)
            .Where(e => (e.Entity == entity && e.EntityId == id) || (e.Entity == part && e.EntityId.StartsWith(parts)))
            .OrderBy(e => e.Id).Take(Most).ToListAsync(ct);
        var people = rows.Select(r => new UserId(r.ActorId)).Distinct().ToList();
        var names = people.Count == 0 ? [] : await db.Set<User>().AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return [.. rows.Select(r => new RecordChange(
            r.Version!.Value, r.Entity == part ? "changed" : r.Action, new PersonRef(r.ActorId, names.GetValueOrDefault(new UserId(r.ActorId)) ?? ""), r.At,
            new ChangedFields(r.Entity == part ? ["members"] : [.. Members(r.Before).Union(Members(r.After))])))];
    }

    // Of a value with parts the whole is named: name, not name.fr.
    private static IEnumerable<string> Members(string? values) =>
        values is null ? [] : JsonElement.Parse(values).EnumerateObject().Select(m => m.Name.Split('.')[0]);
}
