using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>The versions of a policy, the latest first; a draft leads them.</summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record ListPolicyVersions(Guid Id, int Limit = Paging.DefaultLimit, string? Cursor = null)
    : IQuery<Page<PolicyVersionResponse>>;

internal sealed class ListPolicyVersionsValidator : AbstractValidator<ListPolicyVersions>
{
    public ListPolicyVersionsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListPolicyVersionsHandler(IServiceDeskDb db, PolicyReader reader)
    : IRequestHandler<ListPolicyVersions, Page<PolicyVersionResponse>>
{
    private const string Sort = "-number";

    public async Task<Page<PolicyVersionResponse>> Handle(ListPolicyVersions request, CancellationToken ct)
    {
        var id = new PolicyId(request.Id);
        if (!await db.Set<ServiceLevelPolicy>().AnyAsync(p => p.Id == id, ct))
            throw new NotFoundException("The policy");

        var before = Cursor.Parse(request.Cursor, Sort, 1) is { } cursor && int.TryParse(cursor.Values[0], out var number) ? number : int.MaxValue;
        var rows = await reader.VersionsAsync(
            db.Set<PolicyVersion>().Where(v => v.PolicyId == id && v.Number < before).OrderByDescending(v => v.Number).Take(request.Limit + 1), ct);

        return rows.Count <= request.Limit
            ? new Page<PolicyVersionResponse>(rows, null)
            : new Page<PolicyVersionResponse>([.. rows.Take(request.Limit)],
                new Cursor(Sort, [rows[request.Limit - 1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture)]).ToString());
    }
}
