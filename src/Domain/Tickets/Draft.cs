using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

/// <summary>What a draft will become when it is sent.</summary>
public enum DraftKind
{
    Reply,
    Note,
}

/// <summary>
/// What a person is writing on a ticket and has not sent. It outlives a change of owner, a merge and the closing, and goes only
/// when it is sent or discarded by its author.
/// </summary>
public sealed class Draft : IVersioned
{
    private Draft() { }

    public UserId UserId { get; private init; }
    public TicketId TicketId { get; private init; }
    public DraftKind Kind { get; private init; }
    public string Body { get; private set; } = "";

    /// <summary>The conversation as it was known when the draft was saved, for the check at sending.</summary>
    public long? ConversationVersion { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }
    public long Version { get; private set; }

    public static Draft Begin(TicketId ticket, DraftKind kind, Act act) => new() { UserId = act.By, TicketId = ticket, Kind = kind, SavedAt = act.At };

    public void Save(string body, long? conversationVersion, DateTimeOffset at) =>
        (Body, ConversationVersion, SavedAt, Version) = (body, conversationVersion, at, Version + 1);

    /// <summary>The same draft on the ticket this one was merged into, after what its author was writing there.</summary>
    public Draft MovedTo(TicketId survivor, Draft? there, DateTimeOffset at)
    {
        var moved = there ?? new Draft { UserId = UserId, TicketId = survivor, Kind = Kind };
        var body = moved.Body.Length == 0 ? Body : moved.Body + "\n\n" + Body;
        moved.Save(body.Length <= Comment.BodyMaxLength ? body : moved.Body, null, at);
        return moved;
    }
}

/// <summary>What somebody who has a ticket open is doing.</summary>
public enum PresenceActivity
{
    Viewing,
    Replying,
    Noting,
}

/// <summary>Somebody has a ticket open now. Forgotten after 30 seconds without a sign, and with a crash of the database.</summary>
public sealed class Presence : AggregateRoot, INotAudited
{
    /// <summary>Without a sign for so long somebody is gone.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private Presence() { }

    public TicketId TicketId { get; private init; }
    public UserId UserId { get; private init; }
    public PresenceActivity Activity { get; private set; }
    public DateTimeOffset SeenAt { get; private set; }

    public static Presence Of(TicketId ticket, UserId user) => new() { TicketId = ticket, UserId = user };

    /// <summary>A sign of life. Others are told when it is news: who came, came back or does something else.</summary>
    public void Is(PresenceActivity activity, DateTimeOffset at)
    {
        if (activity != Activity || at - SeenAt >= Lifetime)
            Raise(new PresenceChanged(TicketId, UserId, activity, at + Lifetime));
        (Activity, SeenAt) = (activity, at);
    }

    /// <summary>Closed the page; others are told at once.</summary>
    public void Leave(DateTimeOffset at)
    {
        if (at - SeenAt < Lifetime)
            Raise(new PresenceChanged(TicketId, UserId, null, at));
    }
}
