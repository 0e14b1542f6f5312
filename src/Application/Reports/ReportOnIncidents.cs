using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Reports;

/// <summary>
/// The incidents opened in a period and what became of them; times to resolve in calendar hours. `groupBy`: priority, team, category,
/// channel, service, site or month. `teamId`, `serviceId`, `siteId` and `priority` narrow it as they do a list.
/// </summary>
[Permission(Permissions.ReportsRead)]
public sealed record ReportOnIncidents(string? From = null, string? To = null, string? GroupBy = null, string? Zone = null,
    string[]? TeamId = null, string[]? ServiceId = null, string[]? SiteId = null, string[]? Priority = null) : IQuery<IncidentReport>
{
    internal ReportFilter Filter => new(TeamId, ServiceId, SiteId, Priority);
}

/// <summary>Which incidents it is about, the rows and what they come to.</summary>
public sealed record IncidentReport(
    DateTimeOffset From, DateTimeOffset To, string Zone, ReportGroupBy GroupBy, IReadOnlyList<IncidentReportRow> Rows, IncidentReportRow Total) : IReportTable
{
    IReadOnlyList<string> IReportTable.Columns =>
    [
        "key", "label", "opened", "resolved", "closed", "reopened", "reassigned", "meanHoursToResolve", "medianHoursToResolve", "p95HoursToResolve",
        "overridden", "firstContactResolution",
    ];

    IEnumerable<IReadOnlyList<object?>> IReportTable.Cells => Rows.Append(Total).Select(r => (IReadOnlyList<object?>)
    [
        r.Key, r.Label, r.Opened, r.Resolved, r.Closed, r.Reopened, r.Reassigned, r.MeanHoursToResolve, r.MedianHoursToResolve, r.P95HoursToResolve,
        r.Overridden, r.FirstContactResolution,
    ]);
}

/// <summary>
/// Counts of incidents; the means are over those with a resolve time, to two places, null when there is none. Overridden are those whose priority
/// was set by hand against the matrix, first contact resolutions those resolved by the first assignee within the first contact.
/// </summary>
public sealed record IncidentReportRow(
    string? Key, string Label, long Opened, long Resolved, long Closed, long Reopened, long Reassigned,
    double? MeanHoursToResolve, double? MedianHoursToResolve, double? P95HoursToResolve,
    long Overridden, long FirstContactResolution)
{
    /// <summary>For each figure the query string of GET /tickets that lists what it counts.</summary>
    public required IReadOnlyDictionary<string, string> List { get; init; }
}

internal sealed class ReportOnIncidentsHandler(IServiceDeskDb db, ReportScope scope, ReportGrouping grouping, TimeProvider clock)
    : IRequestHandler<ReportOnIncidents, IncidentReport>
{
    public async Task<IncidentReport> Handle(ReportOnIncidents request, CancellationToken ct)
    {
        var period = ReportPeriod.Of(request.From, request.To, request.Zone, clock.GetUtcNow());
        var by = ReportWords.Parse(request.GroupBy, "groupBy", ReportGroupBy.Priority);
        var sql = SqlText.Of($"""
            select case when g.whole = 1 then null else {ReportGrouping.Key(by, "g.value")} end as "Key", g.opened as "Opened", g.resolved as "Resolved",
                g.closed as "Closed", g.reopened as "Reopened", g.reassigned as "Reassigned", g.mean as "Mean", g.median as "Median", g.p95 as "P95",
                g.overridden as "Overridden", g.first_contact as "FirstContact"
            from (
                select k.value, grouping(k.value) as whole, count(*) as opened, count(t.resolved_at) as resolved,
                    count(*) filter (where t.state = 'closed') as closed, count(*) filter (where t.reopen_count > 0) as reopened,
                    count(*) filter (where t.reassignment_count > 0) as reassigned, avg(t.hours_to_resolve) as mean,
                    percentile_cont(0.5) within group (order by t.hours_to_resolve) as median,
                    percentile_cont(0.95) within group (order by t.hours_to_resolve) as p95,
                    count(t.override_priority) as overridden, count(*) filter (where t.first_contact_resolution) as first_contact
                from report_incidents t cross join lateral (select {ReportGrouping.Value(by, period)} as value) k
                where t.opened_at >= {period.From} and t.opened_at < {period.To} and {scope.Counts(request.Filter)}
                group by grouping sets ((k.value), ())) g
            """);
        var figures = await db.Sql<Figures>(sql.ToFormattable()).ToListAsync(ct);
        var rows = figures.Where(f => f.Key is not null).ToList();
        var labels = await grouping.LabelsAsync(by, [.. rows.Select(r => r.Key!)], ct);

        return new IncidentReport(
            period.From, period.To, period.Zone.Id, by,
            [.. ReportGrouping.Ordered(by, rows, r => r.Key!, labels).Select(r => Row(r, labels[r.Key!], ReportGrouping.List(by, r.Key, period, request.Filter)))],
            Row(figures.Single(f => f.Key is null), "Total", ReportGrouping.List(by, null, period, request.Filter)));
    }

    private static IncidentReportRow Row(Figures f, string label, ListQuery list) => new(
        f.Key, label, f.Opened, f.Resolved, f.Closed, f.Reopened, f.Reassigned, Places(f.Mean), Places(f.Median), Places(f.P95), f.Overridden, f.FirstContact)
    {
        List = new Dictionary<string, string>
        {
            ["opened"] = list.Text,
            ["resolved"] = list.With("q", "resolved:any").Text,
            ["closed"] = list.With("state", "closed").Text,
            ["reopened"] = list.With("q", "reopened>0").Text,
            ["reassigned"] = list.With("q", "moves>0").Text,
            ["overridden"] = list.With("q", "overridden:true").Text,
            ["firstContactResolution"] = list.With("q", "firstContact:true").Text,
        },
    };

    private static double? Places(double? hours) => hours is { } h ? Math.Round(h, 2) : null;

    internal sealed record Figures(
        string? Key, long Opened, long Resolved, long Closed, long Reopened, long Reassigned, double? Mean, double? Median, double? P95,
        long Overridden, long FirstContact);
}
