using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Domain.Imports;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Audit;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>Writes a batch of imported incidents and how far that brings the import, in one transaction.</summary>
internal sealed class ImportWriter(
    ServiceDeskDbContext db, ImportDirectory directory, EventLogHistory history, string zone, string source, TimeProvider clock)
{
    /// <summary>As long as a server may be silent before another takes over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public async Task<(int Created, int Known, int Rejected)> WriteAsync(ImportId import, Guid lease, EventLogBatch batch, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = await KnownAsync(batch, ct);
        List<IncidentLog> added = [.. batch.Incidents.Where(i => !known.Contains(i.Number))];
        var written = (added.Count, batch.Incidents.Count - added.Count, batch.Rejected.Count);
        await AdvanceAsync(import, lease, batch.LastRow, written, ct);

        await LearnAsync(added, ct);
        var numbers = await NumbersAsync(added.Count, ct);
        List<PastIncident> built = [.. added.Select((log, i) => history.Build(log, numbers[i]))];
        await HistoryCopy.WriteAsync(db, built, clock.GetUtcNow(), ct);
        await BulkCopy.WriteAsync(Connection, db.Model, [.. batch.Rejected.Select(r => new ImportRejection(import, r.Row, r.Refusal))], ct);
        await AuditAsync(import, [.. built.Select(b => b.Incident)], ct);
        await transaction.CommitAsync(ct);
        return written;
    }

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    private async Task<HashSet<string>> KnownAsync(EventLogBatch batch, CancellationToken ct)
    {
        string[] numbers = [.. batch.Incidents.Select(i => i.Number)];
        return [.. await db.Database.SqlQuery<string>(
            $"select external_id as \"Value\" from tickets where external_system = {source} and external_id = any({numbers})").ToListAsync(ct)];
    }

    // First, so that two servers on one import queue here and the one without the lease finds out.
    private async Task AdvanceAsync(ImportId import, Guid lease, long row, (int Created, int Known, int Rejected) written, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + Lease;
        var mine = await db.Database.ExecuteSqlAsync(
            $"""
            update imports set rows_read = {row}, tickets_created = tickets_created + {written.Created}, tickets_known = tickets_known + {written.Known},
                rows_rejected = rows_rejected + {written.Rejected}, lease_until = {until}, version = version + 1
            where id = {import.Value} and lease_id = {lease}
            """, ct);
        if (mine == 0)
            throw new LeaseLostException();
    }

    private async Task LearnAsync(List<IncidentLog> logs, CancellationToken ct)
    {
        List<EventLogRow> rows = [.. logs.SelectMany(l => l.Rows)];
        await directory.LearnSitesAsync(rows.Select(r => r.Location).OfType<string>().Distinct(), zone, ct);
        await directory.LearnPeopleAsync(rows.SelectMany(EventLogHistory.PeopleOf).Distinct(), ct);
        await directory.LearnTeamsAsync(rows.Select(r => r.Group).OfType<string>().Distinct(), ct);
        await directory.LearnCategoriesAsync(rows.Where(r => r.Category is not null).Select(r => (r.Category!, r.Subcategory)).Distinct(), ct);
        await directory.JoinAsync(
            rows.Where(r => r.Group is not null && r.Resolver is not null).Select(r => (r.Group, r.Resolver)).Distinct()
                .Select(m => (directory.Team(m.Group)!.Value, directory.Person(m.Resolver!))), ct);
    }

    private async Task<List<long>> NumbersAsync(int count, CancellationToken ct) => count == 0 ? [] : await db.Database.SqlQuery<long>(
        $"select nextval('incident_number') as \"Value\" from generate_series(1, {count})").ToListAsync(ct);

    // One entry for a batch: the tickets' own timelines tell the rest.
    private async Task AuditAsync(ImportId import, List<Incident> incidents, CancellationToken ct)
    {
        if (incidents.Count == 0)
            return;

        var after = JsonSerializer.Serialize(
            new { Tickets = incidents.Count, From = incidents[0].Reference, To = incidents[^1].Reference, Source = source }, TicketEvent.DetailFormat);
        await BulkCopy.WriteAsync(Connection, db.Model, [new AuditEntry
        {
            At = clock.GetUtcNow(),
            ActorId = UserId.System.Value,
            Via = "import",
            Action = "changed",
            Entity = "dataImport",
            EntityId = import.Value.ToString(),
            After = after,
        }], ct);
    }
}
