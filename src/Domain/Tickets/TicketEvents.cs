using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

/// <summary>A domain event that whoever sees the ticket may hear of.</summary>
public interface IAboutTicket : IDomainEvent
{
    TicketId TicketId { get; }
}

/// <summary>Any domain event about one ticket; carries the version the ticket reached with it.</summary>
public interface ITicketEvent : IAboutTicket
{
    long Version { get; }
    UserId By { get; }
    DateTimeOffset At { get; }
}

[EventName("ticket.opened.v1")]
public sealed record TicketOpened(TicketId TicketId, long Version, UserId By, DateTimeOffset At, Practice Practice) : ITicketEvent;

/// <summary>The lifecycle moved; <see cref="Sequence"/> is the timeline event that says so.</summary>
[EventName("ticket.moved.v1")]
public sealed record TicketMoved(
    TicketId TicketId, long Version, UserId By, DateTimeOffset At, long Sequence,
    string Transition, TicketState From, TicketState To, PendingReason? Reason) : ITicketEvent;

/// <summary>Team or assignee changed, with or without a move of the lifecycle.</summary>
[EventName("ticket.reassigned.v1")]
public sealed record TicketReassigned(
    TicketId TicketId, long Version, UserId By, DateTimeOffset At, long Sequence,
    TeamId? FromTeam, UserId? FromAssignee, TeamId? Team, UserId? Assignee) : ITicketEvent;

/// <summary>Something a service-level policy may look at changed: priority, service, category, site, requester.</summary>
[EventName("ticket.classified.v1")]
public sealed record TicketClassified(
    TicketId TicketId, long Version, UserId By, DateTimeOffset At, long Sequence, IReadOnlyList<string> Fields) : ITicketEvent;

/// <summary>Something no policy looks at changed: title, description, tags, links, tasks…</summary>
[EventName("ticket.changed.v1")]
public sealed record TicketChanged(
    TicketId TicketId, long Version, UserId By, DateTimeOffset At, IReadOnlyList<string> Fields, Visibility Visibility) : ITicketEvent;

[EventName("ticket.commented.v1")]
public sealed record TicketCommented(
    TicketId TicketId, long Version, UserId By, DateTimeOffset At, long Sequence,
    Guid CommentId, Visibility Visibility, bool ByRequester, bool ByStaff) : ITicketEvent;

/// <summary>The requester asks politely whether anybody is on it.</summary>
[EventName("ticket.nudged.v1")]
public sealed record TicketNudged(TicketId TicketId, long Version, UserId By, DateTimeOffset At) : ITicketEvent;

/// <summary>Somebody has a ticket open and does this; without an activity they have left. Past <see cref="Until"/> it says nothing any more.</summary>
[EventName("presence.changed.v1")]
public sealed record PresenceChanged(TicketId TicketId, UserId UserId, PresenceActivity? Activity, DateTimeOffset Until) : IAboutTicket;

[EventName("ticket.major_declared.v1")]
public sealed record MajorIncidentDeclared(TicketId TicketId, long Version, UserId By, DateTimeOffset At, UserId LeadId) : ITicketEvent;
