using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>The calendars by name.</summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record ListCalendars(int Limit = Paging.DefaultLimit, string? Cursor = null) : IQuery<Page<CalendarResponse>>;

internal sealed class ListCalendarsValidator : AbstractValidator<ListCalendars>
{
    public ListCalendarsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListCalendarsHandler(IServiceDeskDb db, CalendarReader reader)
    : IRequestHandler<ListCalendars, Page<CalendarResponse>>
{
    public async Task<Page<CalendarResponse>> Handle(ListCalendars request, CancellationToken ct)
    {
        IQueryable<Calendar> calendars = db.Set<Calendar>();
        if (NamePaging.After(request.Cursor) is { } after)
        {
            var id = new CalendarId(after.Id);
            calendars = calendars.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Name, c.Id), ValueTuple.Create(after.Name, id)));
        }

        var rows = await reader.ReadAsync(calendars.OrderBy(c => c.Name).ThenBy(c => c.Id).Take(request.Limit + 1), ct);
        return NamePaging.Page(rows, request.Limit, r => (r.Name, r.Id));
    }
}
