using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>The published versions of a calendar, the latest first.</summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record ListCalendarVersions(Guid Id, int Limit = Paging.DefaultLimit, string? Cursor = null)
    : IQuery<Page<CalendarVersionRow>>;

/// <summary>When a version was published, and by whom.</summary>
public sealed record CalendarVersionRow(int Number, DateTimeOffset PublishedAt, PersonRef PublishedBy);

/// <summary>What a calendar said in one version, holidays included.</summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record GetCalendarVersion(Guid Id, int Number) : IQuery<CalendarVersionResponse>;

/// <summary>A version never changes: a clock names the one it counts by.</summary>
public sealed record CalendarVersionResponse(
    int Number, DateTimeOffset PublishedAt, PersonRef PublishedBy, string TimeZone, WeeklyBody Weekly, IReadOnlyList<ExceptionInVersion> Exceptions) : IVersioned
{
    long IVersioned.Version => Number;
}

/// <summary>A date with other windows, and where that comes from: the calendar itself or the name of a holiday set.</summary>
public sealed record ExceptionInVersion(DateOnly Date, string Label, string Source, IReadOnlyList<WindowBody> Windows);

internal sealed class ListCalendarVersionsValidator : AbstractValidator<ListCalendarVersions>
{
    public ListCalendarVersionsValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListCalendarVersionsHandler(IServiceDeskDb db) : IRequestHandler<ListCalendarVersions, Page<CalendarVersionRow>>
{
    private const string Sort = "-number";

    public async Task<Page<CalendarVersionRow>> Handle(ListCalendarVersions request, CancellationToken ct)
    {
        var id = new CalendarId(request.Id);
        if (!await db.Set<Calendar>().AnyAsync(c => c.Id == id, ct))
            throw new NotFoundException("The calendar");

        var before = Cursor.Parse(request.Cursor, Sort, 1) is { } cursor && int.TryParse(cursor.Values[0], out var number) ? number : int.MaxValue;
        var rows = await db.Set<CalendarVersion>().AsNoTracking().Where(v => v.CalendarId == id && v.Number < before)
            .OrderByDescending(v => v.Number).Take(request.Limit + 1).Select(RowFrom(db)).ToListAsync(ct);

        return rows.Count <= request.Limit
            ? new Page<CalendarVersionRow>(rows, null)
            : new Page<CalendarVersionRow>([.. rows.Take(request.Limit)],
                new Cursor(Sort, [rows[request.Limit - 1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture)]).ToString());
    }

    private static Expression<Func<CalendarVersion, CalendarVersionRow>> RowFrom(IServiceDeskDb db) => v => new CalendarVersionRow(
        v.Number, v.PublishedAt, new PersonRef(v.PublishedBy.Value, db.Users.Where(u => u.Id == v.PublishedBy).Select(u => u.Name).First()));
}

internal sealed class GetCalendarVersionHandler(IServiceDeskDb db) : IRequestHandler<GetCalendarVersion, CalendarVersionResponse>
{
    public async Task<CalendarVersionResponse> Handle(GetCalendarVersion request, CancellationToken ct)
    {
        var id = new CalendarId(request.Id);
        var found = await db.Set<CalendarVersion>().AsNoTracking().Where(v => v.CalendarId == id && v.Number == request.Number)
            .Select(v => new { Version = v, By = db.Users.Where(u => u.Id == v.PublishedBy).Select(u => u.Name).First() })
            .SingleOrDefaultAsync(ct) ?? throw new NotFoundException("The version of the calendar");
        var said = found.Version.Definition;

        return new CalendarVersionResponse(
            found.Version.Number, found.Version.PublishedAt, new PersonRef(found.Version.PublishedBy.Value, found.By), said.TimeZone,
            WeeklyBody.Of(said.Weekly), [.. said.Exceptions.Select(x => new ExceptionInVersion(x.Date, x.Label, x.Source, WindowBody.Of(x.Windows)))]);
    }
}
