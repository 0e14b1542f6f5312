using ServiceDesk.Application.Common;
using ServiceDesk.Application.Search;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Reports;

/// <summary>Narrows a report as the list's parameters of the same names do; every list it opens carries them on.</summary>
internal sealed record ReportFilter(string[]? TeamId, string[]? ServiceId, string[]? SiteId, string[]? Priority)
{
    public SearchNode? Node => TicketFilters.Of(new ListTickets(Priority: Priority, TeamId: TeamId, ServiceId: ServiceId, SiteId: SiteId)).ToList() is { Count: > 0 } nodes
        ? SearchNode.All(nodes) : null;

    /// <summary>The filter as parameters of a list; a row's own key stands in for the parameter it was grouped by.</summary>
    public ListQuery List(ListQuery list, ReportGroupBy? by = null)
    {
        (string Name, string[]? Values, ReportGroupBy By)[] all =
        [
            ("teamId", TeamId, ReportGroupBy.Team), ("serviceId", ServiceId, ReportGroupBy.Service), ("siteId", SiteId, ReportGroupBy.Site),
            ("priority", Priority, ReportGroupBy.Priority),
        ];
        return all.Where(a => a.By != by).SelectMany(a => (a.Values ?? []).Select(v => (a.Name, Value: v))).Aggregate(list, (l, p) => l.With(p.Name, p.Value));
    }
}

/// <summary>The incidents a report counts: those its reader sees, as far as they are asked for.</summary>
public sealed class ReportScope(ICurrentUser user, SearchCompiler compiler)
{
    /// <summary>Before <see cref="Counts(ReportFilter, SearchNode)"/>: what only the calendars know.</summary>
    internal async ValueTask PrepareAsync(IEnumerable<SearchNode> which, CancellationToken ct)
    {
        foreach (var node in which)
            await compiler.PrepareAsync(node, ct);
    }

    /// <summary>Whether the ticket of the alias t is one that a list of these conditions has.</summary>
    internal SqlText Counts(ReportFilter filter, SearchNode which)
    {
        List<SqlText> all = [Counts(filter), compiler.Compile(which)];
        if (SearchCompiler.Open(which) is { } open)
            all.Add(SqlText.Raw(open ? "t.open" : "not t.open"));
        return SqlText.And(all);
    }

    /// <summary>Whether the incident of the alias t is one of them.</summary>
    internal SqlText Counts(ReportFilter filter) =>
        filter.Node is { } node ? SqlText.And([new TicketScope(user).Sees("t"), compiler.Compile(node)]) : new TicketScope(user).Sees("t");
}
