using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;

namespace ServiceDesk.Application.Catalog;

/// <summary>One category.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record GetCategory(Guid Id) : IQuery<CategoryResponse>;

internal sealed class GetCategoryHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<GetCategory, CategoryResponse>
{
    public async Task<CategoryResponse> Handle(GetCategory request, CancellationToken ct)
    {
        var id = new CategoryId(request.Id);
        return await db.Categories.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) is { } found
            ? CategoryResponse.Of(found, user.Language)
            : throw new NotFoundException("The category");
    }
}
