using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.People;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Sign-in on ASP.NET Core Identity: its hasher, its TOTP; guesses are counted by us, sessions are rows of ours, so they can be revoked.</summary>
internal sealed class Accounts(UserManager<Account> manager, ServiceDeskDbContext db, SignInGuesses guesses, AccessReader access, TimeProvider clock) : IAccounts
{
    /// <summary>A session ends by itself after so long.</summary>
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromDays(14);

    /// <summary>And sooner when nobody uses it.</summary>
    public static readonly TimeSpan IdleLifetime = TimeSpan.FromDays(3);

    // Checked when there is no such account, so that the answer takes as long as for one that exists.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(new Account(), "nobody's password");

    public async Task<SignInOutcome> SignInAsync(string userName, string password, string? code, SignInOrigin origin, CancellationToken ct)
    {
        using var guess = await guesses.CountAsync(userName, ct);
        if (!guess.MayBeChecked)
            return await LockedOutAsync(guess, ct);
        if (await FindAsync(userName, password, ct) is not { } account)
            return await FailedAsync(guess, ct);
        if (account.TwoFactorEnabled && string.IsNullOrWhiteSpace(code))
        {
            await guess.HalfAsync(ct);
            return new SignInOutcome(SignInStatus.CodeRequired);
        }

        if (account.TwoFactorEnabled && !await CodeIsRightAsync(account, code!.Trim()))
            return await FailedAsync(guess, ct);

        await guess.RightAsync(ct);
        return new SignInOutcome(SignInStatus.SignedIn, new UserId(account.Id), await OpenSessionAsync(account, origin, ct));
    }

    /// <summary>Whose name and password these are, if they may sign in.</summary>
    private async Task<Account?> FindAsync(string userName, string password, CancellationToken ct)
    {
        var account = await manager.FindByNameAsync(userName);
        var active = account is not null && await db.Set<User>().AnyAsync(u => u.Id == new UserId(account.Id) && u.Active, ct);
        if (account?.PasswordHash is null)
        {
            manager.PasswordHasher.VerifyHashedPassword(new Account(), NobodysHash, password);
            return null;
        }

        return await manager.CheckPasswordAsync(account, password) && active ? account : null;
    }

    public async Task EndSessionAsync(Guid sessionId, CancellationToken ct)
    {
        await db.Set<Session>().Where(s => s.Id == sessionId && s.RevokedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, clock.GetUtcNow()), ct);
        access.Forget();
    }

    public async Task CreateAsync(UserId user, string userName, string? email, string password, CancellationToken ct)
    {
        var result = await manager.CreateAsync(new Account { Id = user.Value, UserName = userName, Email = email, LockoutEnabled = true }, password);
        if (!result.Succeeded)
            throw RuleViolationException.Meaning("account.password_refused", string.Join(" ", result.Errors.Select(e => e.Description)));
    }

    public async Task AddAsync(UserId user, string userName, string? email, CancellationToken ct)
    {
        if (!await db.Set<Account>().AnyAsync(a => a.Id == user.Value, ct))
            Prepare(user, userName, email);
    }

    public void Prepare(UserId user, string userName, string? email) => db.Add(new Account
    {
        Id = user.Value,
        UserName = userName,
        NormalizedUserName = manager.NormalizeName(userName),
        Email = email,
        NormalizedEmail = manager.NormalizeEmail(email),
        SecurityStamp = Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
        LockoutEnabled = true,
    });

    public async Task RenameAsync(UserId user, string userName, string? email, CancellationToken ct)
    {
        if (await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == user.Value, ct) is not { } account)
            return;

        (account.UserName, account.NormalizedUserName) = (userName, manager.NormalizeName(userName));
        (account.Email, account.NormalizedEmail) = (email, manager.NormalizeEmail(email));
    }

    public async Task EndEverythingAsync(UserId user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var session in await db.Set<Session>().Where(s => s.UserId == user.Value && s.RevokedAt == null).ToListAsync(ct))
            session.RevokedAt = now;
        foreach (var token in await db.Set<ApiToken>().Where(t => t.UserId == user.Value && t.RevokedAt == null).ToListAsync(ct))
            token.RevokedAt = now;
        foreach (var code in await db.Set<OneTimeCode>().Where(c => c.UserId == user.Value && c.UsedAt == null).ToListAsync(ct))
            code.UsedAt = now;
    }

    // An authenticator's code works once, as a recovery code does: who looked over a shoulder comes too late.
    private async Task<bool> CodeIsRightAsync(Account account, string code)
    {
        if (!await TwoFactor.VerifyAsync(manager, account, code))
            return (await manager.RedeemTwoFactorRecoveryCodeAsync(account, TwoFactor.Hashed(code))).Succeeded;

        return account.UseUp(TwoFactor.Plain(code)) && (await manager.UpdateAsync(account)).Succeeded;
    }

    private static async Task<SignInOutcome> FailedAsync(SignInGuesses.Guess guess, CancellationToken ct) =>
        guess.IsLast ? await LockedOutAsync(guess, ct) : new SignInOutcome(SignInStatus.Refused);

    private static async Task<SignInOutcome> LockedOutAsync(SignInGuesses.Guess guess, CancellationToken ct) =>
        new(SignInStatus.LockedOut, RetryAfter: await guess.WaitAsync(ct));

    private async Task<Guid> OpenSessionAsync(Account account, SignInOrigin origin, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            UserId = account.Id,
            CreatedAt = now,
            ExpiresAt = now + SessionLifetime,
            RemoteAddress = origin.RemoteAddress,
            UserAgent = origin.UserAgent is { Length: > 300 } agent ? agent[..300] : origin.UserAgent,
        };
        db.Add(session);
        await db.SaveChangesAsync(ct);
        return session.Id;
    }
}
