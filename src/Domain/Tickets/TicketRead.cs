using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

/// <summary>Up to when somebody has read what was written on a ticket. Known to nobody else.</summary>
public sealed class TicketRead
{
    private TicketRead() { }

    public TicketId TicketId { get; private init; }
    public UserId UserId { get; private init; }
    public DateTimeOffset ReadUntil { get; private set; }

    public static TicketRead Of(TicketId ticket, UserId user) => new() { TicketId = ticket, UserId = user };

    /// <summary>What was read stays read: another page that is behind takes nothing back.</summary>
    public void Until(DateTimeOffset at) => ReadUntil = at > ReadUntil ? at : ReadUntil;
}
