using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Search;

/// <summary>
/// Who had a ticket for a while, as the ledger of its resolution tells: person:id, team:id (in its queue, nobody at it), waiting:reason or nobody.
/// The lists behind the report on where the time went.
/// </summary>
internal static class SearchHolder
{
    public static bool IsKnown(string value) => value == "nobody" || Parts(value) is { } parts && parts switch
    {
        ("person" or "team", var id) => Guid.TryParse(id, out _),
        ("waiting", var why) => why.All(char.IsAsciiLetter),
        _ => false,
    };

    /// <summary>Whether the ticket of the alias t was held so. A last stretch that ended as it began is none; one that lasts is counted up to now.</summary>
    public static SqlText Had(string value, DateTimeOffset now)
    {
        if (!IsKnown(value))
            return SqlText.False;

        return SqlText.Of($"""
            exists (select 1 from service_level_clocks c where c.ticket_id = t.id and c.target = 'resolution' and c.audience = 'customer' and c.state <> 'cancelled'
            and (exists (select 1 from service_level_spans x where x.clock_id = c.id and x.to_at > x.from_at and x.kind in ('running', 'paused')
                    and {Was(value, SqlText.Raw("x.kind"), SqlText.Raw("x.why"), "x")})
                or (c.state in ('running', 'paused') and c.as_of < {now} and {Was(value, SqlText.Raw("c.state"), SqlText.Raw("c.last_why"), "c")})))
            """);
    }

    private static SqlText Was(string value, SqlText kind, SqlText why, string alias)
    {
        var (team, person) = (SqlText.Raw(alias + ".team_id"), SqlText.Raw(alias + ".person_id"));
        return Parts(value) switch
        {
            ("person", var id) => SqlText.Of($"{kind} = 'running' and {person} = {Guid.Parse(id)}"),
            ("team", var id) => SqlText.Of($"{kind} = 'running' and {person} is null and {team} = {Guid.Parse(id)}"),
            ("waiting", var reason) => SqlText.Of($"{kind} = 'paused' and {why} = {reason}"),
            _ => SqlText.Of($"{kind} = 'running' and {person} is null and {team} is null"),
        };
    }

    private static (string Kind, string Key)? Parts(string value) =>
        value.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (value[..at], value[(at + 1)..]) : null;
}
