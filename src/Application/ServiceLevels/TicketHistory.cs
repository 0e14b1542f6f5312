using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Reads from a ticket's timeline how it stood from instant to instant, for a clock that is attached when much has happened.</summary>
public sealed class TicketHistory(IServiceDeskDb db)
{
    public async Task<TicketPast> OfAsync(Ticket ticket, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ticket);

        var id = ticket.Id;
        var stored = await db.Set<TicketEvent>().AsNoTracking().Where(e => e.TicketId == id).ToListAsync(ct);
        List<TicketEvent> timeline = [.. stored.Concat(ticket.Timeline).DistinctBy(e => e.Sequence).OrderBy(e => e.Sequence)];
        var speakers = timeline.Where(IsMessage).Select(e => e.ActorId).Distinct().ToList();

        return new TicketPast(ticket, timeline, speakers.Count == 0 ? [] : await StaffAmongAsync(speakers, ct));
    }

    /// <summary>Whether something a policy looks at was changed after its clocks had stopped or been cancelled.</summary>
    public async Task<bool> ClassifiedAtRestAsync(ClockSet set, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(set);

        var (id, since) = (set.Ticket.Id, set.Clocks.Max(c => c.StoppedAt));
        if (set.Clocks.Any(c => c.IsLive) || since is null)
            return false;

        var changes = await db.Set<TicketEvent>().AsNoTracking().Where(e => e.TicketId == id && e.At >= since
            && (e.Type == TicketEventType.FieldsChanged || e.Type == TicketEventType.PriorityOverridden || e.Type == TicketEventType.RequesterChanged))
            .Select(e => new { e.Type, e.Details }).ToListAsync(ct);
        return changes.Exists(e => e.Type != TicketEventType.FieldsChanged || Classifies(e.Details));
    }

    private static bool Classifies(string details)
    {
        using var parsed = JsonDocument.Parse(details);
        return parsed.RootElement.TryGetProperty("fields", out var fields)
            && fields.EnumerateArray().Any(f => Classification.Fields.Contains(f.GetString()));
    }

    internal static bool IsMessage(TicketEvent e) => e is { Type: TicketEventType.Commented, Visibility: Visibility.Public };

    private async Task<HashSet<UserId>> StaffAmongAsync(List<UserId> people, CancellationToken ct) => await db.Set<Grant>()
        .Where(g => people.Contains(g.UserId)
            && db.Set<Role>().Any(r => r.Id == g.RoleId && r.Permissions.Contains(Permissions.IncidentsWork)))
        .Select(g => g.UserId).ToHashSetAsync(ct);
}

/// <summary>A ticket's past as its timeline tells it.</summary>
public sealed class TicketPast(DateTimeOffset openedAt, UserId requester, IReadOnlyList<TicketEvent> timeline, IReadOnlySet<UserId> staff)
{
    /// <summary>What <see cref="After"/> looks at; anything else in a timeline changes nothing here.</summary>
    internal static readonly TicketEventType[] Told = [TicketEventType.Opened, TicketEventType.Commented, .. Simulations.TicketHistory.Moves];

    public TicketPast(Ticket ticket, IReadOnlyList<TicketEvent> timeline, IReadOnlySet<UserId> staff)
        : this(ticket.OpenedAt, ticket.RequesterId, timeline, staff) { }

    /// <summary>The moments at which a clock for this target has to look, from the opening on.</summary>
    public IReadOnlyList<ClockMoment> Moments(ServiceLevelTarget target, PolicyDefinition policy)
    {
        var now = new Standing();
        var moments = new List<ClockMoment>();
        foreach (var e in timeline)
        {
            var next = After(e, now, target, policy);
            if (moments.Count == 0 || next != now)
                moments.Add(new ClockMoment(
                    new Cause(moments.Count == 0 ? openedAt : e.At, e.Sequence, TicketConditions.Word(e.Type)), next.Owner, next.Conditions(policy)));
            now = next;
        }

        return moments;
    }

    /// <summary>
    /// The moments of the question that still waits for an answer, from the oldest message on that came after the last answer; none when
    /// nothing waits.
    /// </summary>
    public IReadOnlyList<ClockMoment> Question(PolicyDefinition policy)
    {
        var (now, moments, responded) = (new Standing(), new List<ClockMoment>(), policy.Targets.FirstResponse is null);
        foreach (var e in timeline)
        {
            var next = After(e, now, ServiceLevelTarget.Resolution, policy);
            var first = After(e, new Standing(), ServiceLevelTarget.FirstResponse, policy).Answered;
            if (IsAnswer(e) || (e.Type == TicketEventType.Resolved && !next.Duplicate))
                moments.Clear();
            else if (moments.Count > 0 ? next != now : responded && IsQuestion(e))
                moments.Add(new ClockMoment(
                    new Cause(e.At, e.Sequence, moments.Count == 0 ? ClockWords.Message : TicketConditions.Word(e.Type)), next.Owner, next.Conditions(policy)));
            (now, responded) = (next, responded || first);
        }

        return moments;
    }

