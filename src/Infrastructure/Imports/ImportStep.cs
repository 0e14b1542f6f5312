using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Imports;
using ServiceDesk.Domain.Imports;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>
/// Takes the oldest import that waits, or one whose server has fallen silent, and reads it to its end. When this server stops, the import
/// goes back to the others at once.
/// </summary>
internal sealed class ImportStep(ServiceDeskDbContext db, ImportRunner runner, TimeProvider clock) : IWorkStep, IImportRun
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    public Task<TimeSpan> RunOnceAsync(CancellationToken ct) => RunOnceAsync(null, ct);

    public async Task<TimeSpan> RunOnceAsync(IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var lease = Guid.CreateVersion7(clock.GetUtcNow());
        if (await TakeAsync(null, lease, ct) is not { } import)
            return await db.Set<DataImport>().AnyAsync(i => i.State == ImportState.Running, ct) ? ImportWriter.Lease : Idle;

        await RunAsync(import, lease, progress, ct);
        return TimeSpan.Zero;
    }

    public async Task<bool> RunAsync(ImportId id, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var lease = Guid.CreateVersion7(clock.GetUtcNow());
        if (await TakeAsync(id, lease, ct) is not { } import)
            return false;

        await RunAsync(import, lease, progress, ct);
        return true;
    }

    private async Task RunAsync(DataImport import, Guid lease, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            await runner.RunAsync(import, lease, progress, ct);
        }
        catch (LeaseLostException)
        {
            // The other server goes on from the last batch.
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await db.Database.ExecuteSqlAsync(
                $"update imports set lease_until = {clock.GetUtcNow()} where id = {import.Id.Value} and lease_id = {lease}", CancellationToken.None);
            throw;
        }
    }

    private async Task<DataImport?> TakeAsync(ImportId? only, Guid lease, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (id, until) = (only?.Value, now + ImportWriter.Lease);
        var taken = await db.Database.SqlQuery<Guid>(
            $"""
            update imports set state = 'running', lease_id = {lease}, lease_until = {until}, started_at = coalesce(started_at, {now}), version = version + 1
            where id = (select i.id from imports i
                        where (i.state = 'queued' or (i.state = 'running' and i.lease_until <= {now})) and ({id}::uuid is null or i.id = {id}::uuid)
                        order by i.created_at limit 1 for update skip locked)
            returning id as "Value"
            """).ToListAsync(ct);
        return taken.Count == 0 ? null : await db.Set<DataImport>().AsNoTracking().SingleAsync(i => i.Id == new ImportId(taken[0]), ct);
    }
}
