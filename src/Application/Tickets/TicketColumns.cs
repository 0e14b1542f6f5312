namespace ServiceDesk.Application.Tickets;

/// <summary>What a row shows, once the keys of the page are known.</summary>
internal static class TicketColumns
{
    public const string Joins = """
        join tickets t on t.id = k.id
        join users ru on ru.id = t.requester_id
        left join teams tm on tm.id = t.team_id
        left join users au on au.id = t.assignee_id
        left join services sv on sv.id = t.service_id
        left join categories ca on ca.id = t.category_id
        left join sites si on si.id = t.site_id
        """;

    private const string Columns = """
        select t.id, t.reference, t.practice, t.title, t.state, t.impact, t.urgency, t.priority, t.channel,
        t.requester_id, ru.name as requester_name, ru.vip as requester_vip, t.team_id, {team} as team_name, t.assignee_id, au.name as assignee_name,
        t.service_id, {service} as service_name, t.category_id, {category} as category_name, t.site_id, si.name as site_name,
        p.id as parent_id, p.reference as parent_reference, p.title as parent_title, t.pending_reason, t.pending_until, t.pending_since,
        t.major_declared_at is not null as major, t.restricted, t.tags, t.due_at, t.reopen_count, t.reassignment_count,
        t.opened_at, t.updated_at, t.resolved_at, t.closed_at, t.version, {score} as score
        """;

    private static readonly Dictionary<(bool French, bool Scored), string> Made = new()
    {
        [(false, false)] = Make("en", "fr", "0::float8"),
        [(false, true)] = Make("en", "fr", "k.score"),
        [(true, false)] = Make("fr", "en", "0::float8"),
        [(true, true)] = Make("fr", "en", "k.score"),
    };

    public static string Select(string language, bool scored) => Made[(language == "fr", scored)];

    private static string Make(string first, string second, string score) => Columns
        .Replace("{team}", $"coalesce(tm.name_{first}, tm.name_{second})", StringComparison.Ordinal)
        .Replace("{service}", $"coalesce(sv.name_{first}, sv.name_{second})", StringComparison.Ordinal)
        .Replace("{category}", $"coalesce(ca.name_{first}, ca.name_{second})", StringComparison.Ordinal)
        .Replace("{score}", score, StringComparison.Ordinal);
}
