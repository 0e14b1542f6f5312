using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.People;

/// <summary>How many open tickets went where.</summary>
public sealed record HandedOver(int ToPerson, int ToQueue);

/// <summary>
/// Hands a person's open work on, each ticket with a line in its timeline. Every open ticket counts, also those whoever does this
/// may not see.
/// </summary>
public sealed class WorkHandOver(IServiceDeskDb db)
{
    /// <summary>Their open tickets of one team go back to its queue.</summary>
    public async Task<HandedOver> ReleaseAsync(UserId from, TeamId team, Act act, CancellationToken ct)
    {
        var tickets = await OpenOf(from).Where(t => t.TeamId == team).ToListAsync(ct);
        tickets.ForEach(t => t.HandOver(null, null, act));
        return new HandedOver(0, tickets.Count);
    }

    /// <summary>
    /// All their open tickets go to <paramref name="toTeam"/>, or stay with their team; <paramref name="toUser"/> gets those of teams
    /// they are a member of, the others wait in the queue.
    /// </summary>
    public async Task<HandedOver> AllAsync(UserId from, UserId? toUser, TeamId? toTeam, Act act, CancellationToken ct)
    {
        var tickets = await OpenOf(from).ToListAsync(ct);
        var teams = toUser is { } heir ? await db.Teams.Where(t => t.Active && t.Members.Any(m => m.UserId == heir)).Select(t => t.Id).ToListAsync(ct) : [];
        var toPerson = 0;
        foreach (var ticket in tickets)
        {
            var fits = (toTeam ?? ticket.TeamId) is { } team && teams.Contains(team);
            toPerson += fits ? 1 : 0;
            ticket.HandOver(toTeam, fits ? toUser : null, act);
        }

        return new HandedOver(toPerson, tickets.Count - toPerson);
    }

    private IQueryable<Ticket> OpenOf(UserId person) => db.Tickets.EvenInvisible().OnlyOpen().Where(t => t.AssigneeId == person).OrderBy(t => t.Reference);
}
