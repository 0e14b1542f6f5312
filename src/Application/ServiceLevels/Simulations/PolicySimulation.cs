using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>Holds two sets of policies against the same tickets, within a limit of time.</summary>
public sealed class PolicySimulation(IServiceDeskDb db, SimulatedTickets tickets, IPolicyBook book, CalendarLibrary library, ICurrentUser user, TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly ServiceLevelTarget[] Simulated = [ServiceLevelTarget.FirstResponse, ServiceLevelTarget.Resolution];

    public async Task<SimulationResponse> RunAsync(
        IReadOnlyList<SimulatedPolicy> before, IReadOnlyList<SimulatedPolicy> after, PolicyId tried, int days, DateTimeOffset now, CancellationToken ct)
    {
        var (was, would) = (Ordered(before), Ordered(after));
        var (open, recent) = (new SimulationTally(), new SimulationTally());
        var rollout = new SimulatedRollout(tried, would, book, library, now);
        var examples = new SimulationExamples();
        var started = clock.GetTimestamp();
        var complete = true;
        await foreach (var ticket in tickets.ReadAsync(now.AddDays(-days), ct))
        {
            if (clock.GetElapsedTime(started) > Limit)
            {
                complete = false;
                break;
            }

            if (ticket.History.IsCancelled)
                continue;

            var next = SimulatedPolicy.FirstMatch(would, ticket.Facts);
            if (ticket.Recent)
                CountRecent(ticket, SimulatedPolicy.FirstMatch(was, ticket.Facts), next, recent, now);
            if (ticket.Open)
                CountOpen(ticket, await rollout.OfAsync(ticket, next, ct), open, examples);
        }

        var named = open.Teams.Concat(recent.Teams).Distinct().ToList();
        var names = (await db.Teams.AsNoTracking()
            .Where(t => named.Contains(t.Id)).ToListAsync(ct)).ToDictionary(t => t.Id, t => t.Name.In(user.Language));
        return new SimulationResponse(now, complete, open.Told(names), recent.Told(names), days, examples.Told());
    }

    // As if the policy had been in force since each of them was opened.
    private static void CountRecent(SimulatedTicket ticket, SimulatedPolicy? was, SimulatedPolicy? would, SimulationTally recent, DateTimeOffset now)
    {
        recent.Ticket(ticket.Team);
        foreach (var target in Simulated)
            recent.Add(ticket.Team, was?.DeadlineOf(target, ticket.History, now), would?.DeadlineOf(target, ticket.History, now));
    }

    // From now on, as the rollout does it.
    private static void CountOpen(SimulatedTicket ticket, IEnumerable<Effect> effects, SimulationTally open, SimulationExamples examples)
    {
        open.Ticket(ticket.Team);
        foreach (var effect in effects)
        {
            open.Add(ticket.Team, effect.Before, effect.After);
            examples.Add(ticket, effect);
        }
    }

    private static List<SimulatedPolicy> Ordered(IEnumerable<SimulatedPolicy> policies) =>
        [.. policies.OrderBy(p => p.Order).ThenBy(p => p.Id.Value)];
}
