using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.People;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

internal sealed class TwoFactor(
    UserManager<Account> manager, IUserStore<Account> store, ServiceDeskDbContext db, OwnAccount own, ISettingsReader settings) : ITwoFactor
{
    private const int Codes = 10;

    private IUserTwoFactorRecoveryCodeStore<Account> RecoveryStore => (IUserTwoFactorRecoveryCodeStore<Account>)store;

    public async Task<TwoFactorState> GetAsync(CancellationToken ct)
    {
        var account = await own.GetAsync();
        return new TwoFactorState(account.TwoFactorEnabled, account.TwoFactorEnabled ? await manager.CountRecoveryCodesAsync(account) : 0);
    }

    public async Task<TwoFactorSecret> BeginAsync(CancellationToken ct)
    {
        var account = await OffAsync();
        await manager.ResetAuthenticatorKeyAsync(account);
        var secret = (await manager.GetAuthenticatorKeyAsync(account))!;
        var issuer = Uri.EscapeDataString((await settings.GetAsync(ct)).Name);
        return new TwoFactorSecret(
            secret, $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.UserName!)}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30");
    }

    public async Task<RecoveryCodes> ConfirmAsync(string code, CancellationToken ct)
    {
        var account = await OffAsync();
        if (await manager.GetAuthenticatorKeyAsync(account) is null)
            throw new RuleViolationException("two_factor.not_begun", "Begin with a new secret first.");
        if (!await VerifyAsync(manager, account, code))
            throw RuleViolationException.Meaning("two_factor.code_wrong", "The code is wrong. Is the clock of the telephone right?");

        account.UseUp(Plain(code));
        account.TwoFactorEnabled = true;
        own.Note(account, new { TwoFactor = "enabled" });
        return await NewCodesAsync(account, ct);
    }

    public async Task<RecoveryCodes> RenewRecoveryCodesAsync(string password, CancellationToken ct)
    {
        var account = await OnAsync(password, ct);
        own.Note(account, new { RecoveryCodes = "renewed" });
        return await NewCodesAsync(account, ct);
    }

    public async Task DisableAsync(string password, CancellationToken ct)
    {
        var account = await OnAsync(password, ct);
        await TakeOffAsync(account, ct);
    }

    public async Task RemoveAsync(UserId user, CancellationToken ct)
    {
        if (await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == user.Value, ct) is not { TwoFactorEnabled: true } account)
            throw new NotFoundException("The second factor");
        await TakeOffAsync(account, ct);
    }

    private async Task TakeOffAsync(Account account, CancellationToken ct)
    {
        account.TwoFactorEnabled = false;
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == account.Id).ToListAsync(ct));
        own.Note(account, new { TwoFactor = "disabled" });
        await db.SaveChangesAsync(ct);
    }

    // The framework would keep the codes as they are: it gets their hashes.
    private async Task<RecoveryCodes> NewCodesAsync(Account account, CancellationToken ct)
    {
        var fresh = Enumerable.Range(0, Codes).Select(_ => Secrets.ToType(4)).ToList();
        await RecoveryStore.ReplaceCodesAsync(account, fresh.Select(Hashed), ct);
        await db.SaveChangesAsync(ct);
        return new RecoveryCodes(fresh);
    }

    /// <summary>A code as it may be typed, without what parts its digits.</summary>
    public static string Plain(string code) => code.Replace(" ", "", StringComparison.Ordinal);

    // The framework reads a number: six digits can be written in more than one way, and each would work once.
    public static async Task<bool> VerifyAsync(UserManager<Account> manager, Account account, string code) =>
        Plain(code) is { Length: 6 } plain && plain.All(char.IsAsciiDigit)
        && await manager.VerifyTwoFactorTokenAsync(account, manager.Options.Tokens.AuthenticatorTokenProvider, plain);

    public static string Hashed(string recoveryCode) => Convert.ToHexString(Secrets.Hash(Secrets.Typed(recoveryCode)));

    private async Task<Account> OffAsync()
    {
        own.DemandSession();
        var account = await own.GetAsync();
        return !account.TwoFactorEnabled ? account : throw new RuleViolationException("two_factor.enabled", "There is a second factor already.");
    }

    private async Task<Account> OnAsync(string password, CancellationToken ct)
    {
        own.DemandSession();
        var account = await own.GetAsync();
        await own.VerifyPasswordAsync(account, password, ct);
        return account.TwoFactorEnabled ? account : throw new RuleViolationException("two_factor.disabled", "There is no second factor.");
    }
}
