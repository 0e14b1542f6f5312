using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Infrastructure.Housekeeping;

/// <summary>Events that reached everybody are kept for a week: longer than pages may resume from, long enough to look into.</summary>
internal sealed class ForgetDelivered(ServiceDeskDbContext db, TimeProvider clock) : IChore
{
    private const int Batch = 5_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        var gone = await db.Set<OutboxMessage>()
            .Where(m => db.Set<OutboxMessage>().Where(o => o.At < before && o.DeliveredAt != null).OrderBy(o => o.At).Select(o => o.Id).Take(Batch).Contains(m.Id))
            .ExecuteDeleteAsync(ct);
        return gone == Batch;
    }
}

/// <summary>What people were told is kept as long as the organisation's settings say.</summary>
internal sealed class ForgetNotifications(ServiceDeskDbContext db, ISettingsReader settings, TimeProvider clock) : IChore
{
    private const int Batch = 5_000;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-(await settings.GetAsync(ct)).RetentionDays);
        var gone = await db.Set<Notification>()
            .Where(n => db.Set<Notification>().Where(o => o.At < before && o.ReadAt != null).OrderBy(o => o.At).Select(o => o.Id).Take(Batch).Contains(n.Id))
            .ExecuteDeleteAsync(ct);
        return gone == Batch;
    }
}
