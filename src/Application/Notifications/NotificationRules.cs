using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Notifications;

/// <summary>The people around a ticket, as far as they may be told something.</summary>
public sealed record TicketPeople(
    TicketId Id, bool Restricted, UserId Requester, UserId OpenedBy, UserId? Assignee, UserId? Lead, UserId? LeadsManager, UserId? MajorLead,
    IReadOnlyList<UserId> Watchers, IReadOnlyList<UserId> TeamMembers, IReadOnlyList<UserId> Dispatchers, TeamId? Team, SiteId? Site)
{
    /// <summary>Who joined a major incident without seeing it.</summary>
    public IReadOnlyList<UserId> Affected { get; init; } = [];

    /// <summary>Who answers for the team: its lead; without one all its members; without a team those who dispatch. Never nobody.</summary>
    public IReadOnlyList<UserId> InCharge => Lead is { } lead ? [lead] : TeamMembers.Count > 0 ? TeamMembers : Dispatchers;

    /// <summary>Who follows the conversation; of a restricted ticket only the requester does.</summary>
    public IEnumerable<UserId> Followers => Restricted ? [Requester] : [Requester, OpenedBy, .. Watchers];

    /// <summary>What decides who sees it.</summary>
    public TicketAudience Audience => new(Restricted, Requester, OpenedBy, Assignee, Team, Site, Watchers);

    public IEnumerable<UserId> Worker => Assignee is { } a ? [a] : [];
}

/// <summary>Somebody to be told, and what; some of it can wait until they are at work.</summary>
public sealed record Told(UserId User, NotificationKind Kind, object Data, bool OnlyInWorkingHours = false)
{
    /// <summary>For whom they stand in: they are told only when none of these can be.</summary>
    public IReadOnlyList<UserId>? InsteadOf { get; init; }
}

/// <summary>Who hears of what: the default matrix, before anybody's preferences.</summary>
public static class NotificationRules
{
    /// <param name="happened">What happened to the ticket.</param>
    /// <param name="ticket">The people around it.</param>
    /// <param name="teams">Those who are told when the team is.</param>
    public static IEnumerable<Told> Of(IDomainEvent happened, TicketPeople ticket, ILookup<TeamId, UserId> teams) => happened switch
    {
        TicketOpened when ticket.Assignee is null => Queue(ticket),
        TicketReassigned e => Reassigned(e, ticket),
        TicketCommented { Visibility: Visibility.Public } e => Each([.. ticket.Followers, .. ticket.Worker], NotificationKind.PublicMessage, new { comment = e.CommentId }),
        TicketCommented e => Each([.. ticket.Worker, .. ticket.Watchers], NotificationKind.InternalNote, new { comment = e.CommentId }),
        TicketMoved e => Moved(e, ticket),
        TicketChanged e when e.Fields.Contains("major") => Each(ticket.Affected, NotificationKind.MajorUpdated, new { }),
        TicketNudged => Each(ticket.Assignee is { } a ? [a] : ticket.InCharge, NotificationKind.Nudged, new { }),
        AlarmFired e => Alarm(e, ticket, teams),
        MajorIncidentDeclared e => Each([e.LeadId, .. ticket.TeamMembers], NotificationKind.MajorDeclared, new { }),
        _ => [],
    };

    private static IEnumerable<Told> Reassigned(TicketReassigned e, TicketPeople ticket)
    {
        if (e.Assignee is { } now && now != e.FromAssignee)
            yield return new Told(now, NotificationKind.AssignedToMe, new { });
        if (e.FromAssignee is { } before && before != e.Assignee)
            yield return new Told(before, NotificationKind.TakenFromMe, new { });
        if (e.Assignee is null && e.Team != e.FromTeam)
        {
            foreach (var told in Queue(ticket))
                yield return told;
        }
    }

