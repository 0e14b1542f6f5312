using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Holds who is calling in this scope; set once by the request or the worker that opened it.</summary>
public sealed class Caller
{
    public ICurrentUser User { get; private set; } = Nobody.Instance;

    /// <summary>The session the call came in; null for a token or a worker.</summary>
    public Guid? SessionId { get; private set; }

    public void Is(ICurrentUser user, Guid? session = null) => (User, SessionId) = (user, session);
}

/// <summary>Not signed in: sees and may nothing.</summary>
internal sealed class Nobody : ICurrentUser
{
    public static readonly Nobody Instance = new();

    public bool IsAuthenticated => false;
    public bool IsSystem => false;
    public UserId Id => default;
    public string Name => "";
    public string Language => "en";
    public string TimeZone => "Etc/UTC";
    public TeamId? DefaultTeamId => null;
    public IReadOnlyList<TeamId> TeamIds => [];
    public IReadOnlySet<string> Permissions { get; } = new HashSet<string>();
    public string Via => "none";
    public string? RemoteAddress => null;

    public bool May(string permission) => false;

    public Reach ReachOf(string permission) => Reach.None;
}

/// <summary>The product itself: workers, seeding, imports. Sees everything, may everything.</summary>
public sealed class SystemUser(string via = "system") : ICurrentUser
{
    public bool IsAuthenticated => true;
    public bool IsSystem => true;
    public UserId Id => UserId.System;
    public string Name => "ServiceDesk";
    public string Language => "en";
    public string TimeZone => "Etc/UTC";
    public TeamId? DefaultTeamId => null;
    public IReadOnlyList<TeamId> TeamIds => [];
    public IReadOnlySet<string> Permissions { get; } = new HashSet<string>(Application.Common.Permissions.All);
    public string Via => via;
    public string? RemoteAddress => null;

    public bool May(string permission) => true;

    public Reach ReachOf(string permission) => Reach.All;
}

/// <summary>The current user of the scope, read afresh each time: the scope may be opened before the caller is known.</summary>
internal sealed class CurrentUser(Caller caller) : ICurrentUser
{
    public bool IsAuthenticated => caller.User.IsAuthenticated;
    public bool IsSystem => caller.User.IsSystem;
    public UserId Id => caller.User.Id;
    public string Name => caller.User.Name;
    public string Language => caller.User.Language;
    public string TimeZone => caller.User.TimeZone;
    public TeamId? DefaultTeamId => caller.User.DefaultTeamId;
    public IReadOnlyList<TeamId> TeamIds => caller.User.TeamIds;
    public IReadOnlySet<string> Permissions => caller.User.Permissions;
    public string Via => caller.User.Via;
    public string? RemoteAddress => caller.User.RemoteAddress;

    public bool May(string permission) => caller.User.May(permission);

    public Reach ReachOf(string permission) => caller.User.ReachOf(permission);
}
