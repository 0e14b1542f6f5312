using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;

namespace ServiceDesk.Application.Reports;

/// <summary>
/// The promises on the incidents opened in a period and how they were kept. Each clock is judged once, each next-response cycle is one of its
/// own. `groupBy`: priority, team, category, channel, service, site or month. `teamId`, `serviceId`, `siteId` and `priority` narrow it as they do a list.
/// </summary>
[Permission(Permissions.ReportsRead)]
public sealed record ReportOnServiceLevels(string? From = null, string? To = null, string? GroupBy = null, string? Zone = null,
    string[]? TeamId = null, string[]? ServiceId = null, string[]? SiteId = null, string[]? Priority = null) : IQuery<ServiceLevelReport>
{
    internal ReportFilter Filter => new(TeamId, ServiceId, SiteId, Priority);
}

/// <summary>The rows, what they come to for each target, and for all targets together.</summary>
public sealed record ServiceLevelReport(
    DateTimeOffset From, DateTimeOffset To, string Zone, ReportGroupBy GroupBy, IReadOnlyList<ServiceLevelReportRow> Rows,
    IReadOnlyList<ServiceLevelReportRow> Totals, ServiceLevelReportRow Total) : IReportTable
{
    IReadOnlyList<string> IReportTable.Columns => ["key", "label", "target", "met", "missed", "running", "late", "cancelled", "compliance"];

    IEnumerable<IReadOnlyList<object?>> IReportTable.Cells => Rows.Concat(Totals).Append(Total).Select(r => (IReadOnlyList<object?>)
    [
        r.Key, r.Label, r.Target, r.Met, r.Missed, r.Running, r.Late, r.Cancelled, r.Compliance,
    ]);
}

/// <summary>
/// Counts of clocks. Missed are those that are over and were breached, late those that still run (or rest) and are breached already, running the
/// other live ones; cancelled ones stand apart. Compliance is met in met, missed and late, null when there is none of them.
/// </summary>
public sealed record ServiceLevelReportRow(
    string? Key, string Label, string? Target, long Met, long Missed, long Running, long Late, long Cancelled, double? Compliance)
{
    /// <summary>For each figure the query string of GET /tickets that lists the tickets whose clocks it counts.</summary>
    public required IReadOnlyDictionary<string, string> List { get; init; }

    /// <summary>
    /// How many tickets each list has: fewer than clocks where one ticket had several next responses. The total of all targets counts different
    /// promises of the same tickets, so it has no list.
    /// </summary>
    public required IReadOnlyDictionary<string, long> Tickets { get; init; }
}

internal sealed class ReportOnServiceLevelsHandler(IServiceDeskDb db, ReportScope scope, ReportGrouping grouping, TimeProvider clock)
    : IRequestHandler<ReportOnServiceLevels, ServiceLevelReport>
{
    private static readonly string[] Targets = ["firstResponse", "nextResponse", "resolution"];
    private static readonly string[] Outcomes = ["met", "missed", "running", "late", "cancelled"];

    public async Task<ServiceLevelReport> Handle(ReportOnServiceLevels request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var period = ReportPeriod.Of(request.From, request.To, request.Zone, now);
        var by = ReportWords.Parse(request.GroupBy, "groupBy", ReportGroupBy.Priority);
        var figures = await db.Sql<Figures>(Counted(period, by, scope.Counts(request.Filter), now).ToFormattable()).ToListAsync(ct);
        var labels = await grouping.LabelsAsync(by, [.. figures.Select(f => f.Key).Distinct()], ct);

        var rows = ReportGrouping.Ordered(by, figures.OrderBy(f => Array.IndexOf(Targets, f.Target)), f => f.Key, labels)
            .Select(f => Row(f.Key, labels[f.Key], f.Target, [f], ReportGrouping.List(by, f.Key, period, request.Filter)));
        var all = ReportGrouping.List(by, null, period, request.Filter);
        var totals = figures.GroupBy(f => f.Target).OrderBy(g => Array.IndexOf(Targets, g.Key)).Select(g => Row(null, "Total", g.Key, [.. g], all));
        return new ServiceLevelReport(period.From, period.To, period.Zone.Id, by, [.. rows], [.. totals], Row(null, "Total", null, figures, all));
    }

    // A ticket has one clock of each target but of the next response, where every cycle is judged; "again" is what the list has no second row for.
    private static SqlText Counted(ReportPeriod period, ReportGroupBy by, SqlText which, DateTimeOffset now)
    {
        static SqlText Count(SqlText outcome, string name) => SqlText.Of($"count(*) filter (where {outcome}) as {SqlText.Raw(name)}");
        var counts = SqlText.Join(", ", Outcomes.SelectMany(o => new[] { Count(ClockOutcomes.Is(o, now), o), Count(ClockOutcomes.IsAgain(o, now), o + "_again") }));
        var names = SqlText.Raw(string.Join(", ", Outcomes.SelectMany(o => new[] { $"g.{o} as \"{Title(o)}\"", $"g.{o}_again as \"{Title(o)}Again\"" })));
        return SqlText.Of($"""
            select {ReportGrouping.Key(by, "g.value")} as "Key", g.target as "Target", {names}
            from (
                select {ReportGrouping.Value(by, period)} as value, c.target, {counts}
                from report_incidents t join report_clocks c on c.ticket_id = t.id
                where t.opened_at >= {period.From} and t.opened_at < {period.To} and {which}
                group by 1, 2) g
            """);
    }

    private static string Title(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static ServiceLevelReportRow Row(string? key, string label, string? target, List<Figures> of, ListQuery list)
    {
        var (met, missed, late) = (of.Sum(f => f.Met), of.Sum(f => f.Missed), of.Sum(f => f.Late));
        var judged = met + missed + late;
        return new ServiceLevelReportRow(
            key, label, target, met, missed, of.Sum(f => f.Running), late, of.Sum(f => f.Cancelled), judged == 0 ? null : Math.Round((double)met / judged, 4))
        {
            List = target is null ? new Dictionary<string, string>() : Outcomes.ToDictionary(o => o, o => list.With("q", $"clock:{target}.{o}").Text),
            Tickets = target is null ? new Dictionary<string, long>() : new Dictionary<string, long>
            {
                ["met"] = met - of.Sum(f => f.MetAgain),
                ["missed"] = missed - of.Sum(f => f.MissedAgain),
                ["running"] = of.Sum(f => f.Running - f.RunningAgain),
                ["late"] = late - of.Sum(f => f.LateAgain),
                ["cancelled"] = of.Sum(f => f.Cancelled - f.CancelledAgain),
            },
        };
    }

    internal sealed record Figures(
        string Key, string Target, long Met, long MetAgain, long Missed, long MissedAgain, long Running, long RunningAgain, long Late, long LateAgain,
        long Cancelled, long CancelledAgain);
}
