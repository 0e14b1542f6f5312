using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// Fires at a share of the target (0.75; 1 is the due instant) or a lead before it; one of the two. Without actions it notifies owner and lead.
/// </summary>
public sealed record AlarmBody
{
    public required ServiceLevelTarget Target { get; init; }
    public decimal? At { get; init; }

    /// <summary>Plain hours before the due instant.</summary>
    public TimeSpan? Before { get; init; }
    public IReadOnlyList<AlarmActionBody>? Actions { get; init; }

    internal PolicyAlarm Read() => new(
        Target, At, (long?)Before?.TotalSeconds,
        Actions is { Count: > 0 } ? [.. Actions.Select(x => x.Read())] : [AlarmAction.Notify(AlarmRecipient.Owner, AlarmRecipient.Lead)]);

    internal static AlarmBody Of(PolicyAlarm alarm, IReadOnlyDictionary<UserId, string> names) => new()
    {
        Target = alarm.Target,
        At = alarm.Share,
        Before = alarm.LeadSeconds is { } lead ? TimeSpan.FromSeconds(lead) : null,
        Actions = [.. alarm.Actions.Select(a => AlarmActionBody.Of(a, names))],
    };
}

/// <summary>
/// What an alarm does: notify takes whom, userId or teamId, assignTeam a teamId, escalate the name of a chain, userId or teamId, raisePriority
/// nothing. Only assignTeam gives the ticket to the team; the others tell its members.
/// </summary>
public sealed record AlarmActionBody
{
    public required AlarmActionKind Type { get; init; }
    public IReadOnlyList<AlarmRecipient>? Whom { get; init; }
    public Guid? TeamId { get; init; }
    public Guid? UserId { get; init; }

    /// <summary>Who userId is: told in answers, not read from requests.</summary>
    public PersonRef? User { get; init; }

    /// <summary>Of escalate. The lead and whom the lead reports to are told where it names neither a person nor a team.</summary>
    public string? Chain { get; init; }

    /// <summary>Of notify: outside their working hours people are told when those begin.</summary>
    public bool? OnlyInWorkingHours { get; init; }

    internal AlarmAction Read() => new(
        Type, Whom, TeamId is { } team ? new TeamId(team) : null, Chain, OnlyInWorkingHours ?? false, UserId is { } person ? new UserId(person) : null);

    internal static AlarmActionBody Of(AlarmAction action, IReadOnlyDictionary<UserId, string> names) => new()
    {
        Type = action.Kind,
        Whom = action.Whom,
        TeamId = action.Team?.Value,
        UserId = action.User?.Value,
        User = action.User is { } person ? new PersonRef(person.Value, names.GetValueOrDefault(person, "")) : null,
        Chain = action.Chain,
        OnlyInWorkingHours = action.OnlyInWorkingHours,
    };
}
