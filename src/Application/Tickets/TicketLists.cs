using ServiceDesk.Application.Common;
using ServiceDesk.Application.Search;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.Tickets;

/// <summary>What a list asks for: a tree of conditions, an order, where to go on and how much.</summary>
public sealed record TicketListing(SearchNode? Filter, TicketSort Sort, string? Cursor, int Limit, bool Count, bool Searched)
{
    /// <summary>A search without an order of its own gives the best matches first.</summary>
    internal static TicketListing Of(
        IReadOnlyCollection<SearchNode> filters, ParsedSearch? parsed, string? sort, string otherwise, string? cursor, int? limit, bool? count)
    {
        var filter = filters.Count == 0 ? null : SearchNode.All(filters);
        var ranked = parsed?.Root is { } root && root.Everything().Any(n => n is Words);
        return new TicketListing(
            filter, TicketSort.Parse(sort ?? (ranked ? TicketSort.Relevance : otherwise)), cursor, limit ?? Paging.DefaultLimit, count ?? false, parsed?.Root is not null);
    }
}

internal static class SearchedPages
{
    /// <summary>Adds how the query was understood.</summary>
    public static Page<T> Explained<T>(this Page<T> page, ParsedSearch? parsed) =>
        parsed is null ? page : page with { InterpretedAs = parsed.InterpretedAs, Notices = parsed.Notices, NoticeCodes = parsed.Told };
}

