using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;

namespace ServiceDesk.Application.Tickets;

/// <summary>How many tickets there are per state and per team's queue, each counted up to 99, as the caller may see them.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record GetTicketCounts : IQuery<TicketCounts>;

public sealed record TicketCounts(IReadOnlyList<StateCount> States, IReadOnlyList<TeamCount> Teams);

public sealed record StateCount(string State, BoundedCount Tickets);

/// <summary>What is open in a team's queue, and what of it nobody has taken.</summary>
public sealed record TeamCount(NamedRef Team, BoundedCount Open, BoundedCount Unassigned);

/// <summary>A count up to 99; <see cref="More"/> says that there are more than that.</summary>
public sealed record BoundedCount(int Count, bool More)
{
    public const int Cap = 99;

    internal static BoundedCount Of(long counted) => new((int)Math.Min(counted, Cap), counted > Cap);
}

internal sealed class GetTicketCountsHandler(IServiceDeskDb db, ICurrentUser user, TicketLists lists) : IRequestHandler<GetTicketCounts, TicketCounts>
{
    private const int MostTeams = 100;

    public async Task<TicketCounts> Handle(GetTicketCounts request, CancellationToken ct)
    {
        var name = SqlText.Raw(user.Language == "fr" ? "coalesce(own.name_fr, own.name_en)" : "coalesce(own.name_en, own.name_fr)");
        var states = SqlText.Raw(string.Join(", ", SearchCompiler.OpenStates.Concat(SearchCompiler.DoneStates).Select(s => $"'{s}'")));
        var open = FieldCondition.Of("state", "open");
        var free = SearchNode.All([open, FieldCondition.Of("owner", SearchConditions.Empty)]);
        var ofTeam = SqlText.Raw("t.team_id = own.id");
        var rows = await db.QueryAsync<Row>(SqlText.Of($"""
            select x.word as Word, null::uuid as TeamId, null::text as TeamName,
            {lists.CountSql(null, BoundedCount.Cap + 1, SqlText.Raw("t.state = x.word"))} as Found, 0::bigint as Free, x.position as Position
            from unnest(array[{states}]) with ordinality x(word, position)
            union all
            select null, own.id, {name}, {lists.CountSql(open, BoundedCount.Cap + 1, ofTeam)}, {lists.CountSql(free, BoundedCount.Cap + 1, ofTeam)},
            1000 + row_number() over (order by {name}, own.id) from (select * from teams where active order by key limit {SqlText.Raw($"{MostTeams}")}) own
            order by 6
            """), TicketLists.Patience, ct);
        return new TicketCounts(
            [.. rows.Where(r => r.Word is not null).Select(r => new StateCount(r.Word!, BoundedCount.Of(r.Found)))],
            [.. rows.Where(r => r.TeamId is not null).Select(r =>
                new TeamCount(new NamedRef(r.TeamId!.Value, r.TeamName ?? ""), BoundedCount.Of(r.Found), BoundedCount.Of(r.Free)))]);
    }

    private sealed record Row
    {
        public string? Word { get; init; }
        public Guid? TeamId { get; init; }
        public string? TeamName { get; init; }
        public long Found { get; init; }
        public long Free { get; init; }
        public long Position { get; init; }
    }
}
