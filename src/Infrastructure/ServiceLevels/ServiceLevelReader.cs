using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using OpenWindow = ServiceDesk.Application.ServiceLevels.OpenWindow;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>Tells clocks as of now from their figures and the calendar; the ledgers stay where they are.</summary>
internal sealed class ServiceLevelReader(ServiceDeskDbContext db, CalendarLibrary library, IPolicyBook book, TimeProvider clock) : IServiceLevelReader
{
    private const int WindowsShown = 5;

    public async Task<IReadOnlyList<ServiceLevelResponse>> OfAsync(Guid ticketId, CancellationToken ct)
    {
        var rows = await AtHandAsync(new TicketId(ticketId), ct) ?? await LoadAsync([ticketId], ct);
        return await TellAsync(rows, ct);
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ServiceLevelResponse>>> OfAllAsync(IReadOnlyCollection<Guid> ticketIds, CancellationToken ct)
    {
        var told = new Dictionary<Guid, IReadOnlyList<ServiceLevelResponse>>();
        foreach (var ticket in (await LoadAsync(ticketIds, ct)).GroupBy(r => r.Clock.TicketId.Value))
            told[ticket.Key] = await TellAsync([.. ticket], ct);

        return told;
    }

    // After a command the clocks are where it left them, saved: nobody needs to ask for them again.
    private async Task<List<Row>?> AtHandAsync(TicketId ticket, CancellationToken ct)
    {
        var here = db.Set<ServiceLevelClock>().Local.Where(c => c.TicketId == ticket).ToList();
        if (here.Count == 0)
            return null;

        var names = (await book.InForceAsync(ct)).InOrder.ToDictionary(p => p.Id, p => p.Name);
        return here.TrueForAll(c => names.ContainsKey(c.PolicyId)) ? here.ConvertAll(c => new Row(c, names[c.PolicyId])) : null;
    }

    private Task<List<Row>> LoadAsync(IReadOnlyCollection<Guid> ticketIds, CancellationToken ct)
    {
        TicketId[] ids = [.. ticketIds.Select(TicketId.From)];
        return db.Set<ServiceLevelClock>().AsNoTracking().Where(c => ids.Contains(c.TicketId))
            .Select(c => new Row(c, db.Set<ServiceLevelPolicy>().Where(p => p.Id == c.PolicyId).Select(p => p.Name).First())).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<ServiceLevelResponse>> TellAsync(List<Row> rows, CancellationToken ct)
    {
        List<Row> shown = [.. rows.Where(r => r.Clock.Audience == Audience.Customer).GroupBy(r => r.Clock.Target).OrderBy(g => g.Key)
            .Select(g => g.MaxBy(r => r.Clock.Cycle)!)];
        var (calendars, now) = (await CalendarsAsync(shown.Select(r => r.Clock), ct), clock.GetUtcNow());

        return shown.ConvertAll(r => Tell(r, calendars, now));
    }

    private async Task<Func<CalendarId, int, BusinessCalendar>> CalendarsAsync(IEnumerable<ServiceLevelClock> clocks, CancellationToken ct) =>
        await library.OpenAllAsync(clocks.Select(c => (c.CalendarId, c.CalendarVersion)), ct);

    private static ServiceLevelResponse Tell(Row row, Func<CalendarId, int, BusinessCalendar> calendars, DateTimeOffset now)
    {
        var c = row.Clock;
        var windows = c.IsLive ? calendars(c.CalendarId, c.CalendarVersion).OpenWindows(now, WindowsShown) : [];
        return new ServiceLevelResponse
        {
            Target = Word(c.Target.ToString()),
            Cycle = c.Cycle,
            State = Word(c.State.ToString()),
            StartedAt = c.StartedAt,
            DueAt = c.DueAt,
            TargetSeconds = c.TargetSeconds,
            RemainingSeconds = c.RemainingAt(now, calendars),
            UsedShare = (double)c.UsedShareAt(now, calendars),
            BreachedAt = c.BreachBy(now),
            PausedSince = c.PausedSince,
            PausedReason = c.State == ClockState.Paused ? c.LastWhy : null,
            StoppedAt = c.StoppedAt,
            OpenWindows = [.. windows.Select(w => new OpenWindow(w.From, w.To))],
            Policy = new PolicyRef(c.PolicyId.Value, row.PolicyName, c.PolicyVersion),
        };
    }

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private sealed record Row(ServiceLevelClock Clock, string PolicyName);
}