/// <summary>
/// The one engine behind every list, queue, view and search of tickets. One statement gives a page: it finds the keys through an index
/// in the order of the list, as far as the page goes, and only then reads what the rows show. A second one counts if that is asked.
/// </summary>
public sealed class TicketLists(
    IServiceDeskDb db, ICurrentUser user, SearchCompiler compiler, TicketScope scope, CalendarLibrary library, TimeProvider clock)
{
    /// <summary>A search that finds no index stops here (ruling 11).</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<Page<TicketRow>> PageAsync(TicketListing listing, CancellationToken ct)
    {
        await compiler.PrepareAsync(listing.Filter, ct);
        var sort = listing.Sort;
        var cursor = Cursor.Parse(listing.Cursor, sort.Key, sort.Columns.Count);
        var paths = Paths(listing);
        TimeSpan? within = listing.Searched ? Patience : null;
        var lines = await db.QueryAsync<TicketLine>(PageSql(listing, paths, cursor), within, ct);
        var more = lines.Count > listing.Limit;
        if (more)
            lines.RemoveAt(listing.Limit);

        var calendars = await library.OpenAllAsync(lines.Select(l => l.Calendar).OfType<(CalendarId, int)>(), ct);
        var now = clock.GetUtcNow();
        var page = new Page<TicketRow>(
            lines.ConvertAll(l => l.ToRow(calendars, user.Id.Value, now)), more ? new Cursor(sort.Key, [.. sort.Columns.Select(lines[^1].Key)]).ToString() : null);
        if (!listing.Count)
            return page;

        var total = (await db.QueryAsync<long>(SqlText.Of($"select {CountSql(listing.Filter, Paging.CountCap + 1)} as \"Value\""), within, ct))[0];
        return page with { Total = (int)Math.Min(total, Paging.CountCap), TotalCapped = total > Paging.CountCap };
    }

    /// <summary>Before <see cref="CountSql"/> of a filter that people wrote.</summary>
    public ValueTask PrepareAsync(SearchNode? filter, CancellationToken ct) => compiler.PrepareAsync(filter, ct);

    /// <summary>Counts up to a bound, by no more work than the bound: an expression to be selected. <paramref name="also"/> is a further condition.</summary>
    public SqlText CountSql(SearchNode? filter, int bound, SqlText? also = null)
    {
        var limit = SqlText.Raw("limit " + Text(bound));
        var parts = PathsOf(filter, sort: null).Select(path => Found(filter, path, SqlText.Raw("t.id"), also, limit));
        return SqlText.Of($"(select count(*) from (select 1 from ({SqlText.Join(" union ", parts)}) f {limit}) c)");
    }

    /// <summary>The ids of the tickets the caller sees that were touched last, as a table.</summary>
    internal SqlText LatestSql(SqlText which, int most)
    {
        var sort = TicketSort.Parse("-updatedAt");
        var end = SqlText.Of($"order by {sort.OrderBy(Column)} limit {SqlText.Raw(Text(most))}");
        return SqlText.Of($"({SqlText.Join(" union ", PathsOf(null, sort).Select(path => Found(null, path, SqlText.Raw("t.id"), which, end)))})");
    }

    private IReadOnlyList<TicketPath> Paths(TicketListing listing) => PathsOf(listing.Filter, listing.Sort);

    // A caller who sees little is led through what is theirs; a list over several teams through each team's queue.
    private IReadOnlyList<TicketPath> PathsOf(SearchNode? filter, TicketSort? sort)
    {
        if (!scope.IsBroad)
            return scope.Paths();
        var groups = filter?.Conjuncts.OfType<FieldCondition>().Where(c => c is { Field: "group", Op: SearchOp.Is });
        if (sort is { HasTeamIndex: true } && groups?.FirstOrDefault() is { } group)
        {
            Guid[]? teams = group.Values is [SearchConditions.MyTeams] ? [.. user.TeamIds.Select(t => t.Value)]
                : group.Values.All(v => Guid.TryParse(v, out _)) ? [.. group.Values.Select(Guid.Parse)] : null;
            if (teams is { Length: > 1 })
                return [TicketPath.PerTeam([.. teams.Distinct()], scope.Sees("t"))];
        }

        return [new TicketPath(scope.Sees("t"))];
    }

    private SqlText PageSql(TicketListing listing, IReadOnlyList<TicketPath> paths, Cursor? cursor)
    {
        var sort = listing.Sort;
        var score = sort.IsByRelevance && listing.Filter is { } asked ? compiler.Score(asked) : SqlText.Raw("0::float8");
        SqlText Value(string name) => name == "score" ? score : Column(name);
        var columns = SqlText.Join(
            ", ", sort.Columns.Where(c => c != "id").Select(c => SqlText.Of($"{Value(c)} as {SqlText.Raw(c)}")).Prepend(SqlText.Raw("t.id")));
        // By the name of its column, or the score of every hit would be reckoned twice.
        var end = SqlText.Of($"order by {sort.OrderBy(c => c == "score" ? SqlText.Raw(c) : Column(c))} limit {SqlText.Raw(Text(listing.Limit + 1))}");
        var after = cursor is null ? null : sort.After(cursor, Value);

        // The open and the done are in indexes of their own.
        var apart = sort.SplitsByOpen && SearchCompiler.Open(listing.Filter) is null;
        IReadOnlyList<SqlText?> halves = apart ? [SqlText.Raw("t.open"), SqlText.Raw("not t.open")] : [null];
        var parts = paths.SelectMany(path => halves.Select(half => Found(listing.Filter, path, columns, Both(after, half), end))).ToList();
        var found = parts.Count == 1 ? parts[0] : SqlText.Join(" union ", parts);
        SqlText Key(string name) => SqlText.Raw("k." + name);
        var keys = parts.Count == 1 ? found
            : SqlText.Of($"(select * from ({found}) u order by {sort.OrderBy(c => SqlText.Raw("u." + c))} limit {SqlText.Raw(Text(listing.Limit + 1))})");
        var notes = user.ReachOf(Permissions.CommentsReadInternal);
        return SqlText.Of($"""
            {TicketColumns.Select(user.Language, sort.IsByRelevance, notes)} from {keys} k {TicketColumns.Joins(user)}
            left join tickets p on p.id = t.parent_id and {scope.Sees("p")} order by {sort.OrderBy(Key)}
            """);
    }

    private SqlText Found(SearchNode? filter, TicketPath path, SqlText columns, SqlText? also, SqlText end)
    {
        List<SqlText> where = [];
        if (!ReferenceEquals(path.Where, SqlText.True))
            where.Add(path.Where);
        if (path.Teams is not null)
            where.Add(SqlText.Raw("t.team_id = g.team_id"));
        if (filter is not null)
            where.Add(compiler.Compile(filter));
        if (SearchCompiler.Open(filter) is { } open)
            where.Add(SqlText.Raw(open ? "t.open" : "not t.open"));
        if (also is not null)
            where.Add(also);
        var words = SqlText.Raw(filter is not null && SearchCompiler.NeedsWords(filter) ? " join ticket_search s on s.ticket_id = t.id" : "");
        var found = SqlText.Of($"(select {columns} from tickets t{words} where {SqlText.And(where)} {end})");
        return path.Teams is null ? found : SqlText.Of($"(select b.* from unnest({path.Teams}) g(team_id) cross join lateral {found} b)");
    }

    private SqlText Column(string name) => name == "updated_at" ? TicketVersions.UpdatedAt(user, "t") : SqlText.Raw("t." + name);

    private static SqlText? Both(SqlText? one, SqlText? other) => one is null ? other : other is null ? one : SqlText.And([one, other]);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
