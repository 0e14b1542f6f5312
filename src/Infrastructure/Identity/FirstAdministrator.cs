using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.People;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>
/// Every server prints a code of its own, as only hashes are stored; any of them works on any server, and the first that is used
/// makes all of them void.
/// </summary>
internal sealed class FirstAdministrator(
    ServiceDeskDbContext db, OneTimeCodes codes, IAccounts accounts, OwnAccount own, ISettingsReader settings, Caller caller, TimeProvider clock) : ISetup
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromHours(24);

    public async Task<bool> IsNeededAsync(CancellationToken ct) => !await db.Set<Grant>()
        .AnyAsync(g => g.TeamId == null && g.SiteId == null
            && db.Set<Role>().Any(r => r.Id == g.RoleId && r.Key == AccessRules.AdministratorKey)
            && db.Set<User>().Any(u => u.Id == g.UserId && u.Active && !u.IsService), ct);

    public async Task<IssuedCode?> IssueCodeAsync(CancellationToken ct)
    {
        if (!await IsNeededAsync(ct))
            return null;

        var issued = codes.Add(OneTimeCode.Setup, null, Secrets.ToType(4), CodeLifetime);
        await db.SaveChangesAsync(ct);
        return issued;
    }

    public async Task<UserId> RunAsync(string code, string userName, string name, string? email, string password, CancellationToken ct)
    {
        caller.Is(new SystemUser("setup"));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // One at a time: whoever comes second finds an administrator.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(7332002)", ct);
        if (!await IsNeededAsync(ct))
            throw new RuleViolationException("setup.done", "There is an administrator already.");
        if (await codes.UseAsync(OneTimeCode.Setup, Secrets.Typed(code), ct) is null)
            throw RuleViolationException.Meaning("setup.code_refused", "This is not the code of the server's log, or it is older than a day.");

        await codes.VoidAsync(OneTimeCode.Setup, null, ct);
        var person = await PersonAsync(userName, name, email, ct);
        var account = await db.Set<Account>().FindAsync([person.Value], ct);
        await own.SetPasswordAsync(account!, password, ct);
        own.Note(account!, new { Setup = "first administrator" });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return person;
    }

    private async Task<UserId> PersonAsync(string userName, string name, string? email, CancellationToken ct)
    {
        var (now, organisation) = (clock.GetUtcNow(), await settings.GetAsync(ct));
        var person = User.Register(userName, name, email, now);
        person.Edit(new UserDetails(userName, name, email, null, organisation.Language, organisation.TimeZone));
        db.Add(person);
        db.Add(Grant.Give(person.Id, (await db.Set<Role>().SingleAsync(r => r.Key == AccessRules.AdministratorKey, ct)).Id, now));
        await accounts.AddAsync(person.Id, userName, email, ct);
        await db.SaveChangesAsync(ct);
        return person.Id;
    }
}
