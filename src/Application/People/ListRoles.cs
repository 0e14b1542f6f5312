using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Roles by key, each with its permissions.</summary>
[Permission(Permissions.UsersRead)]
public sealed record ListRoles(int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<RoleResponse>>;

internal sealed class ListRolesValidator : AbstractValidator<ListRoles>
{
    public ListRolesValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListRolesHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<ListRoles, Page<RoleResponse>>
{
    private const string Sort = "key";

    public async Task<Page<RoleResponse>> Handle(ListRoles request, CancellationToken ct)
    {
        var roles = db.Set<Role>().AsNoTracking();
        if (Cursor.Parse(request.Cursor, Sort, 1) is { Values: [var after] })
            roles = roles.Where(r => string.Compare(r.Key, after) > 0);
        var rows = await roles.OrderBy(r => r.Key).Take(request.Limit + 1).ToListAsync(ct);
        var items = rows.Take(request.Limit).Select(r => RoleResponse.Of(r, user.Language)).ToList();
        return new Page<RoleResponse>(items, rows.Count > request.Limit ? new Cursor(Sort, [items[^1].Key]).ToString() : null);
    }
}
