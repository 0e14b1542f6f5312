using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Tickets;

/// <summary>What decides who sees a ticket.</summary>
public sealed record TicketAudience(
    bool Restricted, UserId Requester, UserId OpenedBy, UserId? Assignee, TeamId? Team, SiteId? Site, IReadOnlyList<UserId> Watchers);

/// <summary>
/// The visibility filter of the database for one ticket in memory: events go to many readers at once, who cannot all ask the
/// database. A test holds it against the filter.
/// </summary>
public static class TicketVisibility
{
    public static bool Sees(ICurrentUser user, TicketAudience ticket)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(ticket);

        if (user.IsSystem || ticket.Requester == user.Id || ticket.Assignee == user.Id)
            return true;
        if (ticket.Restricted)
            return user.May(Permissions.TicketsReadRestricted) || (ticket.Team is { } owner && user.TeamIds.Contains(owner));

        return user.ReadsAllTickets || ticket.OpenedBy == user.Id || ticket.Watchers.Contains(user.Id)
            || (ticket.Team is { } team && user.ReadsTeams.Contains(team)) || (ticket.Site is { } site && user.ReadsSites.Contains(site));
    }
}
