using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Search;

public sealed partial class SearchCompiler
{
    // A ticket is what any of its promises is; a report that counts promises and a list that is opened from it mean the same.
    private SqlText Clock(string state)
    {
        var now = clock.GetUtcNow();
        return state switch
        {
            "running" => SqlText.Raw("t.due_at < 'infinity'"),
            "paused" => SqlText.Raw("(t.state = 'pending' and exists (select 1 from service_level_clocks c where c.ticket_id = t.id and c.audience = 'customer' and c.state = 'paused'))"),
            "breached" => SqlText.Of($"""
                (t.due_at <= {now} or t.id in (
                select c.ticket_id from service_level_clocks c where c.breached_at is not null and c.audience = 'customer'))
                """),
            "atRisk" => AtRisk(now),
            "met" => ClockOutcomes.Has("met", now),
            _ => SqlText.False,
        };
    }

    // Of the time of a promise that is live and not late, three quarters are gone.
    private SqlText AtRisk(DateTimeOffset now)
    {
        var l = hours.Limits;
        return SqlText.Of($"""
            ((t.due_at < 'infinity' or t.state = 'pending') and exists (
            select 1 from service_level_clocks c
            where c.ticket_id = t.id and c.audience = 'customer' and c.breached_at is null and (
                (c.state = 'paused' and 4 * c.elapsed_seconds >= 3 * c.target_seconds)
                or (c.state = 'running' and c.due_at > {now} and exists (
                    select 1 from unnest({l.Calendars}, {l.Versions}, {l.Seconds}, {l.DueBy}) l(calendar_id, calendar_version, target_seconds, due_by)
                    where l.calendar_id = c.calendar_id and l.calendar_version = c.calendar_version and l.target_seconds = c.target_seconds
                    and c.due_at <= l.due_by)))))
            """);
    }

    // due.firstResponse and its like: of one target, while it runs.
    private SqlText DueOf(string target, FieldCondition condition)
    {
        var promise = SqlText.Raw($"select 1 from service_level_clocks c where c.ticket_id = t.id and c.audience = 'customer' and c.target = '{target}' and c.state = 'running'");
        return condition.Values.Contains(SearchConditions.Empty) ? SqlText.Of($"not exists ({promise})")
            : SqlText.Of($"exists ({promise} and {Instant(condition, SqlText.Raw("c.due_at"))})");
    }
}
