using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Catalog;

/// <summary>The services by key.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record ListServices(bool? Active = null, int Limit = Paging.DefaultLimit, string? Cursor = null)
    : IQuery<Page<ServiceResponse>>;

internal sealed class ListServicesValidator : AbstractValidator<ListServices>
{
    public ListServicesValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListServicesHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<ListServices, Page<ServiceResponse>>
{
    public async Task<Page<ServiceResponse>> Handle(ListServices request, CancellationToken ct)
    {
        var query = db.Services.AsNoTracking();
        if (request.Active is { } active)
            query = query.Where(x => x.Active == active);

        var after = KeyPaging.After(request.Cursor);
        var rows = await query.Where(x => string.Compare(x.Key, after) > 0).OrderBy(x => x.Key).Take(request.Limit + 1).ToListAsync(ct);
        return KeyPaging.Page([.. rows.Select(x => ServiceResponse.Of(x, user.Language))], request.Limit, x => x.Key);
    }
}
