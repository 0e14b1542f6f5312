using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>A policy: what it promises now, and the draft of what it will promise.</summary>
public sealed record PolicyResponse : IVersioned
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The policy with the lowest order that matches a ticket applies to it.</summary>
    public required int Order { get; init; }
    public required bool Active { get; init; }
    public required ConditionsBody When { get; init; }
    public required Guid CalendarId { get; init; }
    public required NamedRef Calendar { get; init; }
    public required TargetsBody Targets { get; init; }
    public required IReadOnlyList<PendingReason> PauseOn { get; init; }

    /// <summary>Empty: owner and lead are notified at 50, 75, 90 and 100 %.</summary>
    public required IReadOnlyList<AlarmBody> Alarms { get; init; }
    public required FirstResponseBy FirstResponseBy { get; init; }
    public required int PublishedVersion { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required PolicyVersionResponse? Draft { get; init; }
    public required long Version { get; init; }
}

/// <summary>What a policy says in one version; not published while it is a draft.</summary>
public sealed record PolicyVersionResponse
{
    public required int Number { get; init; }
    public required ConditionsBody When { get; init; }
    public required Guid CalendarId { get; init; }
    public required NamedRef Calendar { get; init; }
    public required TargetsBody Targets { get; init; }
    public required IReadOnlyList<PendingReason> PauseOn { get; init; }
    public required IReadOnlyList<AlarmBody> Alarms { get; init; }
    public required FirstResponseBy FirstResponseBy { get; init; }
    public required DateTimeOffset DraftedAt { get; init; }
    public required PersonRef DraftedBy { get; init; }
    public required DateTimeOffset? PublishedAt { get; init; }
    public required PersonRef? PublishedBy { get; init; }
    public required PolicyReach? Reach { get; init; }
}

/// <summary>The one way a policy becomes a response.</summary>
public sealed class PolicyReader(IServiceDeskDb db)
{
    public async Task<PolicyResponse> GetAsync(PolicyId id, CancellationToken ct) =>
        (await ReadAsync(db.Set<ServiceLevelPolicy>().Where(p => p.Id == id), ct)).SingleOrDefault() ?? throw new NotFoundException("The policy");

    public async Task<IReadOnlyList<PolicyResponse>> ReadAsync(IQueryable<ServiceLevelPolicy> policies, CancellationToken ct)
    {
        var found = await policies.AsNoTracking().ToListAsync(ct);
        var ids = found.Select(p => p.Id).ToList();
        var versions = await db.Set<PolicyVersion>().AsNoTracking().Where(v => ids.Contains(v.PolicyId)
            && (v.PublishedAt == null || v.Number == db.Set<PolicyVersion>().Where(x => x.PolicyId == v.PolicyId && x.PublishedAt != null).Max(x => x.Number)))
            .ToListAsync(ct);
        var names = await NamesAsync(versions, ct);

        return [.. found.Select(p => ToResponse(p, versions.Where(v => v.PolicyId == p.Id).ToList(), names))];
    }

    public async Task<IReadOnlyList<PolicyVersionResponse>> VersionsAsync(IQueryable<PolicyVersion> versions, CancellationToken ct)
    {
        var found = await versions.AsNoTracking().ToListAsync(ct);
        var names = await NamesAsync(found, ct);

        return [.. found.Select(v => ToVersion(v, names))];
    }

    private async Task<Names> NamesAsync(IEnumerable<PolicyVersion> versions, CancellationToken ct)
    {
        var all = versions.ToList();
        var calendars = all.Select(v => v.Definition.CalendarId).Distinct().ToList();
        var named = all.SelectMany(v => v.Definition.Alarms).SelectMany(a => a.Actions).Select(a => a.User).OfType<UserId>();
        var people = all.SelectMany(v => new[] { v.DraftedBy, v.PublishedBy ?? v.DraftedBy }).Concat(named).Distinct().ToList();

        return new Names(
            await db.Set<Calendar>().Where(c => calendars.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct),
            await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct));
    }

    private static PolicyResponse ToResponse(ServiceLevelPolicy policy, List<PolicyVersion> versions, Names names)
    {
        var current = ToVersion(versions.Single(v => v.IsPublished), names);
        return new PolicyResponse
        {
            Id = policy.Id.Value,
            Name = policy.Name,
            Order = policy.Order,
            Active = policy.Active,
            When = current.When,
            CalendarId = current.CalendarId,
            Calendar = current.Calendar,
            Targets = current.Targets,
            PauseOn = current.PauseOn,
            Alarms = current.Alarms,
            FirstResponseBy = current.FirstResponseBy,
            PublishedVersion = current.Number,
            PublishedAt = current.PublishedAt!.Value,
            Draft = versions.Find(v => !v.IsPublished) is { } draft ? ToVersion(draft, names) : null,
            Version = policy.Version,
        };
    }

    private static PolicyVersionResponse ToVersion(PolicyVersion version, Names names) => new()
    {
        Number = version.Number,
        When = ConditionsBody.Of(version.Definition.When),
        CalendarId = version.Definition.CalendarId.Value,
        Calendar = new NamedRef(version.Definition.CalendarId.Value, names.Calendars[version.Definition.CalendarId]),
        Targets = TargetsBody.Of(version.Definition.Targets),
        PauseOn = version.Definition.PauseOn,
        Alarms = [.. version.Definition.Alarms.Select(a => AlarmBody.Of(a, names.People))],
        FirstResponseBy = version.Definition.FirstResponseBy,
        DraftedAt = version.DraftedAt,
        DraftedBy = new PersonRef(version.DraftedBy.Value, names.People[version.DraftedBy]),
        PublishedAt = version.PublishedAt,
        PublishedBy = version.PublishedBy is { } by ? new PersonRef(by.Value, names.People[by]) : null,
        Reach = version.Reach,
    };

    private sealed record Names(Dictionary<CalendarId, string> Calendars, Dictionary<UserId, string> People);
}
