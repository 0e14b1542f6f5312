using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Passwords and the codes that set them.</summary>
public interface IPasswords
{
    /// <summary>The caller's own; all their other sessions end.</summary>
    Task ChangeAsync(string current, string next, CancellationToken ct);

    /// <summary>A code that sets a person's password once, within the hour; earlier ones no longer work.</summary>
    Task<IssuedCode> IssueResetAsync(UserId user, CancellationToken ct);

    /// <summary>Uses such a code: the password is set, every session of the person ends.</summary>
    Task ResetAsync(string code, string next, CancellationToken ct);

    /// <summary>Failures are forgotten, and with them the wait that they cost.</summary>
    Task UnlockAsync(UserId user, CancellationToken ct);
}

/// <summary>A code shown once and kept as a hash.</summary>
public sealed record IssuedCode(string Code, DateTimeOffset ExpiresAt);

/// <summary>The second factor: an authenticator's codes, and recovery codes for when it is lost.</summary>
public interface ITwoFactor
{
    Task<TwoFactorState> GetAsync(CancellationToken ct);

    /// <summary>A new secret; nothing is asked for it until it is confirmed.</summary>
    Task<TwoFactorSecret> BeginAsync(CancellationToken ct);

    Task<RecoveryCodes> ConfirmAsync(string code, CancellationToken ct);

    Task<RecoveryCodes> RenewRecoveryCodesAsync(string password, CancellationToken ct);

    Task DisableAsync(string password, CancellationToken ct);

    /// <summary>Somebody lost theirs: an administrator takes it off.</summary>
    Task RemoveAsync(UserId user, CancellationToken ct);
}

/// <summary>Whether a second factor is asked for, and how many recovery codes are left.</summary>
public sealed record TwoFactorState(bool Enabled, int RecoveryCodesLeft) : IVersioned
{
    // Nothing counts its versions; what it says tells one from another.
    long IVersioned.Version => Enabled ? 1 + RecoveryCodesLeft : 0;
}

/// <summary>What an authenticator needs: the secret to type, or the URI of a QR code.</summary>
public sealed record TwoFactorSecret(string Secret, string Uri);

/// <summary>Each works once instead of an authenticator's code. They are shown this once.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>The caller's sessions.</summary>
public interface ISessions
{
    Task<Page<SessionRow>> ListAsync(CancellationToken ct);

    /// <summary>Not found for a session that is not theirs or is over.</summary>
    Task EndAsync(Guid id, CancellationToken ct);

    /// <summary>All but the one that calls.</summary>
    Task EndOthersAsync(CancellationToken ct);
}

/// <summary>One sign-in in one browser. <c>Current</c>: the one that asks.</summary>
public sealed record SessionRow(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, string? RemoteAddress, string? Browser, bool Current);

/// <summary>Keys to the API, of people and of service accounts.</summary>
public interface ITokens
{
    Task<Page<TokenResponse>> ListAsync(UserId owner, CancellationToken ct);

    /// <summary>A token limited to <paramref name="scopes"/>; none: all its owner may.</summary>
    Task<CreatedToken> CreateAsync(UserId owner, string name, IReadOnlyList<string> scopes, DateTimeOffset expiresAt, CancellationToken ct);

    Task RevokeAsync(UserId owner, Guid id, CancellationToken ct);
}

/// <summary>A token without its secret. No scopes: all its owner may.</summary>
public sealed record TokenResponse(
    Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>A new token with its secret, which is shown this once.</summary>
public sealed record CreatedToken(
    Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, string Token);

/// <summary>The first administrator of an installation.</summary>
public interface ISetup
{
    /// <summary>True while nobody administers.</summary>
    Task<bool> IsNeededAsync(CancellationToken ct);

    /// <summary>A code for whoever reads the log; null when there is an administrator.</summary>
    Task<IssuedCode?> IssueCodeAsync(CancellationToken ct);

    /// <summary>Makes the first administrator; every code is void after it.</summary>
    Task<UserId> RunAsync(string code, string userName, string name, string? email, string password, CancellationToken ct);
}
