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

    /// <summary>What told who this was is gone since then; the id stays, so that what was done stays done by somebody.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }
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

    /// <summary>Everything about a person that is edited, as one value.</summary>
    public UserDetails Details => new(UserName, Name, Email, Phone, Language, TimeZone)
    {
        SiteId = SiteId,
        DepartmentId = DepartmentId,
        ManagerId = ManagerId,
        DefaultTeamId = DefaultTeamId,
        Vip = Vip,
    };

    /// <summary>Takes the details over; false when they are what they were, and then nothing changed.</summary>
    public bool Edit(UserDetails details)
    {
        details = details.Clean();
        if (details == Details)
            return false;
        RefuseErased();
        RefuseSelfAsManager(details.ManagerId);

        (UserName, Name, Email, Phone) = (details.UserName, details.Name, details.Email, details.Phone);
        (Language, TimeZone, Vip) = (details.Language, details.TimeZone, details.Vip);
        (SiteId, DepartmentId, ManagerId, DefaultTeamId) = (details.SiteId, details.DepartmentId, details.ManagerId, details.DefaultTeamId);
        Version++;
        return true;
    }

    public void Rename(string name, string? email, string? phone) => (Name, Email, Phone, Version) = (name.Trim(), email, phone, Version + 1);

    public void Prefer(string language, string timeZone) => (Language, TimeZone, Version) = (language, timeZone, Version + 1);

    public void Place(SiteId? site, DepartmentId? department, UserId? manager, bool vip)
    {
        RefuseSelfAsManager(manager);
        (SiteId, DepartmentId, ManagerId, Vip, Version) = (site, department, manager, vip, Version + 1);
    }

    /// <summary>The team a ticket goes to when this person starts one that has none (ruling 18).</summary>
    public void WorkFor(TeamId? team) => (DefaultTeamId, Version) = (team, Version + 1);

    /// <summary>No more signing in; what was done stays under the name.</summary>
    public void Deactivate() => (Active, Version) = (false, Version + 1);

    public void Reactivate()
    {
        RefuseErased();
        (Active, Version) = (true, Version + 1);
    }

    /// <summary>Forgets who somebody was who has left; for good.</summary>
    public void Erase(DateTimeOffset now)
    {
        RefuseErased();
        if (Active)
            throw new RuleViolationException("user.active", "Deactivate this person first, so that open work is handed over.");

        (UserName, Name, Email, Phone) = ($"erased-{Id.Value:n}", "Erased person", null, null);
        (ManagerId, Vip, ErasedAt, Version) = (null, false, now, Version + 1);
    }

    private void RefuseErased()
    {
        if (ErasedAt is not null)
            throw new RuleViolationException("user.erased", "This person was erased.");
    }

    private void RefuseSelfAsManager(UserId? manager)
    {
        if (manager == Id)
            throw RuleViolationException.Meaning("user.own_manager", "A person cannot be their own manager.");
    }
}

/// <summary>What is known about a person and may be edited.</summary>
public sealed record UserDetails(string UserName, string Name, string? Email, string? Phone, string Language, string TimeZone)
{
    public SiteId? SiteId { get; init; }
    public DepartmentId? DepartmentId { get; init; }
    public UserId? ManagerId { get; init; }
    public TeamId? DefaultTeamId { get; init; }
    public bool Vip { get; init; }

    internal UserDetails Clean() => this with { UserName = UserName.Trim(), Name = Name.Trim(), Email = Blank(Email), Phone = Blank(Phone) };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
