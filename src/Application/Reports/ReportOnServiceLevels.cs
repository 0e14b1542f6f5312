using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Reports;

/// <summary>
/// The promises on the incidents opened in a period and how they were kept. Each clock is judged once, each next-response cycle is one of its
/// own. `groupBy`: priority, team, category, channel or month.
/// </summary>
[Permission(Permissions.ReportsRead)]
public sealed record ReportOnServiceLevels(string? From = null, string? To = null, string? GroupBy = null, string? Zone = null) : IQuery<ServiceLevelReport>;

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
}

internal sealed class ReportOnServiceLevelsHandler(IServiceDeskDb db, ICurrentUser user, ReportGrouping grouping, TimeProvider clock)
    : IRequestHandler<ReportOnServiceLevels, ServiceLevelReport>
{
    private static readonly string[] Targets = ["firstResponse", "nextResponse", "resolution"];

    public async Task<ServiceLevelReport> Handle(ReportOnServiceLevels request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var period = ReportPeriod.Of(request.From, request.To, request.Zone, now);
        var by = ReportWords.Parse(request.GroupBy, "groupBy", ReportGroupBy.Priority);
        var figures = await db.Sql<Figures>(SqlText.Of($"""
            select {ReportGrouping.Key(by, "g.value")} as "Key", g.target as "Target", g.met as "Met", g.missed as "Missed", g.running as "Running",
                g.late as "Late", g.cancelled as "Cancelled"
            from (
                select {ReportGrouping.Value(by, period)} as value, c.target, count(*) filter (where {ClockOutcomes.Is("met", now)}) as met,
                    count(*) filter (where {ClockOutcomes.Is("missed", now)}) as missed, count(*) filter (where {ClockOutcomes.Is("running", now)}) as running,
                    count(*) filter (where {ClockOutcomes.Is("late", now)}) as late, count(*) filter (where {ClockOutcomes.Is("cancelled", now)}) as cancelled
                from report_incidents t join report_clocks c on c.ticket_id = t.id
                where t.opened_at >= {period.From} and t.opened_at < {period.To} and {new TicketScope(user).Sees("t")}
                group by 1, 2) g
            """).ToFormattable()).ToListAsync(ct);
        var labels = await grouping.LabelsAsync(by, [.. figures.Select(f => f.Key).Distinct()], ct);

        var rows = ReportGrouping.Ordered(by, figures.OrderBy(f => Array.IndexOf(Targets, f.Target)), f => f.Key, labels)
            .Select(f => Row(f.Key, labels[f.Key], f.Target, [f], ReportGrouping.List(by, f.Key, period)));
        var all = ReportGrouping.List(by, null, period);
        var totals = figures.GroupBy(f => f.Target).OrderBy(g => Array.IndexOf(Targets, g.Key)).Select(g => Row(null, "Total", g.Key, [.. g], all));
        return new ServiceLevelReport(period.From, period.To, period.Zone.Id, by, [.. rows], [.. totals], Row(null, "Total", null, figures, all));
    }

    private static ServiceLevelReportRow Row(string? key, string label, string? target, List<Figures> of, ListQuery list)
    {
        var (met, missed, late) = (of.Sum(f => f.Met), of.Sum(f => f.Missed), of.Sum(f => f.Late));
        var judged = met + missed + late;
        return new ServiceLevelReportRow(
            key, label, target, met, missed, of.Sum(f => f.Running), late, of.Sum(f => f.Cancelled), judged == 0 ? null : Math.Round((double)met / judged, 4))
        {
            List = new[] { "met", "missed", "running", "late", "cancelled" }
                .ToDictionary(outcome => outcome, outcome => list.With("q", $"clock:{(target is null ? "" : target + ".")}{outcome}").Text),
        };
    }

    internal sealed record Figures(string Key, string Target, long Met, long Missed, long Running, long Late, long Cancelled);
}
