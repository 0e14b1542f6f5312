using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>A calendar as an administrator wrote it; what its holiday sets add is in the published version.</summary>
public sealed record CalendarResponse : IVersioned
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string TimeZone { get; init; }
    public required WeeklyBody Weekly { get; init; }
    public required IReadOnlyList<ExceptionBody> Exceptions { get; init; }
    public required IReadOnlyList<Guid> HolidaySetIds { get; init; }

    /// <summary>The sets by name, in order of precedence.</summary>
    public required IReadOnlyList<NamedRef> HolidaySets { get; init; }

    /// <summary>The number of the version that clocks are started under now.</summary>
    public required int PublishedVersion { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required long Version { get; init; }
}

/// <summary>The one way a calendar becomes a response.</summary>
public sealed class CalendarReader(IServiceDeskDb db)
{
    public async Task<CalendarResponse?> FindAsync(Guid id, CancellationToken ct)
    {
        var calendar = new CalendarId(id);
        return (await ReadAsync(db.Set<Calendar>().Where(c => c.Id == calendar), ct)).SingleOrDefault();
    }

    public async Task<CalendarResponse> GetAsync(CalendarId id, CancellationToken ct) =>
        await FindAsync(id.Value, ct) ?? throw new NotFoundException("The calendar");

    public async Task<IReadOnlyList<CalendarResponse>> ReadAsync(IQueryable<Calendar> calendars, CancellationToken ct)
    {
        var rows = await calendars.AsNoTracking().Select(Row.From).ToListAsync(ct);
        var wanted = rows.SelectMany(r => r.Calendar.HolidaySetIds).Distinct().ToList();
        var names = await db.Set<HolidaySet>().Where(s => wanted.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);

        return [.. rows.Select(r => ToResponse(r, names))];
    }

    private static CalendarResponse ToResponse(Row row, Dictionary<HolidaySetId, string> names) => new()
    {
        Id = row.Calendar.Id.Value,
        Name = row.Calendar.Name,
        TimeZone = row.Calendar.Own.TimeZone,
        Weekly = WeeklyBody.Of(row.Calendar.Own.Weekly),
        Exceptions = [.. row.Calendar.Own.Exceptions.Select(ExceptionBody.Of)],
        HolidaySetIds = [.. row.Calendar.HolidaySetIds.Select(s => s.Value)],
        HolidaySets = [.. row.Calendar.HolidaySetIds.Select(s => new NamedRef(s.Value, names[s]))],
        PublishedVersion = row.Number,
        PublishedAt = row.PublishedAt,
        Version = row.Calendar.Version,
    };

    private sealed record Row(Calendar Calendar, int Number, DateTimeOffset PublishedAt)
    {
        public static readonly Expression<Func<Calendar, Row>> From =
            c => new Row(c, c.Versions.Max(v => v.Number), c.Versions.Max(v => v.PublishedAt));
    }
}
