using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Tickets;

/// <summary>What decides who sees a ticket.</summary>
public sealed record TicketAudience(
    bool Restricted, UserId Requester, UserId OpenedBy, UserId? Assignee, TeamId? Team, SiteId? Site, IReadOnlyList<UserId> Watchers);

/// <summary>What decides which tickets somebody sees.</summary>
public sealed record TicketReader(UserId Id, Reach ReadsAll, bool ReadsRestricted, IReadOnlyCollection<TeamId> Teams);

/// <summary>
/// The visibility filter of the database for one ticket in memory: events go to many readers at once, who cannot all ask the
/// database. A test holds it against the filter.
/// </summary>
public static class TicketVisibility
{
    public static bool Sees(ICurrentUser user, TicketAudience ticket)
    {
        ArgumentNullException.ThrowIfNull(user);

        return user.IsSystem
            || Sees(new TicketReader(user.Id, user.ReachOf(Permissions.TicketsReadAll), user.May(Permissions.TicketsReadRestricted), user.TeamIds), ticket);
    }

    public static bool Sees(TicketReader reader, TicketAudience ticket)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(ticket);

        if (ticket.Requester == reader.Id || ticket.Assignee == reader.Id)
            return true;
        if (ticket.Restricted)
            return reader.ReadsRestricted || (ticket.Team is { } owner && reader.Teams.Contains(owner));

        return ticket.OpenedBy == reader.Id || ticket.Watchers.Contains(reader.Id) || reader.ReadsAll.Covers(ticket.Team, ticket.Site);
    }
}
