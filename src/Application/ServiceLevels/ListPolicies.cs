using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>The policies in the order in which they are tried.</summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record ListPolicies(bool? Active = null, int Limit = Paging.DefaultLimit, string? Cursor = null)
    : IQuery<Page<PolicyResponse>>;

internal sealed class ListPoliciesValidator : AbstractValidator<ListPolicies>
{
    public ListPoliciesValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListPoliciesHandler(IServiceDeskDb db, PolicyReader reader) : IRequestHandler<ListPolicies, Page<PolicyResponse>>
{
    private const string Sort = "order";

    public async Task<Page<PolicyResponse>> Handle(ListPolicies request, CancellationToken ct)
    {
        IQueryable<ServiceLevelPolicy> policies = db.Set<ServiceLevelPolicy>();
        if (request.Active is { } active)
            policies = policies.Where(p => p.Active == active);
        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor && int.TryParse(cursor.Values[0], out var order) && Guid.TryParse(cursor.Values[1], out var last))
        {
            var id = new PolicyId(last);
            policies = policies.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.Order, p.Id), ValueTuple.Create(order, id)));
        }

        var rows = await reader.ReadAsync(policies.OrderBy(p => p.Order).ThenBy(p => p.Id).Take(request.Limit + 1), ct);
        if (rows.Count <= request.Limit)
            return new Page<PolicyResponse>(rows, null);

        var end = rows[request.Limit - 1];
        return new Page<PolicyResponse>(
            [.. rows.Take(request.Limit)], new Cursor(Sort, [end.Order.ToString(CultureInfo.InvariantCulture), end.Id.ToString()]).ToString());
    }
}
