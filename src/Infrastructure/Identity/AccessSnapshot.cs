using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>A person's rights and teams at one moment.</summary>
public sealed record AccessSnapshot : ICurrentUser
{
    public required UserId Id { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public required TeamId? DefaultTeamId { get; init; }
    public required IReadOnlyList<TeamId> TeamIds { get; init; }
    public required IReadOnlyDictionary<string, Reach> Rights { get; init; }
    public required string Via { get; init; }
    public string? RemoteAddress { get; init; }
    public bool IsAuthenticated => true;
    public bool IsSystem => false;
    public IReadOnlySet<string> Permissions => field ??= Rights.Keys.ToHashSet();

    public bool May(string permission) => Rights.ContainsKey(permission);

    public Reach ReachOf(string permission) => Rights.GetValueOrDefault(permission, Reach.None);
}
