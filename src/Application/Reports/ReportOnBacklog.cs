using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Reports;

/// <summary>
/// What came in and what left in each interval, and what was still to be done at its end. Each row follows from the one before: what was not
/// closed, plus opened, less closed. `interval`: day, week or month. `teamId`, `serviceId`, `siteId` and `priority` narrow it as they do a list.
/// </summary>
[Permission(Permissions.ReportsRead)]
public sealed record ReportOnBacklog(string? From = null, string? To = null, string? Interval = null, string? Zone = null,
    string[]? TeamId = null, string[]? ServiceId = null, string[]? SiteId = null, string[]? Priority = null) : IQuery<BacklogReport>
{
    internal ReportFilter Filter => new(TeamId, ServiceId, SiteId, Priority);
}

/// <summary>The rows in order of time.</summary>
public sealed record BacklogReport(DateTimeOffset From, DateTimeOffset To, string Zone, ReportInterval Interval, IReadOnlyList<BacklogRow> Rows) : IReportTable
{
    IReadOnlyList<string> IReportTable.Columns => ["at", "opened", "resolved", "closed", "notResolved", "notClosed"];

    IEnumerable<IReadOnlyList<object?>> IReportTable.Cells =>
        Rows.Select(r => (IReadOnlyList<object?>)[r.At, r.Opened, r.Resolved, r.Closed, r.NotResolved, r.NotClosed]);
}

/// <summary>
/// An interval that ends at <see cref="At"/>. Closed are those that were closed or cancelled in it; one that was closed without a resolve time
/// is not "not resolved" any more.
/// </summary>
public sealed record BacklogRow(DateTimeOffset At, long Opened, long Resolved, long Closed, long NotResolved, long NotClosed)
{
    /// <summary>For each figure the query string of GET /tickets that lists what it counts.</summary>
    public required IReadOnlyDictionary<string, string> List { get; init; }
}

internal sealed class ReportOnBacklogHandler(IServiceDeskDb db, ReportScope scope, TimeProvider clock) : IRequestHandler<ReportOnBacklog, BacklogReport>
{
    private const int MostIntervals = 400;

    public async Task<BacklogReport> Handle(ReportOnBacklog request, CancellationToken ct)
    {
        var period = ReportPeriod.Of(request.From, request.To, request.Zone, clock.GetUtcNow());
        var interval = ReportWords.Parse(request.Interval, "interval", ReportInterval.Month);
        var ends = period.Ends(interval, MostIntervals);
        DateTimeOffset[] bounds = [period.From, .. ends];

        // In which interval each of the three instants lies: 0 before the period, and more than there are intervals after it.
        var counts = await db.Sql<Counts>(SqlText.Of($"""
            select coalesce(width_bucket(t.opened_at, {bounds}), 0) as "Opened", coalesce(width_bucket(t.resolved_at, {bounds}), -1) as "Resolved",
                coalesce(width_bucket(t.closed_at, {bounds}), -1) as "Closed", count(*) as "Tickets"
            from report_incidents t
            where t.opened_at < {period.To} and {scope.Counts(request.Filter)}
            group by 1, 2, 3
            """).ToFormattable()).ToListAsync(ct);

        return new BacklogReport(
            period.From, period.To, period.Zone.Id, interval, [.. ends.Select((end, i) => Row(counts, i + 1, bounds[i], end, request.Filter))]);
    }

    private static BacklogRow Row(List<Counts> counts, int number, DateTimeOffset from, DateTimeOffset to, ReportFilter filter)
    {
        long Sum(Func<Counts, bool> which) => counts.Where(which).Sum(c => c.Tickets);
        bool By(int bucket) => bucket >= 0 && bucket <= number;

        return new BacklogRow(
            to,
            Sum(c => c.Opened == number),
            Sum(c => c.Resolved == number),
            Sum(c => c.Closed == number),
            Sum(c => c.Opened <= number && !By(c.Resolved) && !By(c.Closed)),
            Sum(c => c.Opened <= number && !By(c.Closed)))
        {
            List = Lists(from, to, filter),
        };
    }

    private static Dictionary<string, string> Lists(DateTimeOffset from, DateTimeOffset to, ReportFilter filter)
    {
        var all = filter.List(new ListQuery().With("practice", "incident"));
        var (start, end) = (ListQuery.Instant(from), ListQuery.Instant(to));
        var notClosed = $"(closed>=\"{end}\" OR closed:empty)";
        return new Dictionary<string, string>
        {
            ["opened"] = all.With("openedFrom", from).With("openedTo", to).Text,
            ["resolved"] = all.With("resolvedFrom", from).With("resolvedTo", to).Text,
            ["closed"] = all.With("q", $"closed>=\"{start}\" closed<\"{end}\"").Text,
            ["notResolved"] = all.With("openedTo", to).With("q", $"(resolved>=\"{end}\" OR resolved:empty) {notClosed}").Text,
            ["notClosed"] = all.With("openedTo", to).With("q", notClosed).Text,
        };
    }

    internal sealed record Counts(int Opened, int Resolved, int Closed, long Tickets);
}
