using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.ServiceLevels.Simulations;

/// <summary>Counts what moves, altogether and by team.</summary>
internal sealed class SimulationTally
{
    // A tuple, as a key may not be null.
    private readonly Dictionary<(TeamId? Team, bool All), Counts> counts = new() { [(null, true)] = new Counts() };

    public IEnumerable<TeamId> Teams => counts.Keys.Select(k => k.Team).OfType<TeamId>();

    public void Ticket(TeamId? team)
    {
        counts.TryAdd((team, false), new Counts());
        foreach (var count in Of(team))
            count.Tickets++;
    }

    public void Add(TeamId? team, Deadline? before, Deadline? after)
    {
        if (before is null && after is null)
            return;

        foreach (var count in Of(team))
            count.Add(before, after);
    }

    public SimulationCounts Told(IReadOnlyDictionary<TeamId, string> names) => counts[(null, true)].Told() with
    {
        ByTeam =
        [
            .. counts.Where(c => !c.Key.All).Select(c => new SimulationTeamCounts(c.Key.Team is { } team ? new NamedRef(team.Value, names[team]) : null, c.Value.Told()))
                .OrderBy(t => t.Team is null).ThenBy(t => t.Team?.Name, StringComparer.OrdinalIgnoreCase),
        ],
    };

    private Counts[] Of(TeamId? team) => [counts[(null, true)], counts[(team, false)]];

    private sealed class Counts
    {
        private int deadlines, earlier, later, added, removed, becomeLate, noLongerLate;

        public int Tickets { get; set; }

        public void Add(Deadline? before, Deadline? after)
        {
            deadlines++;
            if (before is null)
                added++;
            else if (after is null)
                removed++;
            else if (after.DueAt < before.DueAt)
                earlier++;
            else if (after.DueAt > before.DueAt)
                later++;

            if (after?.Late == true && before?.Late != true)
                becomeLate++;
            if (before?.Late == true && after?.Late != true)
                noLongerLate++;
        }

        public SimulationCounts Told() => new()
        {
            Tickets = Tickets,
            Deadlines = deadlines,
            Moved = earlier + later,
            Earlier = earlier,
            Later = later,
            Added = added,
            Removed = removed,
            BecomeLate = becomeLate,
            NoLongerLate = noLongerLate,
        };
    }
}
