using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Gives a code with which a person sets a password themselves, once and within the hour.</summary>
[Permission(Permissions.UsersManage)]
public sealed record IssueResetLink(Guid UserId) : ICommand<IssuedCode>;

/// <summary>Takes the second factor off somebody who lost it.</summary>
[Permission(Permissions.UsersManage)]
public sealed record RemoveTwoFactor(Guid UserId) : ICommand<Unit>;

/// <summary>Lets somebody sign in at once who failed too often; nothing happens to an account that is not locked.</summary>
[Permission(Permissions.UsersManage)]
public sealed record UnlockAccount(Guid UserId) : ICommand<Unit>;

internal sealed class AccountHelpHandlers(IServiceDeskDb db, AccessRules rules, IAccounts accounts, IPasswords passwords, ITwoFactor twoFactor)
    : IRequestHandler<IssueResetLink, IssuedCode>, IRequestHandler<RemoveTwoFactor, Unit>, IRequestHandler<UnlockAccount, Unit>
{
    public async Task<IssuedCode> Handle(IssueResetLink request, CancellationToken ct)
    {
        var person = await FindAsync(request.UserId, ct);
        if (!person.Active)
            throw new RuleViolationException("user.not_active", "This person has been deactivated.");

        await accounts.AddAsync(person.Id, person.UserName, person.Email, ct);
        return await passwords.IssueResetAsync(person.Id, ct);
    }

    public async Task<Unit> Handle(RemoveTwoFactor request, CancellationToken ct)
    {
        await twoFactor.RemoveAsync((await FindAsync(request.UserId, ct)).Id, ct);
        return Unit.Value;
    }

    public async Task<Unit> Handle(UnlockAccount request, CancellationToken ct)
    {
        await passwords.UnlockAsync((await FindAsync(request.UserId, ct)).Id, ct);
        return Unit.Value;
    }

    private async Task<User> FindAsync(Guid userId, CancellationToken ct)
    {
        var id = new UserId(userId);
        var person = await db.Users.SingleOrDefaultAsync(u => u.Id == id && !u.IsService, ct) ?? throw new NotFoundException("The user");
        await rules.DemandMayTakeOverAsync(id, ct);
        return person;
    }
}
