using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Tickets;

/// <summary>What a row shows, once the keys of the page are known.</summary>
internal static class TicketColumns
{
    private const string Tables = """
        join tickets t on t.id = k.id
        join users ru on ru.id = t.requester_id
        left join teams tm on tm.id = t.team_id
        left join users au on au.id = t.assignee_id
        left join services sv on sv.id = t.service_id
        left join categories ca on ca.id = t.category_id
        left join sites si on si.id = t.site_id
        left join lateral (
            select c.* from service_level_clocks c
            where c.ticket_id = t.id and c.audience = 'customer' and c.state in ('running', 'paused')
            order by c.due_at limit 1) cl on true
        left join lateral (
            select c.created_at, c.author_id, c.visibility, left(c.body, 300) as words from comments c
            where c.ticket_id = t.id and c.redacted_at is null{notes}
            order by c.created_at desc, c.id desc limit 1) lm on true
        left join users lu on lu.id = lm.author_id
        left join ticket_reads rd on rd.ticket_id = t.id and rd.user_id = {me}
        """;

    private static readonly SqlText BeforeNotes = SqlText.Raw(Tables.Split("{notes}")[0]);
    private static readonly SqlText AfterNotes = SqlText.Raw(Tables.Split("{notes}")[1].Replace("{me}", "", StringComparison.Ordinal));
    private static readonly SqlText PublicAlone = SqlText.Raw(" and c.visibility = 'public'");

    private const string Columns = """
        select t.id, t.reference, t.practice, t.title, t.state, t.impact, t.urgency, t.priority, t.override_priority as OverridePriority,
        t.override_reason as OverrideReason, t.channel, t.requester_id as RequesterId, ru.name as RequesterName, ru.vip as RequesterVip,
        t.team_id as TeamId, {team} as TeamName, t.assignee_id as AssigneeId, au.name as AssigneeName, t.service_id as ServiceId, {service} as ServiceName,
        t.category_id as CategoryId, {category} as CategoryName, t.site_id as SiteId, si.name as SiteName,
        p.id as ParentId, p.reference as ParentReference, p.title as ParentTitle,
        t.pending_reason as PendingReason, t.pending_until as PendingUntil, t.pending_since as PendingSince,
        t.major_declared_at is not null as Major, t.restricted, t.tags, t.due_at as DueAt, t.reopen_count as ReopenCount,
        t.reassignment_count as ReassignmentCount, t.opened_at as OpenedAt, {updated} as UpdatedAt, t.resolved_at as ResolvedAt,
        t.closed_at as ClosedAt, {version} as Version, {score} as Score,
        cl.target as ClockTarget, cl.state as ClockState, cl.as_of as ClockAsOf, cl.elapsed_seconds as ClockElapsed, cl.due_at as ClockDueAt,
        cl.breached_at as ClockBreachedAt, cl.paused_since as ClockPausedSince, cl.target_seconds as ClockTargetSeconds,
        (select r.due_at from service_level_clocks r where r.ticket_id = t.id and r.audience = 'customer' and r.target = 'resolution'
            and r.state = 'running' order by r.due_at limit 1) as ResolutionDueAt,
        cl.calendar_id as ClockCalendarId, cl.calendar_version as ClockCalendarVersion,
        rd.read_until as ReadUntil, lm.created_at as MessageAt, lm.author_id as MessageById, lu.name as MessageBy, lm.visibility as MessageVisibility, lm.words as MessageWords
        """;

    private static readonly Dictionary<(bool French, bool Scored, Notes Notes), string> Made = Enum.GetValues<Notes>()
        .SelectMany(notes => new[] { (false, false, notes), (false, true, notes), (true, false, notes), (true, true, notes) })
        .ToDictionary(k => k, k => Make(k.Item1 ? ("fr", "en") : ("en", "fr"), k.Item2 ? "k.score" : "0::float8", k.notes));

    private enum Notes
    {
        Read,
        Unread,
        ReadOfSome,
    }

    /// <summary>The tables the columns come from; whoever may not read notes is not given the words of one.</summary>
    public static SqlText Joins(ICurrentUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var notes = user.ReachOf(Permissions.CommentsReadInternal);
        return Of(notes) switch
        {
            Notes.Read => SqlText.Of($"{BeforeNotes}{AfterNotes}{user.Id.Value}"),
            Notes.Unread => SqlText.Of($"{BeforeNotes}{PublicAlone}{AfterNotes}{user.Id.Value}"),
            _ => SqlText.Of($"""
                {BeforeNotes} and (c.visibility = 'public' or {notes.Covers("t")}){AfterNotes}{user.Id.Value}
                cross join lateral (select {notes.Covers("t")} as read) n
                """),
        };
    }

    public static SqlText Select(string language, bool scored, Reach notes) => SqlText.Raw(Made[(language == "fr", scored, Of(notes))]);

    private static Notes Of(Reach notes) => notes.Everywhere ? Notes.Read : notes.IsNone ? Notes.Unread : Notes.ReadOfSome;

    private static string Make((string First, string Second) language, string score, Notes notes) => Columns
        .Replace("{team}", Label("tm", language), StringComparison.Ordinal)
        .Replace("{service}", Label("sv", language), StringComparison.Ordinal)
        .Replace("{category}", Label("ca", language), StringComparison.Ordinal)
        .Replace("{updated}", Known("updated_at", notes), StringComparison.Ordinal)
        .Replace("{version}", Known("version", notes), StringComparison.Ordinal)
        .Replace("{score}", score, StringComparison.Ordinal);

    private static string Label(string table, (string First, string Second) language) =>
        $"coalesce({table}.name_{language.First}, {table}.name_{language.Second})";

    private static string Known(string column, Notes notes) => notes switch
    {
        Notes.Read => $"t.{column}",
        Notes.Unread => $"t.public_{column}",
        _ => $"case when n.read then t.{column} else t.public_{column} end",
    };
}
