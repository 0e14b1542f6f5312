using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Configuration;

namespace ServiceDesk.Application.Configuration;

/// <summary>The registry by name; q finds names that begin with it, whatever the case.</summary>
[Permission(Permissions.ConfigurationRead)]
public sealed record ListConfigurationItems(
    string? Q = null, string? Type = null, bool? Active = null, int Limit = Paging.DefaultLimit, string? Cursor = null)
    : IQuery<Page<ConfigurationItemResponse>>;

internal sealed class ListConfigurationItemsValidator : AbstractValidator<ListConfigurationItems>
{
    public ListConfigurationItemsValidator()
    {
        RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
        RuleFor(x => x.Q).MaximumLength(ConfigurationItem.NameMaxLength);
    }
}

internal sealed class ListConfigurationItemsHandler(IServiceDeskDb db)
    : IRequestHandler<ListConfigurationItems, Page<ConfigurationItemResponse>>
{
    public async Task<Page<ConfigurationItemResponse>> Handle(ListConfigurationItems request, CancellationToken ct)
    {
        var items = db.Set<ConfigurationItem>().AsNoTracking();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares: lower(name) like 'prefix%', by an index of its own.
        if (request.Q is { Length: > 0 } prefix)
            items = items.Where(x => x.Name.ToLower().StartsWith(prefix.ToLower()));
#pragma warning restore CA1304, CA1311, CA1862
        if (request.Type is { Length: > 0 } type)
            items = items.Where(x => x.Type == type);
        if (request.Active is { } active)
            items = items.Where(x => x.Active == active);
        if (NamePaging.After(request.Cursor) is { } after)
        {
            var id = new ConfigurationItemId(after.Id);
            items = items.Where(x => EF.Functions.GreaterThan(ValueTuple.Create(x.Name, x.Id), ValueTuple.Create(after.Name, id)));
        }

        var rows = await items.OrderBy(x => x.Name).ThenBy(x => x.Id).Take(request.Limit + 1).ToListAsync(ct);
        return NamePaging.Page([.. rows.Select(ConfigurationItemResponse.Of)], request.Limit, x => (x.Name, x.Id));
    }
}
