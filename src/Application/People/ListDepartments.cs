using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>Departments by name; forms offer them to everybody.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record ListDepartments(string? Q = null, bool? Active = null, int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<DepartmentResponse>>;

internal sealed class ListDepartmentsValidator : AbstractValidator<ListDepartments>
{
    public ListDepartmentsValidator()
    {
        RuleFor(x => x.Q).MaximumLength(200);
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
    }
}

internal sealed class ListDepartmentsHandler(IServiceDeskDb db) : IRequestHandler<ListDepartments, Page<DepartmentResponse>>
{
    private const string Sort = "name";

    public async Task<Page<DepartmentResponse>> Handle(ListDepartments request, CancellationToken ct)
    {
        var departments = db.Set<Department>().AsNoTracking();
        if (request.Active is { } active)
            departments = departments.Where(d => d.Active == active);
        if (request.Q?.Trim() is { Length: > 0 } q)
        {
            var begin = LikePattern.Escape(q) + "%";
            departments = departments.Where(s => EF.Functions.ILike(s.Name, begin, LikePattern.Mark));
        }

        if (Cursor.Parse(request.Cursor, Sort, 1) is { Values: [var after] })
            departments = departments.Where(s => string.Compare(s.Name, after) > 0);
        var rows = await departments.OrderBy(d => d.Name).Take(request.Limit + 1).ToListAsync(ct);
        var items = rows.Take(request.Limit).Select(DepartmentResponse.Of).ToList();
        return new Page<DepartmentResponse>(items, rows.Count > request.Limit ? new Cursor(Sort, [items[^1].Name]).ToString() : null);
    }
}
