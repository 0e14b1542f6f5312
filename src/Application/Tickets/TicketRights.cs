using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>
/// The rights of somebody whose grants are limited to teams or sites, on one ticket as it is before the command. For everybody else no
/// question is asked.
/// </summary>
public sealed class TicketRights(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>
    /// Whether a permission that is held counts for this ticket. One that is not visible is left to the use case, which does not find it.
    /// </summary>
    public async Task<bool> AllowAsync(string permission, TicketKey ticket, CancellationToken ct)
    {
        var reach = user.ReachOf(permission);
        if (reach.Everywhere)
            return true;

        var found = await db.Tickets.AsNoTracking().Where(ticket.Matches<Ticket>()).Select(t => new { t.TeamId, t.SiteId }).SingleOrDefaultAsync(ct);
        return found is null || reach.Covers(found.TeamId, found.SiteId);
    }
}

/// <summary>Asking for a right on a ticket, and for what a right on tickets lets read.</summary>
public static class TicketRightsExtensions
{
    public static bool May(this ICurrentUser user, string permission, Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(ticket);
        return user.May(permission, ticket.TeamId, ticket.SiteId);
    }

    public static void Demand(this ICurrentUser user, string permission, Ticket ticket)
    {
        if (!user.May(permission, ticket))
            throw new ForbiddenException(permission);
    }

    /// <summary>Those for which a permission of this reach counts.</summary>
    public static IQueryable<Ticket> Within(this IQueryable<Ticket> tickets, Reach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        if (reach.Everywhere)
            return tickets;

        TeamId?[] teams = [.. reach.Teams.Select(t => (TeamId?)t)];
        SiteId?[] sites = [.. reach.Sites.Select(s => (SiteId?)s)];
        return tickets.Where(t => teams.Contains(t.TeamId) || sites.Contains(t.SiteId));
    }

    /// <summary>The same as SQL over a ticket of this alias; true and false where it does not depend on the ticket.</summary>
    public static SqlText Covers(this Reach reach, string alias)
    {
        ArgumentNullException.ThrowIfNull(reach);
        if (reach.Everywhere)
            return SqlText.True;

        var t = SqlText.Raw(alias);
        List<SqlText> any = [];
        if (reach.Teams.Count > 0)
            any.Add(SqlText.Of($"coalesce({t}.team_id = any({reach.Teams.Select(x => x.Value).ToArray()}), false)"));
        if (reach.Sites.Count > 0)
            any.Add(SqlText.Of($"coalesce({t}.site_id = any({reach.Sites.Select(x => x.Value).ToArray()}), false)"));
        return SqlText.Or(any);
    }

    /// <summary>The entries of timelines that somebody may read: what is internal only where their reading of notes counts.</summary>
    internal static IQueryable<TicketEvent> ReadableBy(this IQueryable<TicketEvent> events, ICurrentUser user, IServiceDeskDb db)
    {
        var notes = user.ReachOf(Permissions.CommentsReadInternal);
        if (notes.Everywhere)
            return events;
        if (notes.IsNone)
            return events.Where(e => e.Visibility == Visibility.Public);

        var within = db.Tickets.EvenInvisible().Within(notes);
        return events.Where(e => e.Visibility == Visibility.Public || within.Any(t => t.Id == e.TicketId));
    }
}
