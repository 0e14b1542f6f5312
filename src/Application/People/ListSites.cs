using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>Sites by name; forms offer them to everybody.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record ListSites(string? Q = null, bool? Active = null, int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<SiteResponse>>;

internal sealed class ListSitesValidator : AbstractValidator<ListSites>
{
    public ListSitesValidator()
    {
        RuleFor(x => x.Q).MaximumLength(200);
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
    }
}

internal sealed class ListSitesHandler(IServiceDeskDb db) : IRequestHandler<ListSites, Page<SiteResponse>>
{
    private const string Sort = "name";

    public async Task<Page<SiteResponse>> Handle(ListSites request, CancellationToken ct)
    {
        var sites = db.Sites.AsNoTracking();
        if (request.Active is { } active)
            sites = sites.Where(s => s.Active == active);
        if (request.Q?.Trim() is { Length: > 0 } q)
        {
            var begin = LikePattern.Escape(q) + "%";
            sites = sites.Where(s => EF.Functions.ILike(s.Name, begin, LikePattern.Mark));
        }

        if (Cursor.Parse(request.Cursor, Sort, 1) is { Values: [var after] })
            sites = sites.Where(s => string.Compare(s.Name, after) > 0);
        var rows = await sites.OrderBy(s => s.Name).Take(request.Limit + 1).ToListAsync(ct);
        var items = rows.Take(request.Limit).Select(SiteResponse.Of).ToList();
        return new Page<SiteResponse>(items, rows.Count > request.Limit ? new Cursor(Sort, [items[^1].Name]).ToString() : null);
    }
}
