using Microsoft.EntityFrameworkCore;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Housekeeping;

/// <summary>Guesses at passwords that no longer count; and the oldest of them when somebody tries more names than there can be.</summary>
internal sealed class ForgetGuesses(ServiceDeskDbContext db, TimeProvider clock) : IChore
{
    private const int Most = 50_000;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Set<SignInGuess>().Where(g => g.ForgottenAt <= now).ExecuteDeleteAsync(ct);
        var kept = await db.Set<SignInGuess>().OrderByDescending(g => g.ForgottenAt).Select(g => (DateTimeOffset?)g.ForgottenAt).Skip(Most).FirstOrDefaultAsync(ct);
        if (kept is not null)
            await db.Set<SignInGuess>().Where(g => g.ForgottenAt <= kept).ExecuteDeleteAsync(ct);
        return false;
    }
}
