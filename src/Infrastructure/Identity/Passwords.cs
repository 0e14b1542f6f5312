using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.People;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

internal sealed class Passwords(ServiceDeskDbContext db, OwnAccount own, OneTimeCodes codes, SignInGuesses guesses, Caller caller, TimeProvider clock) : IPasswords
{
    private static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);

    public async Task ChangeAsync(string current, string next, CancellationToken ct)
    {
        own.DemandSession();
        var account = await own.GetAsync();
        await own.VerifyPasswordAsync(account, current, ct);
        if (current == next)
            throw RuleViolationException.Meaning("account.password_refused", "The new password is the old one.");

        await own.SetPasswordAsync(account, next, ct);
        await EndSessionsAsync(account.Id, caller.SessionId, ct);
        await VoidResetsAsync(account.Id, ct);
        own.Note(account, new { Password = "changed" });
        await db.SaveChangesAsync(ct);
    }

    public async Task<IssuedCode> IssueResetAsync(UserId user, CancellationToken ct)
    {
        await VoidResetsAsync(user.Value, ct);
        var issued = codes.Add(OneTimeCode.Reset, user.Value, Secrets.New(), ResetLifetime);
        own.Note(user.Value, "account", "changed", user.Value, new { ResetCode = "issued" });
        await db.SaveChangesAsync(ct);
        return issued;
    }

    public async Task ResetAsync(string code, string next, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await codes.UseAsync(OneTimeCode.Reset, code, ct) is not { UserId: { } id }
            || !await db.Set<User>().AnyAsync(u => u.Id == new UserId(id) && u.Active, ct))
            throw RuleViolationException.Meaning("account.code_refused", "This code is wrong, used or too old. Ask for another one.");

        var account = await db.Set<Account>().SingleAsync(a => a.Id == id, ct);
        await own.SetPasswordAsync(account, next, ct);
        await EndSessionsAsync(id, null, ct);
        own.Note(account, new { Password = "reset" });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    public async Task UnlockAsync(UserId user, CancellationToken ct)
    {
        if (await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == user.Value, ct) is not { UserName: { } name } account || !await guesses.ForgetAsync(name, ct))
            return;

        own.Note(account, new { Lock = "removed" });
        await db.SaveChangesAsync(ct);
    }

    private async Task EndSessionsAsync(Guid account, Guid? except, CancellationToken ct)
    {
        foreach (var session in await db.Set<Session>().Where(s => s.UserId == account && s.RevokedAt == null && s.Id != except).ToListAsync(ct))
            session.RevokedAt = clock.GetUtcNow();
    }

    private async Task VoidResetsAsync(Guid account, CancellationToken ct)
    {
        foreach (var code in await db.Set<OneTimeCode>().Where(c => c.UserId == account && c.Purpose == OneTimeCode.Reset && c.UsedAt == null).ToListAsync(ct))
            code.UsedAt = clock.GetUtcNow();
    }
}
