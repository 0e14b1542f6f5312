using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>
/// Whether a ticket says in public that it was tied to another, or untied from it: a link, a parent, a merge. It does where its requester sees the
/// other one at that moment as an employee does (ruling 15: requester, assignee, and of unrestricted ones opener or watcher); else the line, the
/// version and the event that come of it are for who reads notes (ruling 16, ADR 0021). Later changes of who sees what change no line.
/// </summary>
public sealed class TicketTies(IServiceDeskDb db)
{
    public async Task<TieVisibility> BetweenAsync(Ticket one, Ticket other, CancellationToken ct) => new(await OnAsync(one, other, ct), await OnAsync(other, one, ct));

    /// <summary>How far <paramref name="told"/> may tell of <paramref name="other"/>.</summary>
    public async Task<Visibility> OnAsync(Ticket told, Ticket other, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(other);

        var reader = told.RequesterId;
        if (other.RequesterId == reader || other.AssigneeId == reader)
            return Visibility.Public;
        if (other.Restricted)
            return Visibility.Internal;
        return other.OpenedById == reader || await db.Set<Watcher>().AnyAsync(w => w.TicketId == other.Id && w.UserId == reader, ct)
            ? Visibility.Public
            : Visibility.Internal;
    }

    /// <summary>The same of one that the caller may not see either; of none there is nothing to tell.</summary>
    public async Task<Visibility> OnAsync(Ticket told, TicketId? other, CancellationToken ct) =>
        other is { } id && await db.Tickets.EvenInvisible().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is { } found
            ? await OnAsync(told, found, ct)
            : Visibility.Internal;
}
