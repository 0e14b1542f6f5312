using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Search;

/// <summary>
/// What became of a ticket's promises, as reports count them: "missed" of any target, "resolution.missed" of one, "resolution.any" whatever became of
/// it.
/// </summary>
internal static class ClockOutcomes
{
    private const string Any = "any";
    private static readonly string[] Targets = ["firstResponse", "nextResponse", "resolution"];
    private static readonly string[] Outcomes = ["met", "missed", "running", "late", "cancelled"];

    public static IEnumerable<string> Words => [.. Outcomes, .. Targets.SelectMany(t => Outcomes.Append(Any).Select(o => $"{t}.{o}"))];

    /// <summary>Whether the ticket of the alias t has such a clock. The word is one of <see cref="Words"/>.</summary>
    public static SqlText Has(string word, DateTimeOffset now)
    {
        var dot = word.IndexOf('.', StringComparison.Ordinal);
        var (target, outcome) = dot < 0 ? (null, word) : (word[..dot], word[(dot + 1)..]);
        var of = target is null ? SqlText.True : SqlText.Raw($"c.target = '{target}'");
        return SqlText.Of($"exists (select 1 from report_clocks c where c.ticket_id = t.id and {of} and {Is(outcome, now)})");
    }

    /// <summary>Whether the clock of the alias c has come to this.</summary>
    public static SqlText Is(string outcome, DateTimeOffset now) => outcome switch
    {
        Any => SqlText.True,
        "running" => SqlText.Of($"(c.outcome = 'live' and (c.due_at is null or c.due_at > {now}))"),
        "late" => SqlText.Of($"(c.outcome = 'late' or (c.outcome = 'live' and c.due_at <= {now}))"),
        _ => SqlText.Raw($"c.outcome = '{outcome}'"),
    };
}