    // Assigning and starting are news to nobody outside; waiting concerns whom is waited for.
    private static IEnumerable<Told> Moved(TicketMoved e, TicketPeople ticket) => e.To switch
    {
        TicketState.Resolved => StateChanged(e, ticket, [.. ticket.Followers, .. ticket.Worker, .. ticket.Affected]),
        TicketState.Closed or TicketState.Cancelled => StateChanged(e, ticket, [.. ticket.Followers, .. ticket.Worker]),
        TicketState.Pending when e.Reason == PendingReason.AwaitingRequester => StateChanged(e, ticket, [ticket.Requester]),
        TicketState.InProgress or TicketState.Assigned or TicketState.New when e.From is TicketState.Resolved or TicketState.Closed =>
            StateChanged(e, ticket, [.. ticket.Followers, .. ticket.Worker]),
        TicketState.InProgress when e.From == TicketState.Pending => StateChanged(e, ticket, ticket.Worker),
        _ => [],
    };

    // An escalation goes to whom it names; otherwise, and where none of them can be told, up the line: to the lead and to whom the lead
    // reports. They are told that it is one, and of which chain. Who is named twice is told at once.
    private static IEnumerable<Told> Alarm(AlarmFired e, TicketPeople ticket, ILookup<TeamId, UserId> teams)
    {
        var escalations = e.Actions.Where(a => a.Kind == AlarmActionKind.Escalate).ToList();
        List<UserId> line = [.. ticket.InCharge, .. Someone(ticket.LeadsManager)];
        List<UserId> named = [.. escalations.SelectMany(a => Named(a, teams))];
        var above = escalations.Exists(a => !a.NamesSomebody()) ? [.. named, .. line] : named;
        var standIns = escalations.Count > 0 ? line : [];
        var data = new { target = e.Target, level = e.Level, reachedAt = e.ReachedAt, dueAt = e.DueAt, chain = escalations.Select(a => a.Chain).FirstOrDefault(c => c is not null) };
        return
        [
            .. Each([.. above, .. Notified(onlyInWorkingHours: false)], NotificationKind.Alarm, data),
            .. Each(standIns, NotificationKind.Alarm, data).Select(t => t with { InsteadOf = named }),
            .. Each(Notified(onlyInWorkingHours: true), NotificationKind.Alarm, data).Select(t => t with { OnlyInWorkingHours = true }),
        ];

        IEnumerable<UserId> Notified(bool onlyInWorkingHours) =>
            [.. People(e.Whom(onlyInWorkingHours), ticket), .. e.Notices(onlyInWorkingHours).SelectMany(a => Named(a, teams))];
    }

    private static IEnumerable<UserId> Named(AlarmAction action, ILookup<TeamId, UserId> teams) =>
        [.. Someone(action.User), .. action.Team is { } team ? teams[team] : []];

    // On call comes with shifts; until then the lead stands in for it.
    private static IEnumerable<UserId> People(IEnumerable<AlarmRecipient> named, TicketPeople ticket) =>
        named.SelectMany(whom => whom switch
        {
            AlarmRecipient.Owner => ticket.Assignee is { } owner ? [owner] : ticket.InCharge,
            AlarmRecipient.Requester => [ticket.Requester],
            _ => ticket.InCharge,
        });

    private static IEnumerable<Told> StateChanged(TicketMoved e, TicketPeople ticket, IEnumerable<UserId> whom) =>
        Each(whom, NotificationKind.StateChanged, new { transition = e.Transition, state = e.To, reason = e.Reason, byRequester = e.By == ticket.Requester });

    private static IEnumerable<Told> Queue(TicketPeople ticket) => Each(ticket.TeamMembers, NotificationKind.TeamQueue, new { });

    private static IEnumerable<UserId> Someone(UserId? user) => user is { } u ? [u] : [];

    private static IEnumerable<Told> Each(IEnumerable<UserId> whom, NotificationKind kind, object data) => whom.Select(u => new Told(u, kind, data));
}
