using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Infrastructure.Audit;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>What every change of an account does around it: find it, ask for the password again, write down that it happened.</summary>
internal sealed class OwnAccount(UserManager<Account> manager, ServiceDeskDbContext db, SignInGuesses guesses, ICurrentUser user, TimeProvider clock)
{
    public async Task<Account> GetAsync() =>
        await manager.FindByIdAsync(user.Id.Value.ToString())
        ?? throw new RuleViolationException("account.none", "You have no account with a password.");

    /// <summary>What protects an account is changed by who signed in to it, not by who found one of its tokens.</summary>
    public void DemandSession()
    {
        if (user.Via != "session")
            throw new RuleViolationException("account.session_needed", "Sign in to do this; a token cannot.");
    }

    /// <summary>Failures count as failed sign-ins do.</summary>
    public async Task VerifyPasswordAsync(Account account, string password, CancellationToken ct)
    {
        using var guess = await guesses.CountAsync(account.UserName!, ct);
        if (guess.MayBeChecked && await manager.CheckPasswordAsync(account, password))
            await guess.RightAsync(ct);
        else
            throw !guess.MayBeChecked || guess.IsLast ? new TooManyAttemptsException(await guess.WaitAsync(ct)) : RuleViolationException.Meaning("account.password_wrong", "The password is wrong.");
    }

    /// <summary>Gives the account another password, to be saved by the caller; throws when it is too weak.</summary>
    public async Task SetPasswordAsync(Account account, string password, CancellationToken ct)
    {
        List<string> refusals = [];
        foreach (var validator in manager.PasswordValidators)
            refusals.AddRange((await validator.ValidateAsync(manager, account, password)).Errors.Select(e => e.Description));
        if (refusals.Count > 0)
            throw RuleViolationException.Meaning("account.password_refused", string.Join(" ", refusals));

        account.PasswordHash = manager.PasswordHasher.HashPassword(account, password);
        account.SecurityStamp = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        account.PasswordExpired = false;
        await guesses.ForgetAsync(account.UserName!, ct);
    }

    /// <summary>An entry of the audit trail, saved with the change: that it happened, never the secret.</summary>
    public void Note(Guid owner, string entity, string action, Guid id, object what) => db.Add(new AuditEntry
    {
        At = clock.GetUtcNow(),
        ActorId = user.IsAuthenticated ? user.Id.Value : owner,
        Via = user.IsAuthenticated ? user.Via : "code",
        RemoteAddress = user.RemoteAddress,
        Action = action,
        Entity = entity,
        EntityId = id.ToString(),
        After = JsonSerializer.Serialize(what, JsonSerializerOptions.Web),
    });

    public void Note(Account account, object what) => Note(account.Id, "account", "changed", account.Id, what);
}
