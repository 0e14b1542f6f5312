using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>What counts as a first response: a message to the requester, or somebody taking the ticket over.</summary>
public enum FirstResponseBy
{
    Message,
    Takeover,
}

public enum AlarmActionKind
{
    Notify,
    RaisePriority,
    AssignTeam,
    Escalate,
}

public enum AlarmRecipient
{
    Owner,
    Lead,
    OnCall,
    Requester,
}

/// <summary>
/// What an alarm does: notify takes whom, a person or a team; assignTeam a team; escalate the name of a chain, a person or a team, and
/// goes up the line where nobody is named; raisePriority nothing. A team is told except where it is given the ticket. Only who is told
/// can wait.
/// </summary>
public sealed record AlarmAction(
    AlarmActionKind Kind, IReadOnlyList<AlarmRecipient>? Whom = null, TeamId? Team = null, string? Chain = null, bool OnlyInWorkingHours = false,
    UserId? User = null)
{
    public bool NamesSomebody() => User is not null || Team is not null;

    public static AlarmAction Notify(params IReadOnlyList<AlarmRecipient> whom) => new(AlarmActionKind.Notify, whom);

    /// <summary>Tells each of them when they are at work, not before.</summary>
    public static AlarmAction NotifyAtWork(params IReadOnlyList<AlarmRecipient> whom) => new(AlarmActionKind.Notify, whom, OnlyInWorkingHours: true);
}

/// <summary>
/// Fires at a share of the target (1 is the due instant, more is overdue) or a lead of plain seconds before it; one of the two.
/// </summary>
public sealed record PolicyAlarm(ServiceLevelTarget Target, decimal? Share, long? LeadSeconds, IReadOnlyList<AlarmAction> Actions)
{
    public const decimal MaxShare = 10;

    public WakeLevel Level => Share is { } share ? WakeLevel.At(share) : WakeLevel.Before(LeadSeconds ?? 0);

    /// <summary>When it fires on this clock as it stands; null while that cannot be said.</summary>
    public DateTimeOffset? WakeAt(ServiceLevelClock clock, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        ArgumentNullException.ThrowIfNull(clock);

        return clock.WakeAt(Level, calendars);
    }
}

/// <summary>Seconds of service for each target; null promises nothing.</summary>
public sealed record PolicyTargets(long? FirstResponse, long? NextResponse, long? Resolution)
{
    public long? For(ServiceLevelTarget target) => target switch
    {
        ServiceLevelTarget.FirstResponse => FirstResponse,
        ServiceLevelTarget.NextResponse => NextResponse,
        _ => Resolution,
    };

    public IEnumerable<ServiceLevelTarget> Given() => Enum.GetValues<ServiceLevelTarget>().Where(x => For(x) is not null);
}

/// <summary>Everything a policy promises, and to which tickets; one published version of it never changes.</summary>
public sealed record PolicyDefinition(PolicyConditions When, CalendarId CalendarId, PolicyTargets Targets)
{
    private static readonly decimal[] DefaultShares = [0.5m, 0.75m, 0.9m, 1m];

    public IReadOnlyList<PendingReason> PauseOn { get; init; } = [PendingReason.AwaitingRequester];
    public IReadOnlyList<PolicyAlarm> Alarms { get; init; } = [];
    public FirstResponseBy FirstResponseBy { get; init; }

    /// <summary>The alarms given for a target; where a policy gives none at all, owner and lead hear at 50, 75, 90 and 100 %.</summary>
    public IReadOnlyList<PolicyAlarm> AlarmsFor(ServiceLevelTarget target) => Alarms.Count > 0
        ? [.. Alarms.Where(x => x.Target == target)]
        : [.. DefaultShares.Select(x => new PolicyAlarm(target, x, null, [AlarmAction.Notify(AlarmRecipient.Owner, AlarmRecipient.Lead)]))];
}
