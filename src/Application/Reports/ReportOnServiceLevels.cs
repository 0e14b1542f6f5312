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
    private const string NextResponse = "nextResponse";
    private static readonly string[] Targets = ["firstResponse", NextResponse, "resolution"];
    private static readonly string[] Outcomes = ["met", "missed", "running", "late", "cancelled"];

    public async Task<ServiceLevelReport> Handle(ReportOnServiceLevels request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var period = ReportPeriod.Of(request.From, request.To, request.Zone, now);
        var by = ReportWords.Parse(request.GroupBy, "groupBy", ReportGroupBy.Priority);
        var which = scope.Counts(request.Filter);
        var kept = await db.Sql<KeptPromises>(Counted(period, by, which, now).ToFormattable()).ToListAsync(ct);
        var labels = await grouping.LabelsAsync(by, [.. kept.Select(k => k.Key).Distinct()], ct);

        var rows = ReportGrouping.Ordered(by, kept.GroupBy(k => k.Key), g => g.Key, labels).SelectMany(g =>
        {
            var list = ReportGrouping.List(by, g.Key, period, request.Filter);
            return TargetsOf([.. g]).Select(t => Row(g.Key, labels[g.Key], t, [.. g], list));
        });
        var all = ReportGrouping.List(by, null, period, request.Filter);
        var totals = TargetsOf(kept).Select(t => Row(null, "Total", t, kept, all));
        return new ServiceLevelReport(period.From, period.To, period.Zone.Id, by, [.. rows], [.. totals], Row(null, "Total", null, kept, all));
    }

    // Once over the tickets and their clocks: what each ticket's promises came to is a bit of a number, and few numbers are left to add up. A ticket has
    // one clock of each target but of the next response, where every cycle is judged; what a later one adds to the bit is counted beside it.
    private static SqlText Counted(ReportPeriod period, ReportGroupBy by, SqlText which, DateTimeOffset now)
    {
        var outcomes = SqlText.Join(" ", Outcomes.Select((o, i) => SqlText.Of($"when {ClockOutcomes.Is(o, now)} then {SqlText.Raw($"{1 << i}")}")));
        var targets = SqlText.Raw(string.Join(" ", Targets.Select((t, i) => $"when '{t}' then {i * Outcomes.Length}")));
        var bit = SqlText.Of($"((case {outcomes} end) << (case c.target {targets} end))");
        var again = SqlText.Or([.. Outcomes.Select(o => ClockOutcomes.IsAgain(o, now))]);
        var value = ReportGrouping.Value(by, period);
        var asked = SqlText.Of($"t.opened_at >= {period.From} and t.opened_at < {period.To} and {which}");
        return SqlText.Of($"""
            select {ReportGrouping.Key(by, "g.value")} as "Key", g.outcomes as "Outcomes", g.again as "Again", count(*) as "Count"
            from (
                (select {value} as value, coalesce(bit_or({bit}), 0) as outcomes, false as again
                from report_incidents t left join report_clocks c on c.ticket_id = t.id
                where {asked} group by t.id, 1)
                union all
                select {value}, {bit}, true
                from report_clocks c join report_incidents t on t.id = c.ticket_id
                where c.cycle > 1 and ({again}) and {asked}) g
            group by g.value, g.outcomes, g.again
            """);
    }

    private static IEnumerable<string> TargetsOf(IReadOnlyList<KeptPromises> kept) =>
        Targets.Where(t => kept.Any(k => k.Has(t)) || (t != NextResponse && kept.Any(k => k is { Again: false })));

    private static ServiceLevelReportRow Row(string? key, string label, string? target, IReadOnlyList<KeptPromises> kept, ListQuery list)
    {
        string[] targets = target is null ? Targets : [target];
        var clocks = Outcomes.ToDictionary(o => o, o => targets.Sum(t => kept.Where(k => k.Has(t, o)).Sum(k => k.Count)));
        var tickets = Outcomes.ToDictionary(o => o, o => kept.Where(k => !k.Again && targets.Any(t => k.Has(t, o))).Sum(k => k.Count));
        var without = target == NextResponse ? (long?)null : kept.Where(k => !k.Again && !targets.Any(k.Has)).Sum(k => k.Count);
        string Clock(string outcome) => list.With("q", target is null ? $"clock:{outcome}" : $"clock:{target}.{outcome}").Text;
        var lists = Outcomes.ToDictionary(o => o, Clock);
        if (without is { } none)
            (lists["withoutClock"], tickets["withoutClock"]) = (Clock("none"), none);
        var (met, judged) = (clocks["met"], clocks["met"] + clocks["missed"] + clocks["late"]);
        return new ServiceLevelReportRow(
            key, label, target, met, clocks["missed"], clocks["running"], clocks["late"], clocks["cancelled"],
            judged == 0 ? null : Math.Round((double)met / judged, 4), without)
        {
            List = lists,
            Tickets = tickets,
        };
    }

    /// <summary>How many tickets of a row's came to these outcomes, a bit for each target and outcome; or how many clocks came again to that one.</summary>
    internal sealed record KeptPromises(string Key, int Outcomes, bool Again, long Count)
    {
        public bool Has(string target) => ReportOnServiceLevelsHandler.Outcomes.Any(o => Has(target, o));

        public bool Has(string target, string outcome) => (Outcomes & 1 << Bit(target, outcome)) != 0;

        private static int Bit(string target, string outcome) =>
            (Array.IndexOf(Targets, target) * ReportOnServiceLevelsHandler.Outcomes.Length) + Array.IndexOf(ReportOnServiceLevelsHandler.Outcomes, outcome);
    }
}
