using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

public readonly record struct TicketLinkId(Guid Value) : ITypedId<TicketLinkId>
{
    public static TicketLinkId From(Guid value) => new(value);

    public static TicketLinkId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

/// <summary>How one ticket stands to another, as read from the first; each has a word for the way back.</summary>
public enum LinkType
{
    ParentOf,
    ChildOf,
    CausedBy,
    Causes,
    DuplicateOf,
    HasDuplicate,
    RelatedTo,
    ResolvedBy,
    Resolves,
}

public static class LinkTypes
{
    /// <summary>The same link read from its other end.</summary>
    public static LinkType Inverse(this LinkType type) => type switch
    {
        LinkType.ParentOf => LinkType.ChildOf,
        LinkType.ChildOf => LinkType.ParentOf,
        LinkType.CausedBy => LinkType.Causes,
        LinkType.Causes => LinkType.CausedBy,
        LinkType.DuplicateOf => LinkType.HasDuplicate,
        LinkType.HasDuplicate => LinkType.DuplicateOf,
        LinkType.ResolvedBy => LinkType.Resolves,
        LinkType.Resolves => LinkType.ResolvedBy,
        _ => LinkType.RelatedTo,
    };

    /// <summary>Of each pair of words the one that is stored; parents are kept on the child itself and never as a link.</summary>
    public static bool IsStored(this LinkType type) => type is LinkType.CausedBy or LinkType.DuplicateOf or LinkType.RelatedTo or LinkType.ResolvedBy;
}

/// <summary>
/// How far what ties two tickets together is told on each of them: in public where those who see the one may know of the other, else only to
/// who reads notes.
/// </summary>
public readonly record struct TieVisibility(Visibility OnOne, Visibility OnOther)
{
    public static TieVisibility Public { get; } = new(Visibility.Public, Visibility.Public);
}

/// <summary>A link between two tickets, stored once and shown at both ends.</summary>
public sealed class TicketLink : AggregateRoot
{
    private TicketLink() { }

    public TicketLinkId Id { get; private init; }
    public LinkType Type { get; private init; }
    public TicketId FromId { get; private init; }
    public TicketId ToId { get; private init; }
    public UserId CreatedById { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Says on both timelines that they are linked; the caller has made sure that no cycle of duplicates comes of it.</summary>
    public static TicketLink Between(Ticket from, LinkType type, Ticket to, TieVisibility tie, Act act)
    {
        if (from.Id == to.Id)
            throw RuleViolationException.Meaning("ticket.link_self", "A ticket cannot be linked to itself.");

        from.Note(TicketEventType.LinkAdded, "links", act, new { Type = type, Ticket = to.Id.Value }, tie.OnOne);
        to.Note(TicketEventType.LinkAdded, "links", act, new { Type = type.Inverse(), Ticket = from.Id.Value }, tie.OnOther);
        var (start, word, end) = Stored(from.Id, type, to.Id);
        return new TicketLink { Id = TicketLinkId.New(act.At), Type = word, FromId = start, ToId = end, CreatedById = act.By, CreatedAt = act.At };
    }

    /// <summary>How it is stored: in the one direction of its kind, a relation with the older ticket first.</summary>
    public static (TicketId From, LinkType Type, TicketId To) Stored(TicketId from, LinkType type, TicketId to) =>
        !type.IsStored() || (type == LinkType.RelatedTo && from.Value.CompareTo(to.Value) > 0) ? (to, type.Inverse(), from) : (from, type, to);

    /// <summary>The link as read from one of its ends.</summary>
    public LinkType From(TicketId end) => end == FromId ? Type : Type.Inverse();

    public TicketId OtherEnd(TicketId end) => end == FromId ? ToId : FromId;
}

/// <summary>
/// Every change of parents or duplicates moves this on, so that of two at once, which could close a circle between them, the
/// later starts over and sees the other.
/// </summary>
public sealed class LinkGuard
{
    public const int SingleId = 1;

    private LinkGuard() { }

    public int Id { get; private init; } = SingleId;
    public long Version { get; private set; }

    public void Pass() => Version++;
}
