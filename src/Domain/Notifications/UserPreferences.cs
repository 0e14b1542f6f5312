using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Notifications;

/// <summary>What one person wants to be told of, and how their pages look. Absent until they change something.</summary>
public sealed class UserPreferences : AggregateRoot, IVersioned, INotAudited
{
    public const int InterfaceMaxLength = 20_000;

    private UserPreferences() { }

    public UserId UserId { get; private init; }

    /// <summary>Kinds switched on although they are off for everybody.</summary>
    public NotificationKind[] Wanted { get; private set; } = [];

    /// <summary>Kinds switched off.</summary>
    public NotificationKind[] Unwanted { get; private set; } = [];

    /// <summary>A JSON object that belongs to the pages: theme, density, keys.</summary>
    public string Interface { get; private set; } = "{}";
    public long Version { get; private set; }

    public static UserPreferences Of(UserId user) => new() { UserId = user };

    /// <summary>A team's whole queue is news to few; everything else concerns the reader in person.</summary>
    public static bool ByDefault(NotificationKind kind) => kind != NotificationKind.TeamQueue;

    public bool Wants(NotificationKind kind) => ByDefault(kind) ? !Unwanted.Contains(kind) : Wanted.Contains(kind);

    public void Choose(NotificationKind kind, bool wanted)
    {
        var differs = wanted != ByDefault(kind);
        Wanted = [.. Wanted.Where(k => k != kind), .. differs && wanted ? [kind] : Array.Empty<NotificationKind>()];
        Unwanted = [.. Unwanted.Where(k => k != kind), .. differs && !wanted ? [kind] : Array.Empty<NotificationKind>()];
    }

    public void Arrange(string json) => Interface = json;

    public void Changed() => Version++;
}
