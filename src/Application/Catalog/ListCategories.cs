using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;

namespace ServiceDesk.Application.Catalog;

/// <summary>The categories by key; the tree is in their parentId.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record ListCategories(bool? Active = null, Guid? ParentId = null, int Limit = Paging.DefaultLimit, string? Cursor = null)
    : IQuery<Page<CategoryResponse>>;

internal sealed class ListCategoriesValidator : AbstractValidator<ListCategories>
{
    public ListCategoriesValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListCategoriesHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<ListCategories, Page<CategoryResponse>>
{
    public async Task<Page<CategoryResponse>> Handle(ListCategories request, CancellationToken ct)
    {
        var query = db.Categories.AsNoTracking();
        if (request.Active is { } active)
            query = query.Where(x => x.Active == active);
        if (request.ParentId is { } parent)
        {
            var id = new CategoryId(parent);
            query = query.Where(x => x.ParentId == id);
        }

        var after = KeyPaging.After(request.Cursor);
        var rows = await query.Where(x => string.Compare(x.Key, after) > 0).OrderBy(x => x.Key).Take(request.Limit + 1).ToListAsync(ct);
        return KeyPaging.Page([.. rows.Select(x => CategoryResponse.Of(x, user.Language))], request.Limit, x => x.Key);
    }
}
