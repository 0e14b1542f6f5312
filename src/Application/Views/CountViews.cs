using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Views;

/// <summary>How many tickets are in each pinned view, counted up to 99; one statement for all of them.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record CountViews : IQuery<ViewCounts>;

/// <summary>By view, in the order of the views.</summary>
public sealed record ViewCounts(IReadOnlyList<ViewCount> Views);

/// <summary>A count up to 99; <see cref="More"/> says that there are more than that.</summary>
public sealed record ViewCount(string Id, string Name, int Count, bool More);

internal sealed class CountViewsHandler(IServiceDeskDb db, ViewReader views, TicketLists lists) : IRequestHandler<CountViews, ViewCounts>
{
    private const int MostCounted = 30;

    public async Task<ViewCounts> Handle(CountViews request, CancellationToken ct)
    {
        var pinned = (await views.AllAsync(ct)).Where(v => v.Response.Pinned).Take(MostCounted).ToList();
        foreach (var view in pinned)
            await lists.PrepareAsync(view.Filter, ct);
        var counts = pinned.Select((view, i) => SqlText.Of($"select {i} as Position, {lists.CountSql(view.Filter, BoundedCount.Cap + 1)} as Found"));
        var rows = (await db.QueryAsync<Row>(SqlText.Join(" union all ", counts), TicketLists.Patience, ct)).ToDictionary(r => r.Position, r => r.Found);
        return new ViewCounts([.. pinned.Select((view, i) =>
        {
            var count = BoundedCount.Of(rows[i]);
            return new ViewCount(view.Response.Id, view.Response.Name, count.Count, count.More);
        })]);
    }

    private sealed record Row
    {
        public int Position { get; init; }
        public long Found { get; init; }
    }
}
