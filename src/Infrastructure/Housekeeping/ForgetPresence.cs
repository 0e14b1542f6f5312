using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Housekeeping;

/// <summary>Who had a ticket open is nobody's business an hour later.</summary>
internal sealed class ForgetPresence(ServiceDeskDbContext db, TimeProvider clock) : IChore
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Every;
        await db.Set<Presence>().Where(p => p.SeenAt < before).ExecuteDeleteAsync(ct);
        return false;
    }
}
