using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Search;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Views;

namespace ServiceDesk.Application.Views;

/// <summary>A view as its reader gets it.</summary>
public sealed record ViewResponse : IVersioned
{
    /// <summary>A key for the built-in ones, else an id.</summary>
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>What is in it, as it could be typed.</summary>
    public required string Query { get; init; }
    public required string Sort { get; init; }
    public required IReadOnlyList<string> Columns { get; init; }
    public required bool BuiltIn { get; init; }
    public required bool Pinned { get; init; }
    public required PersonRef? Owner { get; init; }

    /// <summary>The team it is shared with; null is private.</summary>
    public required NamedRef? Team { get; init; }
    public required long Version { get; init; }
}

/// <summary>A view with its tree, ready to be asked.</summary>
internal sealed record KnownView(ViewResponse Response, SearchNode Filter);

/// <summary>The views a caller has: the built-in ones for them, their own, and those shared with their teams.</summary>
public sealed class ViewReader(IServiceDeskDb db, ICurrentUser user)
{
    public const int Most = 100;

    internal async Task<IReadOnlyList<KnownView>> AllAsync(CancellationToken ct)
    {
        var saved = await Saved(v => true).Take(Most).ToListAsync(ct);
        return [.. BuiltInViews.For(user).Select(OfBuiltIn), .. saved.Select(ToKnown)];
    }

    internal async Task<KnownView> GetAsync(string id, CancellationToken ct)
    {
        if (BuiltInViews.For(user).FirstOrDefault(v => v.Key == id) is { } builtIn)
            return OfBuiltIn(builtIn);
        if (!Guid.TryParse(id, out var guid))
            throw new NotFoundException("The view");

        var viewId = new ViewId(guid);
        return await Saved(v => v.Id == viewId).SingleOrDefaultAsync(ct) is { } row ? ToKnown(row) : throw new NotFoundException("The view");
    }

    /// <summary>The saved ones the caller may use.</summary>
    internal IQueryable<SavedView> Visible()
    {
        TeamId?[] teams = [.. user.TeamIds.Select(t => (TeamId?)t)];
        return db.Set<SavedView>().Where(v => v.OwnerId == user.Id || teams.Contains(v.TeamId));
    }

    private IQueryable<Row> Saved(System.Linq.Expressions.Expression<Func<SavedView, bool>> which) =>
        Visible().AsNoTracking().Where(which).OrderBy(v => v.Name).ThenBy(v => v.Id).Select(v => new Row(
            v,
            db.Users.Where(u => u.Id == v.OwnerId).Select(u => u.Name).First(),
            db.Teams.Where(t => t.Id == v.TeamId)
                .Select(t => user.Language == "fr" ? t.Name.Fr ?? t.Name.En : t.Name.En ?? t.Name.Fr).FirstOrDefault()));

    private static KnownView ToKnown(Row row)
    {
        var view = row.View;
        var filter = ViewFilter.Read(view.Filter);
        return new KnownView(new ViewResponse
        {
            Id = view.Id.Value.ToString(),
            Name = view.Name,
            Query = SearchWriter.Write(filter),
            Sort = view.Sort,
            Columns = view.Columns,
            BuiltIn = false,
            Pinned = view.Pinned,
            Owner = new PersonRef(view.OwnerId.Value, row.Owner),
            Team = view.TeamId is { } team ? new NamedRef(team.Value, row.Team ?? "") : null,
            Version = view.Version,
        }, filter);
    }

    private KnownView OfBuiltIn(BuiltInView view) => new(new ViewResponse
    {
        Id = view.Key,
        Name = view.Name.In(user.Language),
        Query = SearchWriter.Write(view.Filter),
        Sort = view.Sort,
        Columns = BuiltInViews.Columns,
        BuiltIn = true,
        Pinned = true,
        Owner = null,
        Team = null,
        Version = 1,
    }, view.Filter);

    private sealed record Row(SavedView View, string Owner, string? Team);
}

/// <summary>A view's tree in storage.</summary>
internal static class ViewFilter
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        AllowOutOfOrderMetadataProperties = true,
    };

    public static string Write(SearchNode node) => JsonSerializer.Serialize(node, Format);

    public static SearchNode Read(string json) => JsonSerializer.Deserialize<SearchNode>(json, Format)!;

    /// <summary>Everything; the view of a query that asks for nothing.</summary>
    public static readonly SearchNode Everything = new AllOf([]);

    /// <summary>A view is kept for long, so it must be understood in full.</summary>
    public static SearchNode Of(ParsedSearch parsed)
    {
        if (parsed.Notices.Count > 0)
            throw RuleViolationException.Meaning("view.query_unclear", string.Join(" ", parsed.Notices));

        return parsed.Root ?? Everything;
    }
}
