using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>How a sign-in ended.</summary>
public enum SignInStatus
{
    SignedIn,
    Refused,
    CodeRequired,
    LockedOut,
}

/// <summary>What became of a sign-in, and whose it is when it worked.</summary>
public sealed record SignInOutcome(SignInStatus Status, UserId UserId = default, Guid SessionId = default, TimeSpan? RetryAfter = null);

/// <summary>Passwords, second factors and sessions; kept by the identity framework.</summary>
public interface IAccounts
{
    /// <summary>Checks name, password and, when the account wants one, a TOTP or recovery code; opens a session when all is right.</summary>
    Task<SignInOutcome> SignInAsync(string userName, string password, string? code, SignInOrigin origin, CancellationToken ct);

    Task EndSessionAsync(Guid sessionId, CancellationToken ct);

    /// <summary>Makes an account for a person; throws a rule violation when the password is too weak.</summary>
    Task CreateAsync(UserId user, string userName, string? email, string password, CancellationToken ct);

    /// <summary>Prepares an account without a password; the caller's save makes it. Nothing when there is one.</summary>
    Task AddAsync(UserId user, string userName, string? email, CancellationToken ct);

    /// <summary>As <see cref="AddAsync"/>, for a person who is new and so has none.</summary>
    void Prepare(UserId user, string userName, string? email);

    /// <summary>The person signs in under another name from the caller's save on.</summary>
    Task RenameAsync(UserId user, string userName, string? email, CancellationToken ct);

    /// <summary>With the caller's save all sessions, tokens and reset links of the person end.</summary>
    Task EndEverythingAsync(UserId user, CancellationToken ct);
}

/// <summary>From where somebody signs in.</summary>
public sealed record SignInOrigin(string? RemoteAddress, string? UserAgent);
