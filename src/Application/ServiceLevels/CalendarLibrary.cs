using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Calendar versions ready to count with. They never change, so each is built once and kept for all requests.</summary>
public sealed class CalendarShelf
{
    private const int Room = 1_000;

    private readonly ConcurrentDictionary<(CalendarId, int, string? Zone), BusinessCalendar> kept = new();

    public BusinessCalendar? Find(CalendarId id, int version, string? zone = null) => kept.GetValueOrDefault((id, version, zone));

    [RefusesNobody]
    public BusinessCalendar Keep(CalendarId id, int version, CalendarDefinition definition, string? zone = null)
    {
        if (kept.Count >= Room)
            kept.Clear();

        return kept.GetOrAdd((id, version, zone), _ => BusinessCalendar.From(definition));
    }
}

/// <summary>Finds calendars by id and version, in the caller's transaction.</summary>
public sealed class CalendarLibrary(IServiceDeskDb db, CalendarShelf shelf)
{
    public async ValueTask<BusinessCalendar> OpenAsync(CalendarId id, int version, CancellationToken ct)
    {
        if (shelf.Find(id, version) is { } kept)
            return kept;

        var definition = await db.Set<CalendarVersion>().AsNoTracking().Where(v => v.CalendarId == id && v.Number == version)
            .Select(v => v.Definition).SingleOrDefaultAsync(ct) ?? throw new NotFoundException("The version of the calendar");
        return shelf.Keep(id, version, definition);
    }

    /// <summary>The same hours and days, by the clocks of another time zone.</summary>
    public async ValueTask<BusinessCalendar> OpenAsync(CalendarId id, int version, string zone, CancellationToken ct)
    {
        if (shelf.Find(id, version, zone) is { } kept)
            return kept;

        var at = await OpenAsync(id, version, ct);
        return shelf.Keep(id, version, at.Definition with { TimeZone = zone }, zone);
    }

    /// <summary>The number of the version that is published last; null for a calendar that is not there.</summary>
    public Task<int?> CurrentVersionAsync(CalendarId id, CancellationToken ct) =>
        db.Set<CalendarVersion>().Where(v => v.CalendarId == id).MaxAsync(v => (int?)v.Number, ct);

    /// <summary>Opens all of these, and answers how to get at each: what the clocks of the domain ask for.</summary>
    public async Task<Func<CalendarId, int, BusinessCalendar>> OpenAllAsync(
        IEnumerable<(CalendarId Id, int Version)> wanted, CancellationToken ct)
    {
        var opened = new Dictionary<(CalendarId, int), BusinessCalendar>();
        foreach (var (id, version) in wanted.Distinct())
            opened[(id, version)] = await OpenAsync(id, version, ct);

        return (id, version) => opened[(id, version)];
    }
}
