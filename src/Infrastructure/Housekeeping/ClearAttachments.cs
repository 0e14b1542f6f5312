using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Storage;

namespace ServiceDesk.Infrastructure.Housekeeping;

/// <summary>Gives up uploads that nobody attached, and clears away files a day after their last record went.</summary>
internal sealed class ClearAttachments(ServiceDeskDbContext db, AttachmentFolder folder, TimeProvider clock) : IChore
{
    private const int Batch = 500;

    /// <summary>A removed file stays so long, so that a backup under way still finds it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    // An upload of the same bytes that is not committed yet has touched the file within this; files know the system's clock.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (unattached, removed) = (now - Attachment.UnattachedLifetime, now - Grace);
        await db.Set<Attachment>().Where(a => a.TicketId == null && a.RemovedAt == null && a.UploadedAt < unattached)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.RemovedAt, now), ct);

        var gone = await db.Set<Attachment>().AsNoTracking().Where(a => a.RemovedAt < removed).OrderBy(a => a.RemovedAt).Take(Batch).ToListAsync(ct);
        foreach (var hashes in gone.GroupBy(a => Convert.ToHexString(a.Hash)))
        {
            var (hash, ids) = (hashes.First().Hash, hashes.Select(a => a.Id).ToList());
            await db.Set<Attachment>().Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(ct);
            if (!await IsUsedAsync(hash))
                await folder.RemoveAsync(hash, TimeProvider.System.GetUtcNow() - Fresh, () => IsUsedAsync(hash));
        }

        return gone.Count == Batch;
    }

    private Task<bool> IsUsedAsync(byte[] hash) => db.Set<Attachment>().AnyAsync(a => a.Hash == hash);
}
