using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Search;

/// <summary>
/// Who had a ticket for a while, as the ledger of its resolution tells: person:id (person:id@team:… only while it was that team's), team:id (in its
/// queue, nobody at it), withTeam:id (that, or at one of its people), waiting:reason, or only the kind: person, team, waiting, nobody. A team can be
/// none. The lists behind the report on where the time went.
/// </summary>
internal static class SearchHolder
{
    public static bool IsKnown(string value) => value is "nobody" or "person" or "team" or "waiting" || Parts(value) is { } parts && parts switch
    {
        ("person", var id) => id.Split('@') is [var who, ..] at && Guid.TryParse(who, out _) && (at.Length == 1 || (at.Length == 2 && IsTeam(at[1]))),
        ("team", var id) => Guid.TryParse(id, out _),
        ("withTeam", var id) => IsTeam(id),
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
            null when value == "person" => SqlText.Of($"{kind} = 'running' and {person} is not null"),
            null when value == "team" => SqlText.Of($"{kind} = 'running' and {person} is null and {team} is not null"),
            null when value == "waiting" => SqlText.Of($"{kind} = 'paused'"),
            ("person", var id) => id.Split('@') switch
            {
                [var who, var at] => SqlText.Of($"{kind} = 'running' and {person} = {Guid.Parse(who)} and {IsOf(team, at)}"),
                [var who, ..] => SqlText.Of($"{kind} = 'running' and {person} = {Guid.Parse(who)}"),
                _ => SqlText.False,
            },
            ("withTeam", NoTeam) => SqlText.Of($"{kind} = 'running' and {team} is null and {person} is not null"),
            ("withTeam", var id) => SqlText.Of($"{kind} = 'running' and {IsOf(team, id)}"),
            ("team", var id) => SqlText.Of($"{kind} = 'running' and {person} is null and {team} = {Guid.Parse(id)}"),
            ("waiting", var reason) => SqlText.Of($"{kind} = 'paused' and {why} = {reason}"),
            _ => SqlText.Of($"{kind} = 'running' and {person} is null and {team} is null"),
        };
    }

    private const string NoTeam = "none";

    private static bool IsTeam(string id) => id == NoTeam || Guid.TryParse(id, out _);

    private static SqlText IsOf(SqlText team, string id) => id == NoTeam ? SqlText.Of($"{team} is null") : SqlText.Of($"{team} = {Guid.Parse(id)}");

    private static (string Kind, string Key)? Parts(string value) =>
        value.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (value[..at], value[(at + 1)..]) : null;
}
