using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Reports;

/// <summary>By what the rows of a report are told apart.</summary>
public enum ReportGroupBy
{
    Priority,
    Team,
    Category,
    Channel,
    Month,
    Service,
    Site,
}

/// <summary>What a grouping is in SQL, in words, and as a filter of the list behind a row.</summary>
public sealed class ReportGrouping(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>The key of what has no team or no category.</summary>
    public const string None = "none";

    /// <summary>What rows are grouped by, from the ticket of the alias t: a value that is cheap to make for each of a million tickets.</summary>
    internal static SqlText Value(ReportGroupBy by, ReportPeriod period) =>
        by == ReportGroupBy.Month ? SqlText.Of($"date_trunc('month', t.opened_at at time zone {period.Zone.Id})") : SqlText.Raw(Column(by));

    /// <summary>The same of everything but months: a column.</summary>
    internal static string Column(ReportGroupBy by) => by switch
    {
        ReportGroupBy.Team => "t.team_id",
        ReportGroupBy.Category => "t.category_id",
        ReportGroupBy.Channel => "t.channel",
        ReportGroupBy.Service => "t.service_id",
        ReportGroupBy.Site => "t.site_id",
        _ => "t.priority",
    };

    /// <summary>The key of a row, from the value it was grouped by.</summary>
    internal static SqlText Key(ReportGroupBy by, string value) => SqlText.Raw(by switch
    {
        ReportGroupBy.Team or ReportGroupBy.Category or ReportGroupBy.Service or ReportGroupBy.Site => $"coalesce({value}::text, '{None}')",
        ReportGroupBy.Month => $"to_char({value}, 'YYYY-MM')",
        _ => value,
    });

    /// <summary>What each key is called, in the reader's language.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LabelsAsync(ReportGroupBy by, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var labels = keys.ToDictionary(k => k, k => k);
        Guid[] ids = [.. keys.Where(k => Guid.TryParse(k, out _)).Select(Guid.Parse)];
        if (by == ReportGroupBy.Team)
        {
            var teams = ids.Select(TeamId.From).ToArray();
            foreach (var team in await db.Teams.AsNoTracking().Where(t => teams.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync(ct))
                labels[team.Id.Value.ToString()] = team.Name.In(user.Language);
        }
        else if (by == ReportGroupBy.Category)
            await CategoriesAsync(ids, labels, ct);
        else if (by == ReportGroupBy.Service)
        {
            var services = ids.Select(ServiceId.From).ToArray();
            foreach (var service in await db.Services.AsNoTracking().Where(s => services.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(ct))
                labels[service.Id.Value.ToString()] = service.Name.In(user.Language);
        }
        else if (by == ReportGroupBy.Site)
        {
            var sites = ids.Select(SiteId.From).ToArray();
            foreach (var site in await db.Sites.AsNoTracking().Where(s => sites.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(ct))
                labels[site.Id.Value.ToString()] = site.Name;
        }
        else if (by is ReportGroupBy.Priority)
            foreach (var key in keys)
                labels[key] = key.ToUpperInvariant();

        if (labels.ContainsKey(None))
            labels[None] = (by, user.Language == "fr") switch
            {
                (ReportGroupBy.Team, true) => "Sans équipe",
                (ReportGroupBy.Team, _) => "No team",
                (ReportGroupBy.Service, true) => "Sans service",
                (ReportGroupBy.Service, _) => "No service",
                (ReportGroupBy.Site, true) => "Sans site",
                (ReportGroupBy.Site, _) => "No site",
                (_, true) => "Sans catégorie",
                _ => "No category",
            };
        return labels;
    }

    /// <summary>The rows in the order of their keys, teams, categories, services and sites by name.</summary>
    internal static IEnumerable<T> Ordered<T>(ReportGroupBy by, IEnumerable<T> rows, Func<T, string> key, IReadOnlyDictionary<string, string> labels) =>
        by is ReportGroupBy.Team or ReportGroupBy.Category or ReportGroupBy.Service or ReportGroupBy.Site
            ? rows.OrderBy(r => key(r) == None).ThenBy(r => labels[key(r)], StringComparer.CurrentCultureIgnoreCase).ThenBy(key, StringComparer.Ordinal)
            : rows.OrderBy(key, StringComparer.Ordinal);

    /// <summary>The list of a row's tickets: those of the period with this key. Null as key: all rows.</summary>
    internal static ListQuery List(ReportGroupBy by, string? key, ReportPeriod period, ReportFilter filter)
    {
        var (from, to) = by == ReportGroupBy.Month && key is not null ? Month(key, period) : (period.From, period.To);
        var list = filter.List(new ListQuery().With("practice", "incident").With("openedFrom", from).With("openedTo", to), key is null ? null : by);
        return key is null || by == ReportGroupBy.Month ? list : Narrow(list, by, key);
    }

    /// <summary>A list narrowed to a row's key.</summary>
    internal static ListQuery Narrow(ListQuery list, ReportGroupBy by, string key) => by switch
    {
        ReportGroupBy.Team => list.With("teamId", key),
        ReportGroupBy.Category => list.With("categoryId", key == None ? key : TicketFilters.Only + key),
        ReportGroupBy.Channel => list.With("channel", key),
        ReportGroupBy.Service => list.With("serviceId", key),
        ReportGroupBy.Site => list.With("siteId", key),
        _ => list.With("priority", key),
    };

    private static (DateTimeOffset From, DateTimeOffset To) Month(string key, ReportPeriod period)
    {
        var first = DateTime.ParseExact(key, "yyyy-MM", CultureInfo.InvariantCulture);
        var (from, to) = (ReportPeriod.StartOf(first, period.Zone), ReportPeriod.StartOf(first.AddMonths(1), period.Zone));
        return (from > period.From ? from : period.From, to < period.To ? to : period.To);
    }

    private async Task CategoriesAsync(Guid[] ids, Dictionary<string, string> labels, CancellationToken ct)
    {
        var wanted = ids.Select(CategoryId.From).ToArray();
        var rows = await db.Categories.AsNoTracking().Where(c => wanted.Contains(c.Id))
            .Select(c => new { c.Id, c.Name, Parent = db.Categories.Where(p => p.Id == c.ParentId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        foreach (var row in rows)
            labels[row.Id.Value.ToString()] = row.Parent is { } parent ? $"{parent.In(user.Language)} › {row.Name.In(user.Language)}" : row.Name.In(user.Language);
    }
}

/// <summary>The query string of GET /tickets that lists what a figure counts.</summary>
internal sealed record ListQuery(string Text = "")
{
    public ListQuery With(string name, string value) => new($"{Text}{(Text.Length == 0 ? "" : "&")}{name}={Uri.EscapeDataString(value)}");

    public ListQuery With(string name, DateTimeOffset at) => With(name, Instant(at));

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
