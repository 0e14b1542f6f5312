using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>One deadline of an open ticket that would move, come or go.</summary>
public sealed record SimulationExample(
    TicketRef Ticket, ServiceLevelTarget Target, DateTimeOffset? DueBefore, DateTimeOffset? DueAfter, bool WasLate, bool BecomesLate);

/// <summary>Keeps the largest moves, so that somebody can look at what the counts mean.</summary>
internal sealed class SimulationExamples
{
    private const int Most = 20;

    private readonly PriorityQueue<SimulationExample, TimeSpan> largest = new();

    public void Add(SimulatedTicket ticket, Effect effect)
    {
        var (before, after) = (effect.Before, effect.After);
        if (before?.DueAt == after?.DueAt)
            return;

        // What comes or goes altogether stands before any move.
        var size = before is not null && after is not null ? (after.DueAt - before.DueAt).Duration() : TimeSpan.MaxValue;
        largest.Enqueue(
            new SimulationExample(ticket.Ticket, effect.Target, before?.DueAt, after?.DueAt, before?.Late == true, after?.Late == true && before?.Late != true), size);
        if (largest.Count > Most)
            largest.Dequeue();
    }

    /// <summary>The largest first.</summary>
    public IReadOnlyList<SimulationExample> Told()
    {
        List<SimulationExample> told = [];
        while (largest.TryDequeue(out var example, out _))
            told.Insert(0, example);
        return told;
    }
}
