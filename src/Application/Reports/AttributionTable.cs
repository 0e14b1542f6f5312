namespace ServiceDesk.Application.Reports;

/// <summary>Open time of one incident at one holder; <see cref="TeamId"/> is the team it was then, unless it was waited.</summary>
internal sealed record AttributedSpan(string Holder, string? Key, Guid? TeamId, Guid TicketId, long Seconds);

/// <summary>The same spans added up three ways: by holder, by kind of holder, and by team with its people. <see cref="List"/> makes the query of the list behind a row.</summary>
internal sealed class AttributionTable(
    IReadOnlyList<AttributedSpan> spans, IReadOnlyDictionary<string, string> labels, bool french, Func<string?, IReadOnlyDictionary<string, string>> list)
{
    private static readonly Dictionary<string, (string English, string French)> Kinds = new()
    {
        ["person"] = ("A person", "Une personne"),
        ["team"] = ("In a team's queue", "Dans la file d'une équipe"),
        ["waiting"] = ("Waiting", "En attente"),
        ["nobody"] = ("Nobody", "Personne"),
    };

    public long Seconds { get; } = spans.Sum(s => s.Seconds);

    public IReadOnlyDictionary<string, string> List(string? held) => list(held);

    public IReadOnlyList<AttributionRow> Rows() => Ordered(
        spans.GroupBy(s => (s.Holder, s.Key)).Select(g => Row(g, g.Key.Holder, g.Key.Key, $"{g.Key.Holder}{(g.Key.Key is { } key ? ":" + key : "")}")));

    public IReadOnlyList<AttributionRow> Holders() => Ordered(spans.GroupBy(s => s.Holder).Select(g => Row(g, g.Key, null, g.Key)));

    public IReadOnlyList<AttributionTeam> Teams() =>
    [
        .. spans.Where(s => s.Holder is "team" or "person").GroupBy(s => s.TeamId).Select(OfTeam)
            .OrderByDescending(t => t.Seconds).ThenBy(t => t.Key, StringComparer.Ordinal),
    ];

    public static double Hours(long seconds) => Math.Round(seconds / 3600d, 2);

    private AttributionTeam OfTeam(IGrouping<Guid?, AttributedSpan> team)
    {
        var key = team.Key?.ToString();
        var rows = team.GroupBy(s => (s.Holder, s.Key))
            .Select(g => Row(g, g.Key.Holder, g.Key.Key, g.Key.Holder == "team" ? $"team:{g.Key.Key}" : $"person:{g.Key.Key}@{key ?? "none"}"));
        var (seconds, hours, share, tickets) = Sum(team);
        var label = key is null ? (french ? "Sans équipe" : "No team") : labels.GetValueOrDefault(key, key);
        return new AttributionTeam(key, label, seconds, hours, share, tickets) { Rows = Ordered(rows), List = list($"withTeam:{key ?? "none"}") };
    }

    private AttributionRow Row(IEnumerable<AttributedSpan> spent, string holder, string? key, string held)
    {
        var (seconds, hours, share, tickets) = Sum(spent);
        var kind = Kinds[holder];
        return new AttributionRow(holder, key, key is null ? (french ? kind.French : kind.English) : labels.GetValueOrDefault(key, key), seconds, hours, share, tickets)
        {
            List = list(held),
        };
    }

    private (long Seconds, double Hours, double Share, long Tickets) Sum(IEnumerable<AttributedSpan> held)
    {
        var (seconds, tickets) = (held.Sum(s => s.Seconds), held.Select(s => s.TicketId).Distinct().LongCount());
        return (seconds, Hours(seconds), Seconds == 0 ? 0 : Math.Round((double)seconds / Seconds, 4), tickets);
    }

    private static IReadOnlyList<AttributionRow> Ordered(IEnumerable<AttributionRow> rows) =>
        [.. rows.OrderByDescending(r => r.Seconds).ThenBy(r => r.Key, StringComparer.Ordinal)];
}
