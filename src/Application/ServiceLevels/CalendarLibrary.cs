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
        var asked = wanted.ToHashSet();
        var opened = new Dictionary<(CalendarId, int), BusinessCalendar>();
        foreach (var (id, version) in asked)
        {
            if (shelf.Find(id, version) is { } kept)
                opened[(id, version)] = kept;
        }

        asked.ExceptWith(opened.Keys);
        foreach (var (id, version, definition) in await ReadAsync(asked, ct))
            opened[(id, version)] = shelf.Keep(id, version, definition);

        return (id, version) => opened.TryGetValue((id, version), out var calendar) ? calendar : throw new NotFoundException("The version of the calendar");
    }

    /// <summary>Opens what each of these calendars says now; one that is not there is left out.</summary>
    public async Task<IReadOnlyDictionary<CalendarId, BusinessCalendar>> OpenCurrentAsync(IEnumerable<CalendarId> calendars, CancellationToken ct)
    {
        var ids = calendars.Distinct().ToList();
        var current = await db.Set<CalendarVersion>().Where(v => ids.Contains(v.CalendarId)).GroupBy(v => v.CalendarId)
            .Select(g => new { Id = g.Key, Version = g.Max(v => v.Number) }).ToListAsync(ct);
        var open = await OpenAllAsync(current.Select(c => (c.Id, c.Version)), ct);
        return current.ToDictionary(c => c.Id, c => open(c.Id, c.Version));
    }

    // In one statement; of the few calendars there may be a version too many among what is read.
    private async Task<IEnumerable<(CalendarId Id, int Version, CalendarDefinition Definition)>> ReadAsync(HashSet<(CalendarId Id, int Version)> wanted, CancellationToken ct)
    {
        if (wanted.Count == 0)
            return [];

        var (ids, versions) = (wanted.Select(w => w.Id).ToList(), wanted.Select(w => w.Version).ToList());
        var rows = await db.Set<CalendarVersion>().AsNoTracking().Where(v => ids.Contains(v.CalendarId) && versions.Contains(v.Number))
            .Select(v => new { v.CalendarId, v.Number, v.Definition }).ToListAsync(ct);
        return rows.Where(r => wanted.Contains((r.CalendarId, r.Number))).Select(r => (r.CalendarId, r.Number, r.Definition));
    }
}
