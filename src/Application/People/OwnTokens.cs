using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.People;

/// <summary>The caller's tokens, without their secrets.</summary>
[Permission(Permissions.TokensOwn)]
public sealed record ListTokens : IQuery<Page<TokenResponse>>;

/// <summary>
/// A token of the caller's own, limited to some of their permissions (none named: all, and only in a session). Without an end it
/// lives a year, at most two.
/// </summary>
[Permission(Permissions.TokensOwn)]
public sealed record CreateToken(string Name, IReadOnlyList<string>? Scopes = null, DateTimeOffset? ExpiresAt = null) : ICommand<CreatedToken>;

/// <summary>Ends one of the caller's tokens at once.</summary>
[Permission(Permissions.TokensOwn)]
public sealed record RevokeToken(Guid Id) : ICommand<Unit>;

internal sealed class CreateTokenValidator : AbstractValidator<CreateToken>
{
    public CreateTokenValidator()
    {
        RuleFor(x => x.Name).Is(x => PeopleRules.IsLine(x, TokenRules.NameMaxLength), TokenRules.NameMessage);
        RuleFor(x => x.Scopes).Is(x => x is null || RoleRules.AllKnown(x), RoleRules.UnknownMessage).Is(x => x is not { Count: 0 }, TokenRules.NoScopesMessage);
    }
}

/// <summary>What holds for tokens of people and of service accounts.</summary>
internal static class TokenRules
{
    public const int NameMaxLength = 100;
    public const string NoScopesMessage = "A token without any right is of no use. Leave scopes out for all that its owner may.";
    public const string NameMessage = "A token has a name of 1 to 100 characters.";

    public static readonly TimeSpan Usual = TimeSpan.FromDays(365);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(731);

    public static DateTimeOffset End(DateTimeOffset? asked, DateTimeOffset now) =>
        asked is not { } end ? now + Usual
        : end > now && end <= now + Longest ? end
        : throw RuleViolationException.Meaning("token.expiry", "A token ends in the future, within two years.");
}

internal sealed class TokenHandlers(ITokens tokens, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListTokens, Page<TokenResponse>>, IRequestHandler<CreateToken, CreatedToken>, IRequestHandler<RevokeToken, Unit>
{
    public Task<Page<TokenResponse>> Handle(ListTokens request, CancellationToken ct) => tokens.ListAsync(user.Id, ct);

    public Task<CreatedToken> Handle(CreateToken request, CancellationToken ct)
    {
        var scopes = (request.Scopes ?? []).Distinct().Order(StringComparer.Ordinal).ToList();
        if (scopes.FirstOrDefault(s => !user.May(s)) is { } missing)
            throw RuleViolationException.Meaning("token.scope_not_held", $"A token cannot have what its owner has not: {missing}.");
        if (scopes.Count == 0 && user.Via != "session")
            throw RuleViolationException.Meaning("token.scopes_missing", "A token made with a token names its scopes.");

        return tokens.CreateAsync(user.Id, request.Name.Trim(), scopes, TokenRules.End(request.ExpiresAt, clock.GetUtcNow()), ct);
    }

    public async Task<Unit> Handle(RevokeToken request, CancellationToken ct)
    {
        await tokens.RevokeAsync(user.Id, request.Id, ct);
        return Unit.Value;
    }
}
