using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.Organisation;

/// <summary>What one organisation decided once for the whole desk. A single row.</summary>
public sealed class OrganisationSettings : AggregateRoot, IVersioned
{
    public const int SingleId = 1;

    private OrganisationSettings() { }

    public int Id { get; private init; } = SingleId;
    public string Name { get; private set; } = "ServiceDesk";
    public string TimeZone { get; private set; } = "Europe/Paris";
    public string Language { get; private set; } = "en";

    /// <summary>How long after resolution a requester may reopen; the ticket closes by itself when it has passed.</summary>
    public TimeSpan ReopenWindow { get; private set; } = TimeSpan.FromDays(7);

    /// <summary>Resolved within this, by the first assignee, is first-contact resolution.</summary>
    public TimeSpan FirstContactWindow { get; private set; } = TimeSpan.FromHours(1);
    public bool AutoClose { get; private set; } = true;

    /// <summary>How long delivered outbox rows, read notifications and finished imports are kept.</summary>
    public int RetentionDays { get; private set; } = 30;
    public long Version { get; private set; } = 1;

    public static OrganisationSettings Default() => new();

    public void Describe(string name, string timeZone, string language) => (Name, TimeZone, Language, Version) = (name, timeZone, language, Version + 1);

    public void SetWindows(TimeSpan reopen, TimeSpan firstContact, bool autoClose)
    {
        if (reopen < TimeSpan.Zero || reopen > TimeSpan.FromDays(365))
            throw RuleViolationException.Meaning("settings.reopen_window", "The reopen window lies between nothing and a year.");
        if (firstContact < TimeSpan.Zero || firstContact > TimeSpan.FromDays(7))
            throw RuleViolationException.Meaning("settings.first_contact", "The first contact lies between nothing and a week.");

        (ReopenWindow, FirstContactWindow, AutoClose, Version) = (reopen, firstContact, autoClose, Version + 1);
    }

    public void Keep(int retentionDays)
    {
        if (retentionDays is < 1 or > 3650)
            throw RuleViolationException.Meaning("settings.retention", "Keep between 1 day and 10 years.");

        (RetentionDays, Version) = (retentionDays, Version + 1);
    }
}