    /// <summary>Whether what a clock was started for is waited for still, though nothing has been promised for a while.</summary>
    public bool StillAsksFor(ServiceLevelClock clock, PolicyDefinition policy)
    {
        ArgumentNullException.ThrowIfNull(clock);

        return clock.Target switch
        {
            ServiceLevelTarget.Resolution => true,
            ServiceLevelTarget.FirstResponse => Moments(clock.Target, policy) is not [.., { Conditions.Stopped: true }],
            _ => Question(policy) is [var asked, ..] && asked.Cause.At.ToUnixTimeSeconds() == clock.StartedAt.ToUnixTimeSeconds(),
        };
    }

    private bool IsAnswer(TicketEvent e) => TicketHistory.IsMessage(e) && e.ActorId != requester && staff.Contains(e.ActorId);

    private bool IsQuestion(TicketEvent e) => e.ActorId == requester && (TicketHistory.IsMessage(e) || e.Type == TicketEventType.Reopened);

    private Standing After(TicketEvent e, Standing now, ServiceLevelTarget target, PolicyDefinition policy)
    {
        using var parsed = JsonDocument.Parse(e.Details);
        var details = parsed.RootElement;
        switch (e.Type)
        {
            case TicketEventType.Opened:
                return now with { Owner = new ClockOwner(Id(details, "team") is { } t ? new TeamId(t) : null, null) };
            case TicketEventType.Commented when target == ServiceLevelTarget.FirstResponse:
                return now with { Answered = now.Answered || (policy.FirstResponseBy == FirstResponseBy.Message && IsAnswer(e)) };
            case TicketEventType.Assigned:
                var owner = new ClockOwner(Id(details, "team") is { } team ? new TeamId(team) : null, Id(details, "assignee") is { } a ? new UserId(a) : null);
                return Moved(now with { Owner = owner }, details) with
                { Answered = now.Answered || TakesOver(owner.Person == e.ActorId, target, policy) };
            case TicketEventType.Started:
                return Moved(now, details) with { Answered = now.Answered || TakesOver(true, target, policy) };
            case TicketEventType.Resolved:
                var moved = Moved(now, details) with { Duplicate = Text(details, "code") == ClockWords.Duplicate };
                return moved with { Answered = now.Answered || (target == ServiceLevelTarget.FirstResponse && !moved.Duplicate) };
            case TicketEventType.Held or TicketEventType.Resumed or TicketEventType.Closed or TicketEventType.Cancelled:
                return Moved(now, details);
            case TicketEventType.Reopened:
                return Moved(now, details) with { Duplicate = false };
            case TicketEventType.Merged or TicketEventType.Unmerged:
                return Moved(now, details) with { Merged = e.Type == TicketEventType.Merged };
            default:
                return now;
        }
    }

    private static bool TakesOver(bool theirs, ServiceLevelTarget target, PolicyDefinition policy) =>
        theirs && target == ServiceLevelTarget.FirstResponse && policy.FirstResponseBy == FirstResponseBy.Takeover;

    private static Standing Moved(Standing now, JsonElement details)
    {
        var state = Enum.TryParse<TicketState>(Text(details, "to"), ignoreCase: true, out var to) ? to : now.State;
        var reason = state != TicketState.Pending ? null
            : Enum.TryParse<PendingReason>(Text(details, "reason"), ignoreCase: true, out var said) ? said
            : now.WaitingFor;

        return now with { State = state, WaitingFor = reason };
    }

    private static string? Text(JsonElement details, string name) =>
        details.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Guid? Id(JsonElement details, string name) => Guid.TryParse(Text(details, name), out var id) ? id : null;

    private sealed record Standing
    {
        public TicketState State { get; init; }
        public PendingReason? WaitingFor { get; init; }
        public ClockOwner Owner { get; init; }
        public bool Answered { get; init; }
        public bool Duplicate { get; init; }
        public bool Merged { get; init; }

        public ClockConditions Conditions(PolicyDefinition policy)
        {
            var cancelled = Merged || Duplicate || State == TicketState.Cancelled;
            var stopped = Answered || (!cancelled && (State is TicketState.Resolved or TicketState.Closed));

            return new ClockConditions(
                stopped, cancelled, WaitingFor is { } reason && policy.PauseOn.Contains(reason) ? TicketConditions.Word(reason) : null);
        }
    }
}
