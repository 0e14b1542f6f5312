using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Notifications;

/// <summary>What somebody is told about. The reader's client finds the words; nobody is told of their own act.</summary>
public enum NotificationKind
{
    /// <summary>A ticket was given to the reader.</summary>
    AssignedToMe,

    /// <summary>A ticket the reader worked on was given to somebody else.</summary>
    TakenFromMe,

    /// <summary>An unassigned ticket came into the queue of one of the reader's teams.</summary>
    TeamQueue,
    PublicMessage,
    InternalNote,

    /// <summary>Resolved, reopened, closed, cancelled, waiting for the reader.</summary>
    StateChanged,

    /// <summary>A service level is at risk or was missed.</summary>
    Alarm,
    MajorDeclared,

    /// <summary>There is a public update of a major incident the reader is affected by.</summary>
    MajorUpdated,

    /// <summary>The requester asks how it goes.</summary>
    Nudged,
}

/// <summary>One thing one person is told. <see cref="Delivery"/> makes it once, however often its event is delivered.</summary>
public sealed class Notification : AggregateRoot, INotAudited
{
    private Notification() { }

    public Guid Id { get; private init; }
    public UserId UserId { get; private init; }
    public NotificationKind Kind { get; private init; }
    public TicketId TicketId { get; private init; }
    public UserId ActorId { get; private init; }

    /// <summary>The outbox row it came from.</summary>
    public long Delivery { get; private init; }

    /// <summary>A JSON object that depends on the kind: transition, comment, target, share.</summary>
    public string Data { get; private init; } = "{}";
    public DateTimeOffset At { get; private init; }
    public DateTimeOffset? ReadAt { get; private set; }

    public static Notification Tell(UserId user, NotificationKind kind, TicketId ticket, UserId actor, long delivery, string data, DateTimeOffset now)
    {
        var notification = new Notification
        {
            Id = Guid.CreateVersion7(now),
            UserId = user,
            Kind = kind,
            TicketId = ticket,
            ActorId = actor,
            Delivery = delivery,
            Data = data,
            At = now,
        };
        notification.Raise(new NotificationRaised(notification.Id, user, kind, now));
        return notification;
    }

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}

/// <summary>Somebody is to be told when they are at work again; <see cref="Delivery"/> is that of the event it comes from.</summary>
[EventName("notification.held.v1")]
public sealed record NotificationHeld(UserId UserId, NotificationKind Kind, TicketId TicketId, UserId By, long Delivery, string Data) : IDomainEvent;

/// <summary>For the open pages of one person: there is something new to read.</summary>
[EventName("notification.raised.v1")]
public sealed record NotificationRaised(Guid NotificationId, UserId UserId, NotificationKind Kind, DateTimeOffset At) : IDomainEvent, IPersonalEvent;
