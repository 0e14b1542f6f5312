using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.People;

/// <summary>A support group: owns queues, has members and a lead who hears of alarms.</summary>
public sealed class Team : AggregateRoot, IVersioned
{
    private readonly List<TeamMember> members = [];

    private Team() { }

    public TeamId Id { get; private init; }
    public LocalizedText Name { get; private set; } = LocalizedText.Both("");

    /// <summary>A short stable word for imports and searches, unique.</summary>
    public string Key { get; private set; } = "";
    public string? Description { get; private set; }
    public UserId? LeadId { get; private set; }
    public bool Active { get; private set; } = true;
    public long Version { get; private set; } = 1;
    public IReadOnlyList<TeamMember> Members => members;

    public static Team Form(string key, LocalizedText name, DateTimeOffset now) => new() { Id = TeamId.New(now), Key = key, Name = name };

    public void Describe(LocalizedText name, string? description) => (Name, Description, Version) = (name, description, Version + 1);

    public void Add(UserId user)
    {
        if (members.Any(m => m.UserId == user))
            return;

        members.Add(new TeamMember(Id, user));
        Version++;
    }

    public void Remove(UserId user)
    {
        if (members.RemoveAll(m => m.UserId == user) == 0)
            return;

        LeadId = LeadId == user ? null : LeadId;
        Version++;
    }

    /// <summary>The lead hears of alarms; must be a member.</summary>
    public void LedBy(UserId? lead)
    {
        if (lead is { } person && members.All(m => m.UserId != person))
            throw RuleViolationException.Meaning("team.lead_not_member", "The lead of a team must be one of its members.");

        (LeadId, Version) = (lead, Version + 1);
    }

    public void Deactivate() => (Active, Version) = (false, Version + 1);

    public void Reactivate() => (Active, Version) = (true, Version + 1);
}

/// <summary>Membership of one person in one team.</summary>
public sealed class TeamMember
{
    private TeamMember() { }

    internal TeamMember(TeamId team, UserId user) => (TeamId, UserId) = (team, user);

    public TeamId TeamId { get; private init; }
    public UserId UserId { get; private init; }
}
