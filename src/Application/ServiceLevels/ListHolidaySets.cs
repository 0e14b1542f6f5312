using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>The holiday sets by name; their days are in each of them.</summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record ListHolidaySets(int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<HolidaySetRow>>;

internal sealed class ListHolidaySetsValidator : AbstractValidator<ListHolidaySets>
{
    public ListHolidaySetsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListHolidaySetsHandler(IServiceDeskDb db) : IRequestHandler<ListHolidaySets, Page<HolidaySetRow>>
{
    public async Task<Page<HolidaySetRow>> Handle(ListHolidaySets request, CancellationToken ct)
    {
        var sets = db.Set<HolidaySet>().AsNoTracking();
        if (NamePaging.After(request.Cursor) is { } after)
        {
            var id = new HolidaySetId(after.Id);
            sets = sets.Where(s => EF.Functions.GreaterThan(ValueTuple.Create(s.Name, s.Id), ValueTuple.Create(after.Name, id)));
        }

        var rows = await sets.OrderBy(s => s.Name).ThenBy(s => s.Id).Take(request.Limit + 1).ToListAsync(ct);
        return NamePaging.Page([.. rows.Select(ToRow)], request.Limit, r => (r.Name, r.Id));
    }

    private static HolidaySetRow ToRow(HolidaySet s) => new(
        s.Id.Value, s.Name, s.Days.Count, s.Days.Count > 0 ? s.Days[0].Date : null, s.Days.Count > 0 ? s.Days[^1].Date : null, s.Version);
}
