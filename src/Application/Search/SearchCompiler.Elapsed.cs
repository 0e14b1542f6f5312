using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Search;

public sealed partial class SearchCompiler
{
    /// <summary>How much of the time of its resolution a ticket has used; elapsed:75% means so much or more.</summary>
    private SqlText Elapsed(FieldCondition condition)
    {
        var reached = condition.Op switch
        {
            SearchOp.Between => SqlText.And([UsedFrom(condition.Values[0]), NotBeyond(condition.Values[1])]),
            SearchOp.Less => SqlText.Of($"not {Used(condition.Values[0], beyond: false)}"),
            SearchOp.AtMost => NotBeyond(condition.Values[0]),
            SearchOp.More => Used(condition.Values[0], beyond: true),
            _ => Each(condition, v => Used(v, beyond: false)),
        };
        return SqlText.Of($"""
            exists (select 1 from service_level_clocks c
            where c.ticket_id = t.id and c.audience = 'customer' and c.target = 'resolution' and c.state <> 'cancelled' and {reached})
            """);
    }

    private SqlText UsedFrom(string value) => value.Length == 0 ? SqlText.True : Used(value, beyond: false);

    private SqlText NotBeyond(string value) => value.Length == 0 ? SqlText.True : SqlText.Of($"not {Used(value, beyond: true)}");

    // Up to its last entry a clock has kept it; what a running one has used since shows in when it falls due.
    private SqlText Used(string value, bool beyond)
    {
        if (!SearchAmount.TryParse(value, out var amount))
            return SqlText.False;

        var (l, more) = (hours.UsedUp(amount, beyond), beyond ? 1 : 0);
        var seconds = amount.Percent is { } percent ? SqlText.Of($"((c.target_seconds * {percent} + 99) / 100 + {more})") : SqlText.Of($"{amount.Seconds + more}");
        return SqlText.Of($"""
            (c.elapsed_seconds >= {seconds} or (c.state = 'running' and exists (
            select 1 from unnest({l.Calendars}, {l.Versions}, {l.Seconds}, {l.DueBy}) l(calendar_id, calendar_version, target_seconds, due_by)
            where l.calendar_id = c.calendar_id and l.calendar_version = c.calendar_version and l.target_seconds = c.target_seconds
            and c.due_at <= l.due_by)))
            """);
    }
}
