using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Catalog;

/// <summary>The custom fields by key; with a practice, those its tickets have.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record ListCustomFields(string? Practice = null, bool? Active = null, int Limit = Paging.DefaultLimit, string? Cursor = null)
    : IQuery<Page<CustomFieldResponse>>;

internal sealed class ListCustomFieldsValidator : AbstractValidator<ListCustomFields>
{
    public ListCustomFieldsValidator()
    {
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
        RuleFor(x => x.Practice).Must(p => p is null || EnumWords.TryParse<Practice>(p, out _)).WithMessage($"One of: {EnumWords.Known<Practice>()}.");
    }
}

internal sealed class ListCustomFieldsHandler(IServiceDeskDb db, ICurrentUser user)
    : IRequestHandler<ListCustomFields, Page<CustomFieldResponse>>
{
    public async Task<Page<CustomFieldResponse>> Handle(ListCustomFields request, CancellationToken ct)
    {
        var query = db.Set<CustomField>().AsNoTracking();
        if (EnumWords.TryParse<Practice>(request.Practice, out var practice))
            query = query.Where(x => x.Practice == null || x.Practice == practice);
        if (request.Active is { } active)
            query = query.Where(x => x.Active == active);

        var after = KeyPaging.After(request.Cursor);
        var rows = await query.Where(x => string.Compare(x.Key, after) > 0).OrderBy(x => x.Key).Take(request.Limit + 1).ToListAsync(ct);
        return KeyPaging.Page([.. rows.Select(x => CustomFieldResponse.Of(x, user.Language))], request.Limit, x => x.Key);
    }
}
