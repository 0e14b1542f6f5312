using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>Holds two sets of policies against the same tickets, within a limit of time.</summary>
public sealed class PolicySimulation(IServiceDeskDb db, SimulatedTickets tickets, ICurrentUser user, TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly ServiceLevelTarget[] Simulated = [ServiceLevelTarget.FirstResponse, ServiceLevelTarget.Resolution];

    public async Task<SimulationResponse> RunAsync(
        IReadOnlyList<SimulatedPolicy> before, IReadOnlyList<SimulatedPolicy> after, int days, DateTimeOffset now, CancellationToken ct)
    {
        var (was, would) = (Ordered(before), Ordered(after));
        var (open, recent) = (new SimulationTally(), new SimulationTally());
        var started = clock.GetTimestamp();
        var complete = true;
        await foreach (var ticket in tickets.ReadAsync(now.AddDays(-days), ct))
        {
            if (clock.GetElapsedTime(started) > Limit)
            {
                complete = false;
                break;
            }

            if (!ticket.History.IsCancelled)
                Count(ticket, SimulatedPolicy.FirstMatch(was, ticket.Facts), SimulatedPolicy.FirstMatch(would, ticket.Facts), open, recent, now);
        }

        var named = open.Teams.Concat(recent.Teams).Distinct().ToList();
        var names = (await db.Teams.AsNoTracking()
            .Where(t => named.Contains(t.Id)).ToListAsync(ct)).ToDictionary(t => t.Id, t => t.Name.In(user.Language));
        return new SimulationResponse(now, complete, open.Told(names), recent.Told(names), days);
    }

    private static void Count(
        SimulatedTicket ticket, SimulatedPolicy? was, SimulatedPolicy? would, SimulationTally open, SimulationTally recent, DateTimeOffset now)
    {
        if (ticket.Open)
            open.Ticket(ticket.Team);
        if (ticket.Recent)
            recent.Ticket(ticket.Team);

        foreach (var target in Simulated)
        {
            var (before, after) = (was?.DeadlineOf(target, ticket.History, now), would?.DeadlineOf(target, ticket.History, now));
            if (ticket.Recent)
                recent.Add(ticket.Team, before, after);
            // A clock that has stopped moves no more by a publication.
            if (ticket.Open && (before ?? after)?.StoppedAt is null)
                open.Add(ticket.Team, before, after);
        }
    }

    private static List<SimulatedPolicy> Ordered(IEnumerable<SimulatedPolicy> policies) =>
        [.. policies.OrderBy(p => p.Order).ThenBy(p => p.Id.Value)];
}
