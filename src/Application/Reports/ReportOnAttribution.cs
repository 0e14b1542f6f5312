using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Reports;

/// <summary>
/// Where the open time of the incidents opened in a period went, from their opening until they were resolved, or now: every second of it belongs to a
/// person, a team, a waiting reason or nobody. `breached=true` asks only for those whose resolution was late. `teamId`, `serviceId`, `siteId` and `priority` narrow it as they do a list.
/// </summary>
[Permission(Permissions.ReportsRead)]
public sealed record ReportOnAttribution(string? From = null, string? To = null, bool? Breached = null, string? Zone = null,
    string[]? TeamId = null, string[]? ServiceId = null, string[]? SiteId = null, string[]? Priority = null) : IQuery<AttributionReport>
{
    internal ReportFilter Filter => new(TeamId, ServiceId, SiteId, Priority);
}

/// <summary>Who held the time, most first, and all of it.</summary>
public sealed record AttributionReport(
    DateTimeOffset From, DateTimeOffset To, string Zone, bool Breached, IReadOnlyList<AttributionRow> Rows, AttributionTotal Total) : IReportTable
{
    /// <summary>The rows by kind of holder: four at most, without a key.</summary>
    public required IReadOnlyList<AttributionRow> Holders { get; init; }

    /// <summary>What was not waited for by the team whose it was: in its queue, and at its people. Most first.</summary>
    public required IReadOnlyList<AttributionTeam> Teams { get; init; }

    IReadOnlyList<string> IReportTable.Columns => ["holder", "key", "label", "seconds", "hours", "share", "tickets"];

    IEnumerable<IReadOnlyList<object?>> IReportTable.Cells => Rows
        .Select(r => (IReadOnlyList<object?>)[r.Holder, r.Key, r.Label, r.Seconds, r.Hours, r.Share, r.Tickets])
        .Append(["total", null, "Total", Total.Seconds, Total.Hours, 1d, Total.Tickets]);
}

/// <summary>
/// The open time one holder had, and on how many incidents. <see cref="Holder"/> is person, team (in its queue, nobody at it), waiting (the key is what
/// for) or nobody.
/// </summary>
public sealed record AttributionRow(string Holder, string? Key, string Label, long Seconds, double Hours, double Share, long Tickets)
{
    /// <summary>The query string of GET /tickets that lists the incidents, those held outside of open hours alone included.</summary>
    public required IReadOnlyDictionary<string, string> List { get; init; }
}

/// <summary>The open time the incidents were a team's; key null where they were nobody's team's and somebody was at them.</summary>
public sealed record AttributionTeam(string? Key, string Label, long Seconds, double Hours, double Share, long Tickets)
{
    /// <summary>The part in its queue (holder team) and the parts at its people (holder person); together they are all of it.</summary>
    public required IReadOnlyList<AttributionRow> Rows { get; init; }

    /// <summary>The query string of GET /tickets that lists the incidents.</summary>
    public required IReadOnlyDictionary<string, string> List { get; init; }
}

/// <summary>All of it; how often an incident changed its team stands beside how often the promise was kept.</summary>
public sealed record AttributionTotal(long Seconds, double Hours, long Tickets, double? MovesPerTicket, double? Compliance)
{
    /// <summary>The query string of GET /tickets that lists the incidents.</summary>
    public required IReadOnlyDictionary<string, string> List { get; init; }
}

