using Microsoft.EntityFrameworkCore;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Idempotency;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Housekeeping;

/// <summary>Answers to idempotent requests are kept for a day.</summary>
internal sealed class ForgetOldAnswers(ServiceDeskDbContext db, TimeProvider clock) : IChore
{
    private const int Batch = 5_000;

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - IdempotentRequests.Lifetime;
        return await db.Database.ExecuteSqlAsync($"""
            delete from idempotent_answers where (user_id, key) in
            (select user_id, key from idempotent_answers where created_at <= {before} order by created_at limit {Batch} for update skip locked)
            """, ct) == Batch;
    }
}

/// <summary>Sessions that are over, and codes nobody can use, are kept for a month.</summary>
internal sealed class ForgetOldSessions(ServiceDeskDbContext db, TimeProvider clock) : IChore
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        await db.Set<Session>().Where(s => s.ExpiresAt < before || s.RevokedAt < before).ExecuteDeleteAsync(ct);
        await db.Set<OneTimeCode>().Where(c => c.ExpiresAt < before).ExecuteDeleteAsync(ct);
        return false;
    }
}
