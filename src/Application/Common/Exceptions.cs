using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Common;

/// <summary>It does not exist, or the caller may not know that it does: 404.</summary>
public sealed class NotFoundException(string what) : Exception($"{what} was not found.");

/// <summary>Nobody is signed in: 401.</summary>
public sealed class UnauthenticatedException() : Exception("Sign in first.");

/// <summary>The caller is known and may not do this: 403.</summary>
public sealed class ForbiddenException(string permission) : Exception($"This needs the permission {permission}.")
{
    public string Permission { get; } = permission;
}

/// <summary>Too many failures in a row: 429, and when to try again.</summary>
public sealed class TooManyAttemptsException(TimeSpan retryAfter) : Exception("Too many failures. Wait a few minutes and try again.")
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>The representation the caller had in mind is no longer the current one: 412 with what is current now.</summary>
public sealed class PreconditionFailedException(long version, Func<ISender, CancellationToken, Task<object?>> current, Func<ISender, CancellationToken, Task<object?>> changes)
    : Exception("It was changed meanwhile.")
{
    public long Version { get; } = version;

    /// <summary>Reads what is current, as the caller may see it.</summary>
    public Func<ISender, CancellationToken, Task<object?>> Current { get; } = current;

    /// <summary>Reads who changed what since the version they knew.</summary>
    public Func<ISender, CancellationToken, Task<object?>> Changes { get; } = changes;
}

/// <summary>Outside the schema in a way only the handler can see: 400 with the offending members.</summary>
public sealed class MalformedRequestException(string code, string member, string message) : Exception(message)
{
    public string Code { get; } = code;

    public string Member { get; } = member;
}

/// <summary>A public reply to a conversation that has moved on: 409 with the newer messages (ruling 3).</summary>
public sealed class ConversationMovedException(long conversationVersion, IReadOnlyList<object> newer) : Exception("There are newer messages.")
{
    public long ConversationVersion { get; } = conversationVersion;

    public IReadOnlyList<object> Newer { get; } = newer;
}

/// <summary>More than is taken in one piece: 413.</summary>
public sealed class TooLargeException(string message) : Exception(message);
