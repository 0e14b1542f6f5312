using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.People;

/// <summary>A person known to the desk: who opens, works or watches tickets. Signing in is a separate account.</summary>
public sealed class User : AggregateRoot, IVersioned
{
    public const int UserNameMaxLength = 100;
    public const int NameMaxLength = 200;
    public const int EmailMaxLength = 254;

    private User() { }

    public UserId Id { get; private init; }
    [Personal]
    public string UserName { get; private set; } = "";
    [Personal]
    public string Name { get; private set; } = "";
    [Personal]
    public string? Email { get; private set; }
    [Personal]
    public string? Phone { get; private set; }
    public string Language { get; private set; } = "en";
    public string TimeZone { get; private set; } = "Etc/UTC";
    public SiteId? SiteId { get; private set; }
    public DepartmentId? DepartmentId { get; private set; }
    public UserId? ManagerId { get; private set; }
    public TeamId? DefaultTeamId { get; private set; }
    public bool Vip { get; private set; }
    public bool Active { get; private set; } = true;

    /// <summary>A service account calls the API for a machine; it has tokens but no password.</summary>
    public bool IsService { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public long Version { get; private set; } = 1;

    public static User Register(string userName, string name, string? email, DateTimeOffset now, bool isService = false, UserId? id = null) => new()
    {
        Id = id ?? UserId.New(now),
        UserName = userName.Trim(),
        Name = name.Trim(),
        Email = email?.Trim(),
        CreatedAt = now,
        IsService = isService,
    };

    public void Rename(string name, string? email, string? phone) => (Name, Email, Phone, Version) = (name.Trim(), email, phone, Version + 1);

    public void Prefer(string language, string timeZone) => (Language, TimeZone, Version) = (language, timeZone, Version + 1);

    public void Place(SiteId? site, DepartmentId? department, UserId? manager, bool vip)
    {
        if (manager == Id)
            throw RuleViolationException.Meaning("user.own_manager", "A person cannot be their own manager.");

        (SiteId, DepartmentId, ManagerId, Vip, Version) = (site, department, manager, vip, Version + 1);
    }

    /// <summary>The team a ticket goes to when this person starts one that has none (ruling 18).</summary>
    public void WorkFor(TeamId? team) => (DefaultTeamId, Version) = (team, Version + 1);

    /// <summary>No more signing in; what was done stays under the name.</summary>
    public void Deactivate() => (Active, Version) = (false, Version + 1);

    public void Reactivate() => (Active, Version) = (true, Version + 1);
}
