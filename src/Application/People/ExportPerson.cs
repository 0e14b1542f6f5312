using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Notifications;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.People;

/// <summary>What is stored about the caller, to take away.</summary>
[Permission(Permissions.SignedIn)]
public sealed record ExportMe : IQuery<PersonalData>;

/// <summary>What is stored about a person, for who answers them; of tickets what the caller may see.</summary>
[Permission(Permissions.UsersManage)]
public sealed record ExportUser(Guid Id) : IQuery<PersonalData>;

/// <summary>
/// All that is kept about a person; lists are written as they are read. Passwords, secrets and hashes are not in it, nor what others wrote.
/// </summary>
public sealed record PersonalData
{
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>With teams and roles.</summary>
    public required UserResponse Profile { get; init; }
    public required PreferencesResponse Preferences { get; init; }

    /// <summary>Also those that are over, while they are kept.</summary>
    public required IAsyncEnumerable<PersonalSession> Sessions { get; init; }
    public required IAsyncEnumerable<PersonalToken> Tokens { get; init; }
    public required IAsyncEnumerable<PersonalTicket> TicketsRequested { get; init; }
    public required IAsyncEnumerable<PersonalComment> Comments { get; init; }
    public required IAsyncEnumerable<PersonalWorklog> Worklogs { get; init; }

    /// <summary>What they did, newest first, at most 10 000: the audit trail has all of it.</summary>
    public required IAsyncEnumerable<PersonalAct> Acts { get; init; }
}

/// <summary>One sign-in in one browser.</summary>
public sealed record PersonalSession(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastSeenAt, DateTimeOffset? RevokedAt, string? RemoteAddress, string? UserAgent);

/// <summary>A token of theirs, without its secret.</summary>
public sealed record PersonalToken(
    Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>A ticket they asked for.</summary>
public sealed record PersonalTicket(Guid Id, string Reference, string Title, string? Description, TicketState State, DateTimeOffset OpenedAt, DateTimeOffset? ResolvedAt);

/// <summary>A message or note they wrote.</summary>
public sealed record PersonalComment(string Ticket, string Body, Visibility Visibility, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt);

/// <summary>Time they wrote down.</summary>
public sealed record PersonalWorklog(string Ticket, int Minutes, string Text, DateTimeOffset At);

/// <summary>An entry of the audit trail that is theirs, without its values: those are of what was changed.</summary>
public sealed record PersonalAct(DateTimeOffset At, string Via, string? RemoteAddress, string Action, string Entity, string EntityId);

/// <summary>Collects what is kept about a person, wherever it lies; not found for somebody who is no person.</summary>
public interface IPersonalCopy
{
    Task<PersonalData> OfAsync(UserId user, CancellationToken ct);
}

internal sealed class ExportPersonHandlers(IPersonalCopy copy, ICurrentUser user) : IRequestHandler<ExportMe, PersonalData>, IRequestHandler<ExportUser, PersonalData>
{
    public Task<PersonalData> Handle(ExportMe request, CancellationToken ct) => copy.OfAsync(user.Id, ct);

    public Task<PersonalData> Handle(ExportUser request, CancellationToken ct) => copy.OfAsync(new UserId(request.Id), ct);
}