internal sealed class ReportOnAttributionHandler(IServiceDeskDb db, ICurrentUser user, ReportScope scope, CalendarLibrary library, TimeProvider clock)
    : IRequestHandler<ReportOnAttribution, AttributionReport>
{
    private static readonly (PendingReason Reason, string English, string French)[] Waits =
    [
        (PendingReason.AwaitingRequester, "Waiting for the requester", "En attente du demandeur"),
        (PendingReason.AwaitingSupplier, "Waiting for a supplier", "En attente d'un fournisseur"),
        (PendingReason.AwaitingChange, "Waiting for a change", "En attente d'un changement"),
        (PendingReason.AwaitingProblem, "Waiting for a problem", "En attente d'un problème"),
        (PendingReason.AwaitingParts, "Waiting for parts", "En attente de pièces"),
        (PendingReason.Scheduled, "Scheduled", "Planifié"),
    ];

    public async Task<AttributionReport> Handle(ReportOnAttribution request, CancellationToken ct)
    {
        var period = ReportPeriod.Of(request.From, request.To, request.Zone, clock.GetUtcNow());
        var judged = Judged(period, request);
        List<AttributedSpan> spans = [.. await PastAsync(judged, ct), .. await PresentAsync(judged, ct)];
        var total = await TotalAsync(judged, ct);
        var labels = await LabelsAsync(spans, ct);

        var list = ReportGrouping.List(ReportGroupBy.Priority, null, period, request.Filter);
        var which = request.Breached == true ? "clock:(resolution.missed, resolution.late)" : "clock:resolution.any -clock:resolution.cancelled";
        var table = new AttributionTable(spans, labels, user.Language == "fr", held => new Dictionary<string, string>
        {
            ["tickets"] = list.With("q", held is null ? which : $"{which} held:{held}").Text,
        });
        return new AttributionReport(
            period.From, period.To, period.Zone.Id, request.Breached ?? false, table.Rows(),
            new AttributionTotal(table.Seconds, AttributionTable.Hours(table.Seconds), total.Tickets, total.Moves, total.Compliance) { List = table.List(null) })
        {
            Holders = table.Holders(),
            Teams = table.Teams(),
        };
    }

    // Recorded, or about to be: as the service-level report counts it.
    private SqlText Late => SqlText.Of($"(c.breached_at is not null or (c.state = 'running' and c.due_at <= {clock.GetUtcNow()}))");

    private SqlText Judged(ReportPeriod period, ReportOnAttribution request) => SqlText.Of($"""
        select c.id, c.ticket_id, c.state, {Late} as late, t.reassignment_count
        from report_incidents t join service_level_clocks c on c.ticket_id = t.id
        where c.target = 'resolution' and c.audience = 'customer' and (c.state <> 'cancelled' or c.breached_at is not null) and {(request.Breached == true ? Late : SqlText.True)}
            and t.opened_at >= {period.From} and t.opened_at < {period.To} and {scope.Counts(request.Filter)}
        """);

    private Task<List<AttributedSpan>> PastAsync(SqlText judged, CancellationToken ct) => db.Sql<AttributedSpan>(SqlText.Of($"""
        with judged as ({judged})
        select case when s.kind = 'paused' then 'waiting' when s.person_id is not null then 'person' when s.team_id is not null then 'team' else 'nobody' end
                as "Holder",
            case when s.kind = 'paused' then s.why else coalesce(s.person_id, s.team_id)::text end as "Key",
            case when s.kind = 'running' then s.team_id end as "TeamId", s.ticket_id as "TicketId", sum(s.open_seconds)::bigint as "Seconds"
        from judged j join service_level_spans s on s.clock_id = j.id
        where s.to_at > s.from_at and s.kind in ('running', 'paused')
        group by 1, 2, 3, 4
        """).ToFormattable()).ToListAsync(ct);

    // What is live has no next entry yet: its open time since the last one is counted now.
    private async Task<List<AttributedSpan>> PresentAsync(SqlText judged, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var live = await db.Sql<Live>(SqlText.Of($"""
            with judged as ({judged})
            select c.ticket_id as "TicketId", c.state as "State", c.last_why as "Why", c.team_id as "TeamId", c.person_id as "PersonId", c.as_of as "AsOf",
                c.calendar_id as "CalendarId", c.calendar_version as "CalendarVersion"
            from judged j join service_level_clocks c on c.id = j.id where j.state in ('running', 'paused')
            """).ToFormattable()).ToListAsync(ct);
        var calendars = await library.OpenAllAsync(live.Select(l => (new CalendarId(l.CalendarId), l.CalendarVersion)), ct);

        return
        [
            .. from l in live
               let seconds = l.AsOf < now ? (long)calendars(new CalendarId(l.CalendarId), l.CalendarVersion).Between(l.AsOf, now).TotalSeconds : 0
               where l.AsOf < now
               let holder = l.State == "paused" ? "waiting" : l.PersonId is not null ? "person" : l.TeamId is not null ? "team" : "nobody"
               select new AttributedSpan(
                   holder, holder == "waiting" ? l.Why : (l.PersonId ?? l.TeamId)?.ToString(), holder == "waiting" ? null : l.TeamId, l.TicketId, seconds),
        ];
    }

    private async Task<Total> TotalAsync(SqlText judged, CancellationToken ct) => await db.Sql<Total>(SqlText.Of($"""
        with judged as ({judged})
        select count(*) as "Tickets", round(avg(reassignment_count), 2)::float8 as "Moves",
            round(count(*) filter (where state = 'met')::numeric / nullif(count(*) filter (where state = 'met' or late), 0), 4)::float8
                as "Compliance"
        from judged
        """).ToFormattable()).SingleAsync(ct);

    private async Task<Dictionary<string, string>> LabelsAsync(List<AttributedSpan> spans, CancellationToken ct)
    {
        var people = spans.Where(s => s.Holder == "person").Select(s => new UserId(Guid.Parse(s.Key!))).Distinct().ToArray();
        var teams = spans.Where(s => s.TeamId is not null).Select(s => new TeamId(s.TeamId!.Value)).Distinct().ToArray();
        var labels = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id.Value.ToString(), u => u.Name, ct);
        foreach (var team in await db.Teams.AsNoTracking().Where(t => teams.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync(ct))
            labels[team.Id.Value.ToString()] = team.Name.In(user.Language);
        foreach (var (reason, english, french) in Waits)
            labels[TicketConditions.Word(reason)] = user.Language == "fr" ? french : english;
        return labels;
    }

    internal sealed record Live(
        Guid TicketId, string State, string Why, Guid? TeamId, Guid? PersonId, DateTimeOffset AsOf, Guid CalendarId, int CalendarVersion);

    internal sealed record Total(long Tickets, double? Moves, double? Compliance);
}
