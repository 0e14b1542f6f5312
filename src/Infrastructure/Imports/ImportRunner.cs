using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServiceDesk.Application.Imports;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Imports;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>
/// Reads one import's file to its end, batch by batch. Each batch, with how far it brought the import, is one transaction; it is fenced by
/// the lease, so a server that was thought dead cannot write twice.
/// </summary>
internal sealed partial class ImportRunner(
    ServiceDeskDbContext db, ImportFiles files, ISettingsReader settings, CalendarLibrary library, AccessReader access, ChangeSignal signal,
    TimeProvider clock, ILogger<ImportRunner> log)
{
    private const int RowsPerBatch = 5_000;

    public async Task RunAsync(DataImport import, Guid lease, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            await ReadAsync(import, lease, progress, ct);
            await FinishAsync(import.Id, lease, null, ct);
        }
        catch (Exception e) when (e is UnreadableFileException or RuleViolationException or InvalidDataException)
        {
            Unreadable(log, e, import.Id.Value);
            await FinishAsync(import.Id, lease, Told(e), ct);
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("22", StringComparison.Ordinal))
        {
            // What the database cannot keep it can keep no better in a second.
            Unreadable(log, e, import.Id.Value);
            await FinishAsync(import.Id, lease, FileRefusal.Value(e.MessageText), ct);
        }

        access.Forget();
        signal.Poke();
    }

    private async Task ReadAsync(DataImport import, Guid lease, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var organisation = await settings.GetAsync(ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(import.Options.TimeZone ?? ImportProfiles.DefaultTimeZone);
        var promise = await ImportedPromise.FindAsync(db, library, import.Options.PolicyId, ct);
        var matrix = await db.PriorityMatrices.AsNoTracking().SingleAsync(m => m.Practice == Practice.Incident, ct);
        var directory = new ImportDirectory(db, clock);
        var source = import.Options.Source ?? import.Profile;
        var history = new EventLogHistory(directory, new LocalTime(zone), matrix, organisation.FirstContactWindow, promise, source);
        var writer = new ImportWriter(db, directory, history, zone.Id, source, clock);

        var (rows, created, known, rejected) = (import.RowsRead, import.TicketsCreated, import.TicketsKnown, import.RowsRejected);
        await using var content = await files.OpenAsync(import.Id, ct);
        using var text = new StreamReader(content, Encoding.UTF8);
        await foreach (var batch in new EventLogReader(text).BatchesAsync(RowsPerBatch, ct))
        {
            // What a former run has committed is read again, to know its numbers, but not written again.
            if (batch.LastRow <= rows && rows > 0)
                continue;

            var written = await writer.WriteAsync(import.Id, lease, After(batch, rows), ct);
            (rows, created, known, rejected) = (batch.LastRow, created + written.Created, known + written.Known, rejected + written.Rejected);
            progress?.Report(new ImportProgress(rows, created, known, rejected));
        }
    }

    private static EventLogBatch After(EventLogBatch batch, long row) => row == 0 ? batch : batch with
    {
        Incidents = [.. batch.Incidents.Where(i => i.Rows[^1].Row > row)],
        Rejected = [.. batch.Rejected.Where(r => r.Row > row)],
    };

    private static FileRefusal Told(Exception e) => e switch
    {
        UnreadableFileException unreadable => unreadable.Refusal,
        RuleViolationException broken => FileRefusal.Rule(broken),
        _ => FileRefusal.Packing(),
    };

    // The file has done its service.
    private async Task FinishAsync(ImportId id, Guid lease, FileRefusal? failure, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var state = failure is null ? "done" : "failed";
        var reason = failure?.Text is { Length: > DataImport.FailureMaxLength } text ? text[..DataImport.FailureMaxLength] : failure?.Text;
        var (code, details) = (failure?.Code, failure?.Code is null ? null : JsonSerializer.Serialize(failure.Values));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var mine = await db.Database.ExecuteSqlAsync(
            $"""
            update imports set state = {state}, failure = {reason}, failure_code = {code}, failure_details = {details}::jsonb, finished_at = {now}, lease_id = null, lease_until = null, version = version + 1
            where id = {id.Value} and lease_id = {lease}
            """, ct);
        if (mine == 0)
            throw new LeaseLostException();

        await db.Database.ExecuteSqlAsync($"delete from import_chunks where import_id = {id.Value}", ct);
        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {Import} cannot be read.")]
    private static partial void Unreadable(ILogger log, Exception exception, Guid import);
}

/// <summary>Another server has taken the import over.</summary>
internal sealed class LeaseLostException() : Exception("Another server has taken this import over.");
