using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Reports;

/// <summary>
/// The incidents that are open now and how pressing they are, in all and by `groupBy`: team (without it), priority, category, channel, service or site.
/// `teamId`, `serviceId`, `siteId` and `priority` narrow it as they do a list.
/// </summary>
[Permission(Permissions.ReportsRead)]
public sealed record GetLiveBoard(
    string? GroupBy = null, string[]? TeamId = null, string[]? ServiceId = null, string[]? SiteId = null, string[]? Priority = null) : IQuery<LiveBoard>
{
    internal ReportFilter Filter => new(TeamId, ServiceId, SiteId, Priority);
}

/// <summary>What stands at this moment; of priorities all have a row, of everything else what has something open.</summary>
public sealed record LiveBoard(DateTimeOffset At, ReportGroupBy GroupBy, IReadOnlyList<LiveBoardRow> Rows, LiveBoardTotal Total) : IReportTable
{
    IReadOnlyList<string> IReportTable.Columns => ["key", "label", "open", "unassigned", "atRisk", "breached"];

    IEnumerable<IReadOnlyList<object?>> IReportTable.Cells => Rows.Select(r => (IReadOnlyList<object?>)[r.Key, r.Label, r.Open, r.Unassigned, r.AtRisk, r.Breached])
        .Append([null, "Total", Total.Open, Total.Unassigned, Total.AtRisk, Total.Breached]);
}


/// <summary>Of what is open, how much nobody has, how much is about to be late and how much is.</summary>
public sealed record LiveBoardRow(string Key, string Label, long Open, long Unassigned, long AtRisk, long Breached)
{
    /// <summary>For each figure the query string of GET /tickets that lists what it counts.</summary>
    public required IReadOnlyDictionary<string, string> List { get; init; }
}

/// <summary>The same over all rows; today began at midnight in the reader's time zone.</summary>
public sealed record LiveBoardTotal(
    long Open, long Unassigned, long AtRisk, long Breached, long Waiting, long Major, long OpenedToday, long ResolvedToday)
{
    /// <summary>For each figure the query string of GET /tickets that lists what it counts.</summary>
    public required IReadOnlyDictionary<string, string> List { get; init; }
}

/// <summary>A figure of the board is a list: what it counts is compiled from the parameters that open it.</summary>
internal sealed record BoardFigure(string Name, ListTickets Asks, bool InRows = false)
{
    public static readonly IReadOnlyList<BoardFigure> All =
    [
        new("open", new ListTickets(Open: true), InRows: true),
        new("unassigned", new ListTickets(Open: true, Q: "owner:empty"), InRows: true),
        new("atRisk", new ListTickets(Open: true, Q: "sla:atRisk"), InRows: true),
        new("breached", new ListTickets(Open: true, Sla: ["breached"]), InRows: true),
        new("waiting", new ListTickets(State: ["pending"])),
        new("major", new ListTickets(Open: true, Major: true)),
        new("openedToday", new ListTickets(Q: "created>=today")),
        new("resolvedToday", new ListTickets(Q: "resolved>=today")),
    ];

    public SearchNode Node { get; } = SearchNode.All(
        [.. TicketFilters.Of(Asks with { Practice = ["incident"] }), .. SearchParser.Parse(Asks.Q).Root is { } asked ? [asked] : Array.Empty<SearchNode>()]);

    public ListQuery List()
    {
        (string Name, string? Value)[] all =
        [
            ("open", Asks.Open is null ? null : "true"), ("state", Asks.State?[0]), ("sla", Asks.Sla?[0]), ("major", Asks.Major is null ? null : "true"), ("q", Asks.Q),
        ];
        return all.Where(p => p.Value is not null).Aggregate(new ListQuery().With("practice", "incident"), (list, p) => list.With(p.Name, p.Value!));
    }
}

internal sealed class GetLiveBoardHandler(IServiceDeskDb db, ReportScope scope, ReportGrouping grouping, TimeProvider clock) : IRequestHandler<GetLiveBoard, LiveBoard>
{
    public async Task<LiveBoard> Handle(GetLiveBoard request, CancellationToken ct)
    {
        var by = ReportWords.Parse(request.GroupBy, "groupBy", ReportGroupBy.Team);
        if (by == ReportGroupBy.Month)
            throw new MalformedRequestException("report.word_unknown", "groupBy", "What is open now is of no month.");

        await scope.PrepareAsync(BoardFigure.All.Select(f => f.Node), ct);
        var value = SqlText.Raw(ReportGrouping.Column(by));
        var parts = BoardFigure.All.Select(f => SqlText.Of($"""
            select {f.Name} as "Figure", {(f.InRows ? ReportGrouping.Key(by, "g.value") : SqlText.Raw("null"))} as "Key", g.tickets as "Tickets"
            from (select {(f.InRows ? value : SqlText.Raw("null::text"))} as value, count(*) as tickets from tickets t where {scope.Counts(request.Filter, f.Node)} group by 1) g
            """));
        var counts = await db.Sql<Counted>(SqlText.Join(" union all ", parts).ToFormattable()).ToListAsync(ct);

        IReadOnlyCollection<string> keys = [.. Given(by, request), .. counts.Select(c => c.Key).OfType<string>()];
        var labels = await grouping.LabelsAsync(by, [.. keys.Distinct()], ct);
        var rows = ReportGrouping.Ordered(by, labels.Keys, k => k, labels).Select(k => Row(k, labels[k], counts, by, request.Filter));
        return new LiveBoard(clock.GetUtcNow(), by, [.. rows], Total(counts, request.Filter));
    }

    // The priorities are always the same few, so that the page stands still while their figures change.
    private static IEnumerable<string> Given(ReportGroupBy by, GetLiveBoard request) =>
        by != ReportGroupBy.Priority ? [] : Enum.GetNames<Priority>().Select(p => p.ToLowerInvariant())
            .Where(p => request.Priority is not { Length: > 0 } asked || asked.Any(a => a.Split(',', StringSplitOptions.TrimEntries).Contains(p)));

    private static LiveBoardRow Row(string key, string label, List<Counted> counts, ReportGroupBy by, ReportFilter filter)
    {
        long Of(string figure) => counts.Where(c => c.Figure == figure && c.Key == key).Sum(c => c.Tickets);

        return new LiveBoardRow(key, label, Of("open"), Of("unassigned"), Of("atRisk"), Of("breached"))
        {
            List = BoardFigure.All.Where(f => f.InRows).ToDictionary(f => f.Name, f => ReportGrouping.Narrow(filter.List(f.List(), by), by, key).Text),
        };
    }

    private static LiveBoardTotal Total(List<Counted> counts, ReportFilter filter)
    {
        long Of(string figure) => counts.Where(c => c.Figure == figure).Sum(c => c.Tickets);

        return new LiveBoardTotal(
            Of("open"), Of("unassigned"), Of("atRisk"), Of("breached"), Of("waiting"), Of("major"), Of("openedToday"), Of("resolvedToday"))
        {
            List = BoardFigure.All.ToDictionary(f => f.Name, f => filter.List(f.List()).Text),
        };
    }

    internal sealed record Counted(string Figure, string? Key, long Tickets);
}
