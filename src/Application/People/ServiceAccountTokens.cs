using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>A service account's tokens, without their secrets.</summary>
[Permission(Permissions.ServiceAccountsManage)]
public sealed record ListServiceAccountTokens(Guid AccountId) : IQuery<Page<TokenResponse>>;

/// <summary>A token of a service account, limited to some of its permissions (none named: all).</summary>
[Permission(Permissions.ServiceAccountsManage)]
public sealed record CreateServiceAccountToken(Guid AccountId, string Name, IReadOnlyList<string>? Scopes = null, DateTimeOffset? ExpiresAt = null)
    : ICommand<CreatedToken>;

/// <summary>Ends a token of a service account at once.</summary>
[Permission(Permissions.ServiceAccountsManage)]
public sealed record RevokeServiceAccountToken(Guid AccountId, Guid Id) : ICommand<Unit>;

internal sealed class CreateServiceAccountTokenValidator : AbstractValidator<CreateServiceAccountToken>
{
    public CreateServiceAccountTokenValidator()
    {
        RuleFor(x => x.Name).Is(x => PeopleRules.IsLine(x, TokenRules.NameMaxLength), TokenRules.NameMessage);
        RuleFor(x => x.Scopes).Is(x => x is null || RoleRules.AllKnown(x), RoleRules.UnknownMessage).Is(x => x is not { Count: 0 }, TokenRules.NoScopesMessage);
    }
}

internal sealed class ServiceAccountTokenHandlers(IServiceDeskDb db, ITokens tokens, AccessRules rules, TimeProvider clock)
    : IRequestHandler<ListServiceAccountTokens, Page<TokenResponse>>,
        IRequestHandler<CreateServiceAccountToken, CreatedToken>,
        IRequestHandler<RevokeServiceAccountToken, Unit>
{
    public async Task<Page<TokenResponse>> Handle(ListServiceAccountTokens request, CancellationToken ct) =>
        await tokens.ListAsync((await FindAsync(request.AccountId, ct)).Id, ct);

    public async Task<CreatedToken> Handle(CreateServiceAccountToken request, CancellationToken ct)
    {
        var account = await FindAsync(request.AccountId, ct);
        if (!account.Active)
            throw new RuleViolationException("service_account.not_active", "This service account is out of use.");

        await rules.DemandMayTakeOverAsync(account.Id, ct);
        var held = await db.Set<Grant>().Where(g => g.UserId == account.Id).Join(db.Set<Role>(), g => g.RoleId, r => r.Id, (g, r) => r.Permissions).ToListAsync(ct);
        var scopes = (request.Scopes ?? []).Distinct().Order(StringComparer.Ordinal).ToList();
        if (scopes.FirstOrDefault(s => s != Permissions.SignedIn && !held.Any(p => p.Contains(s))) is { } missing)
            throw RuleViolationException.Meaning("token.scope_not_held", $"A token cannot have what its owner has not: {missing}.");

        return await tokens.CreateAsync(account.Id, request.Name.Trim(), scopes, TokenRules.End(request.ExpiresAt, clock.GetUtcNow()), ct);
    }

    public async Task<Unit> Handle(RevokeServiceAccountToken request, CancellationToken ct)
    {
        await tokens.RevokeAsync((await FindAsync(request.AccountId, ct)).Id, request.Id, ct);
        return Unit.Value;
    }

    private async Task<User> FindAsync(Guid accountId, CancellationToken ct)
    {
        var id = new UserId(accountId);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.IsService && u.Id != UserId.System, ct)
            ?? throw new NotFoundException("The service account");
    }
}
