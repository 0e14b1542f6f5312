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
    IReadOnlyList<string> IReportTable.Columns => ["key", "label", "target", "met", "missed", "running", "late", "cancelled", "compliance", "withoutClock"];

    IEnumerable<IReadOnlyList<object?>> IReportTable.Cells => Rows.Concat(Totals).Append(Total).Select(r => (IReadOnlyList<object?>)
    [
        r.Key, r.Label, r.Target, r.Met, r.Missed, r.Running, r.Late, r.Cancelled, r.Compliance, r.WithoutClock,
    ]);
}

/// <summary>
/// Counts of clocks. Missed are those that are over and were breached, late those that still run (or rest) and are breached already, running the
/// other live ones; cancelled ones stand apart. Compliance is met in met, missed and late, null when there is none of them. Without clock are the
/// tickets to which this (in the total: anything) is not promised; null of next responses, which are promised question by question.
/// </summary>
public sealed record ServiceLevelReportRow(
    string? Key, string Label, string? Target, long Met, long Missed, long Running, long Late, long Cancelled, double? Compliance,
    long? WithoutClock)
{
    /// <summary>For each figure the query string of GET /tickets that lists the tickets whose clocks it counts.</summary>
    public required IReadOnlyDictionary<string, string> List { get; init; }

    /// <summary>
    /// How many tickets each list has: fewer than the figure, which counts clocks, where one ticket had several next responses, and in the total,
    /// which counts different promises of the same tickets.
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
        var which = scope.Counts(request.Filter);
        var figures = await db.Sql<Figures>(Counted(period, by, which, now).ToFormattable()).ToListAsync(ct);
        var tickets = await db.Sql<Tickets>(CountedByTicket(period, by, which, now).ToFormattable()).ToListAsync(ct);
        var labels = await grouping.LabelsAsync(by, [.. tickets.Select(f => f.Key).Distinct()], ct);

        var found = figures.ToLookup(f => (f.Key, f.Target));
        var rows = ReportGrouping.Ordered(by, tickets, g => g.Key, labels).SelectMany(g => Targets
            .Where(t => found.Contains((g.Key, t)) || g.Without(t) > 0)
            .Select(t => Row(g.Key, labels[g.Key], t, [.. found[(g.Key, t)]], [g], ReportGrouping.List(by, g.Key, period, request.Filter))));
        var all = ReportGrouping.List(by, null, period, request.Filter);
        var totals = Targets.Where(t => figures.Exists(f => f.Target == t) || tickets.Exists(g => g.Without(t) > 0))
            .Select(t => Row(null, "Total", t, [.. figures.Where(f => f.Target == t)], tickets, all));
        return new ServiceLevelReport(period.From, period.To, period.Zone.Id, by, [.. rows], [.. totals], Row(null, "Total", null, figures, tickets, all));
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

    // What is told of tickets rather than of clocks: those with no promise, and how many have any that came to this.
    private static SqlText CountedByTicket(ReportPeriod period, ReportGroupBy by, SqlText which, DateTimeOffset now)
    {
        var outcomes = SqlText.Join(", ", Outcomes.Select(o => SqlText.Of($"bool_or({ClockOutcomes.Is(o, now)}) as {SqlText.Raw(o)}")));
        var counts = SqlText.Raw(string.Join(", ", Outcomes.Select(o => $"count(*) filter (where g.{o}) as \"{Title(o)}\"")));
        return SqlText.Of($"""
            select {ReportGrouping.Key(by, "g.value")} as "Key", count(*) filter (where g.clocks = 0) as "None",
                count(*) filter (where g.first is not true) as "NoFirstResponse", count(*) filter (where g.resolution is not true) as "NoResolution", {counts}
            from (
                select {ReportGrouping.Value(by, period)} as value, count(c.id) as clocks, bool_or(c.target = 'firstResponse') as first,
                    bool_or(c.target = 'resolution') as resolution, {outcomes}
                from report_incidents t left join report_clocks c on c.ticket_id = t.id
                where t.opened_at >= {period.From} and t.opened_at < {period.To} and {which}
                group by t.id, 1) g
            group by g.value
            """);
    }

    private static string Title(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static ServiceLevelReportRow Row(string? key, string label, string? target, List<Figures> of, List<Tickets> tickets, ListQuery list)
    {
        var (met, missed, late) = (of.Sum(f => f.Met), of.Sum(f => f.Missed), of.Sum(f => f.Late));
        var judged = met + missed + late;
        var without = target == "nextResponse" ? (long?)null : tickets.Sum(t => t.Without(target));
        string Clock(string outcome) => list.With("q", target is null ? $"clock:{outcome}" : $"clock:{target}.{outcome}").Text;
        var (lists, counts) = (Outcomes.ToDictionary(o => o, Clock), target is null ? Any(tickets) : Once(of));
        if (without is { } none)
            (lists["withoutClock"], counts["withoutClock"]) = (Clock("none"), none);
        return new ServiceLevelReportRow(
            key, label, target, met, missed, of.Sum(f => f.Running), late, of.Sum(f => f.Cancelled), judged == 0 ? null : Math.Round((double)met / judged, 4), without)
        {
            List = lists,
            Tickets = counts,
        };
    }

    private static Dictionary<string, long> Once(List<Figures> of) => new()
    {
        ["met"] = of.Sum(f => f.Met - f.MetAgain),
        ["missed"] = of.Sum(f => f.Missed - f.MissedAgain),
        ["running"] = of.Sum(f => f.Running - f.RunningAgain),
        ["late"] = of.Sum(f => f.Late - f.LateAgain),
        ["cancelled"] = of.Sum(f => f.Cancelled - f.CancelledAgain),
    };

    private static Dictionary<string, long> Any(List<Tickets> of) => new()
    {
        ["met"] = of.Sum(t => t.Met),
        ["missed"] = of.Sum(t => t.Missed),
        ["running"] = of.Sum(t => t.Running),
        ["late"] = of.Sum(t => t.Late),
        ["cancelled"] = of.Sum(t => t.Cancelled),
    };

    internal sealed record Figures(
        string Key, string Target, long Met, long MetAgain, long Missed, long MissedAgain, long Running, long RunningAgain, long Late, long LateAgain,
        long Cancelled, long CancelledAgain);

    internal sealed record Tickets(
        string Key, long None, long NoFirstResponse, long NoResolution, long Met, long Missed, long Running, long Late, long Cancelled)
    {
        public long Without(string? target) => target switch
        {
            null => None,
            "firstResponse" => NoFirstResponse,
            "resolution" => NoResolution,
            _ => 0,
        };
    }
}
