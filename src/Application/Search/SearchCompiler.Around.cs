using ServiceDesk.Application.Common;
using static ServiceDesk.Application.Search.SearchConditions;

namespace ServiceDesk.Application.Search;

/// <summary>What hangs on a ticket: people, configuration items, other tickets.</summary>
public sealed partial class SearchCompiler
{
    // Whoever has to do with it: asked, wrote it down, works on it, follows it or said something the caller may read.
    private SqlText Participant(string value) => SqlText.Or(
    [
        Person(value, SqlText.Raw("t.requester_id")), Person(value, SqlText.Raw("t.opened_by_id")), Person(value, SqlText.Raw("t.assignee_id")),
        SqlText.Of($"exists (select 1 from ticket_watchers w where w.ticket_id = t.id and {Person(value, SqlText.Raw("w.user_id"))})"),
        SqlText.Of($"""
            exists (select 1 from comments c where c.ticket_id = t.id{Readable("c.visibility")}
            and {Person(value, SqlText.Raw("c.author_id"))})
            """),
    ]);

    private static SqlText Asset(string value)
    {
        var item = SqlText.Raw("select 1 from ticket_configuration_items i join configuration_items x on x.id = i.configuration_item_id where i.ticket_id = t.id");
        return value switch
        {
            Empty => SqlText.Of($"not exists ({item})"),
            AnyValue => SqlText.Of($"exists ({item})"),
            _ when Guid.TryParse(value, out var id) => SqlText.Of($"exists ({item} and x.id = {id})"),
            _ => SqlText.Of($"exists ({item} and {Named("x.name", value)})"),
        };
    }

    private static SqlText Department(string value)
    {
        var which = value switch
        {
            Empty => SqlText.Raw("u.department_id is null"),
            AnyValue => SqlText.Raw("u.department_id is not null"),
            _ when Guid.TryParse(value, out var id) => SqlText.Of($"u.department_id = {id}"),
            _ => SqlText.Of($"u.department_id in (select x.id from departments x where {Named("x.name", value)})"),
        };
        return SqlText.Of($"t.requester_id in (select u.id from users u where {which})");
    }

    // As the ticket's page lists them: stored ones, its parent and children, its merges; whose other end the caller sees.
    private SqlText Linked()
    {
        var sees = new Tickets.TicketScope(user).Sees("o");
        return SqlText.Of($"""
            exists (select 1 from tickets o where {sees} and (o.id = t.parent_id or o.id = t.merged_into_id or o.parent_id = t.id or o.merged_into_id = t.id
            or o.id in (select l.to_id from ticket_links l where l.from_id = t.id union all select l.from_id from ticket_links l where l.to_id = t.id)))
            """);
    }

    // As lists mark it: the newest that the caller may read is by somebody else, and they have not read so far.
    private SqlText Unread()
    {
        var me = user.Id.Value;
        return SqlText.Of($"""
            (t.state not in ('closed', 'cancelled') and coalesce((
                select c.author_id <> {me} and c.created_at > coalesce(
                    (select r.read_until from ticket_reads r where r.user_id = {me} and r.ticket_id = t.id), '-infinity'::timestamptz)
                from comments c where c.ticket_id = t.id and c.redacted_at is null{Readable("c.visibility")}
                order by c.created_at desc, c.id desc limit 1), false))
            """);
    }
}
