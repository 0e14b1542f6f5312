using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Tickets;

/// <summary>
/// Ruling 15 as SQL, for lists, counts and reports: the same rule as the database context's visibility filter (a test holds the two
/// against each other), written so that it can be answered from indexes.
/// </summary>
public sealed class TicketScope(ICurrentUser user)
{
    /// <summary>True when the caller sees the bulk of all tickets: an index in the list's order serves them best.</summary>
    public bool IsBroad => user.IsSystem || user.ReadsAllTickets;

    /// <summary>Whether the caller sees the ticket of this alias.</summary>
    public SqlText Sees(string alias)
    {
        if (user.IsSystem || (user.ReadsAllTickets && user.May(Permissions.TicketsReadRestricted)))
            return SqlText.True;

        var t = SqlText.Raw(alias);
        var me = user.Id.Value;
        List<SqlText> any = user.ReadsAllTickets ? [SqlText.Of($"not {t}.restricted")] : [.. Granted(t)];
        any.Add(SqlText.Of($"{t}.requester_id = {me}"));
        any.Add(SqlText.Of($"{t}.assignee_id = {me}"));
        if (!user.ReadsAllTickets)
        {
            any.Add(SqlText.Of($"not {t}.restricted and {t}.opened_by_id = {me}"));
            any.Add(SqlText.Of($"not {t}.restricted and exists (select 1 from ticket_watchers w where w.ticket_id = {t}.id and w.user_id = {me})"));
        }

        if (user.May(Permissions.TicketsReadRestricted))
            any.Add(SqlText.Of($"{t}.restricted"));
        else if (user.TeamIds.Count > 0)
            any.Add(SqlText.Of($"{t}.restricted and {t}.team_id = any({Teams(user.TeamIds)})"));
        return SqlText.Or(any);
    }

    /// <summary>
    /// For a caller who sees little: the same rule taken apart, each part answered by an index of its own. Together they are
    /// <see cref="Sees"/>; they may overlap.
    /// </summary>
    internal IReadOnlyList<TicketPath> Paths()
    {
        var me = user.Id.Value;
        List<TicketPath> paths =
        [
            new(SqlText.Of($"t.requester_id = {me}")),
            new(SqlText.Of($"t.assignee_id = {me}")),
            new(SqlText.Of($"t.opened_by_id = {me} and not t.restricted")),
            new(SqlText.Of($"t.id in (select w.ticket_id from ticket_watchers w where w.user_id = {me}) and not t.restricted")),
        ];
        if (user.ReadsTeams.Count > 0)
            paths.Add(TicketPath.PerTeam(Teams(user.ReadsTeams), SqlText.Raw("not t.restricted")));
        if (user.ReadsSites.Count > 0)
            paths.Add(new(SqlText.Of($"t.site_id = any({user.ReadsSites.Select(s => s.Value).ToArray()}) and not t.restricted")));
        if (user.May(Permissions.TicketsReadRestricted))
            paths.Add(new(SqlText.Raw("t.restricted")));
        else if (user.TeamIds.Count > 0)
            paths.Add(new(SqlText.Of($"t.restricted and t.team_id = any({Teams(user.TeamIds)})")));
        return paths;
    }

    private IEnumerable<SqlText> Granted(SqlText t)
    {
        if (user.ReadsTeams.Count > 0)
            yield return SqlText.Of($"not {t}.restricted and {t}.team_id = any({Teams(user.ReadsTeams)})");
        if (user.ReadsSites.Count > 0)
            yield return SqlText.Of($"not {t}.restricted and {t}.site_id = any({user.ReadsSites.Select(s => s.Value).ToArray()})");
    }

    private static Guid[] Teams(IEnumerable<Domain.People.TeamId> teams) => [.. teams.Select(t => t.Value)];
}

/// <summary>One way to tickets: a condition, once or for each of several teams, each time in the order of an index.</summary>
internal sealed record TicketPath(SqlText Where, Guid[]? Teams = null)
{
    public static readonly TicketPath Everything = new(SqlText.True);

    public static TicketPath PerTeam(Guid[] teams, SqlText where) => new(where, teams);
}
