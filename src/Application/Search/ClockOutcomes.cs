using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Search;

/// <summary>
/// What became of a ticket's promises, as reports count them: "missed" of any target, "resolution.missed" of one, "resolution.any" whatever became of
/// it, "resolution.none" where none was made, "none" where nothing was promised at all.
/// </summary>
internal static class ClockOutcomes
{
    private const string Any = "any";
    private const string None = "none";
    private static readonly string[] Targets = ["firstResponse", "nextResponse", "resolution"];
    private static readonly string[] Outcomes = ["met", "missed", "running", "late", "cancelled"];

    public static IEnumerable<string> Words => [.. Outcomes, None, .. Targets.SelectMany(t => Outcomes.Append(Any).Append(None).Select(o => $"{t}.{o}"))];

    /// <summary>Whether the ticket of the alias t has such a clock; of none, whether it has no clock. The word is one of <see cref="Words"/>.</summary>
    public static SqlText Has(string word, DateTimeOffset now)
    {
        var dot = word.IndexOf('.', StringComparison.Ordinal);
        var (target, outcome) = dot < 0 ? (null, word) : (word[..dot], word[(dot + 1)..]);
        var of = target is null ? SqlText.True : SqlText.Raw($"c.target = '{target}'");
        var has = SqlText.Of($"exists (select 1 from report_clocks c where c.ticket_id = t.id and {of} and {Is(outcome, now)})");
        return outcome == None ? SqlText.Of($"not {has}") : has;
    }

    /// <summary>Whether the clock of this alias has come to this.</summary>
    public static SqlText Is(string outcome, DateTimeOffset now, string alias = "c")
    {
        var c = SqlText.Raw(alias);
        return outcome switch
        {
            Any or None => SqlText.True,
            "running" => SqlText.Of($"({c}.outcome = 'live' and ({c}.due_at is null or {c}.due_at > {now}))"),
            "late" => SqlText.Of($"({c}.outcome = 'late' or ({c}.outcome = 'live' and {c}.due_at <= {now}))"),
            _ => SqlText.Raw($"{alias}.outcome = '{outcome}'"),
        };
    }

    /// <summary>Whether an earlier cycle on the same ticket has come to this already: then the ticket is counted with that one.</summary>
    public static SqlText IsAgain(string outcome, DateTimeOffset now) => SqlText.Of($"""
        (c.cycle > 1 and {Is(outcome, now)} and exists (
        select 1 from report_clocks e where e.ticket_id = c.ticket_id and e.target = c.target and e.cycle < c.cycle and {Is(outcome, now, "e")}))
        """);
}
