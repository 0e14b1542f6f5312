using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// Open time of one clock that belongs to the same team, person and reason to wait; nobody's when all three are empty. What counted
/// against the target is no more than what was open.
/// </summary>
public sealed record DelayAccount(
    TicketId TicketId, ClockId ClockId, ServiceLevelTarget Target, TeamId? Team, UserId? Person, string? WaitingFor, long OpenSeconds, long CountedSeconds);

/// <summary>
/// Where the time went: every open second of a ticket by whose it was. Reports over many tickets read the view service_level_spans, which
/// has what is over; this also counts what lasts still.
/// </summary>
public sealed class DelayAccounts(IServiceDeskDb db, CalendarLibrary library, TimeProvider clock)
{
    public async Task<IReadOnlyList<DelayAccount>> OfAsync(IReadOnlyCollection<TicketId> tickets, CancellationToken ct)
    {
        var clocks = await db.Set<ServiceLevelClock>().AsNoTracking().Include(c => c.Ledger).Where(c => tickets.Contains(c.TicketId)).ToListAsync(ct);
        var calendars = await library.OpenAllAsync(clocks.Select(c => (c.CalendarId, c.CalendarVersion)), ct);
        var now = clock.GetUtcNow();

        return [.. clocks.SelectMany(c => Of(c, calendars, now))];
    }

    /// <summary>Of one clock, loaded with its ledger; the open seconds of the live and counted ones add up to its elapsed time.</summary>
    public static IReadOnlyList<DelayAccount> Of(ServiceLevelClock clock, Func<CalendarId, int, BusinessCalendar> calendars, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(clock);

        List<LedgerEntry> ledger = [.. clock.Ledger.OrderBy(e => e.Sequence)];
        var spans = ledger.Select((e, i) => (Entry: e, Open: i + 1 < ledger.Count ? ledger[i + 1].OpenSecondsBefore : StillOpen(clock, e, calendars, now)));

        return [.. spans.Where(s => s.Open > 0)
            .GroupBy(s => (s.Entry.TeamId, s.Entry.PersonId, Waiting: s.Entry.Kind == LedgerKind.Running ? null : s.Entry.Why))
            .Select(g => new DelayAccount(
                clock.TicketId, clock.Id, clock.Target, g.Key.TeamId, g.Key.PersonId, g.Key.Waiting, g.Sum(s => s.Open),
                g.Where(s => s.Entry.Kind == LedgerKind.Running).Sum(s => s.Open)))
            .OrderByDescending(a => a.OpenSeconds)];
    }

    private static long StillOpen(ServiceLevelClock clock, LedgerEntry last, Func<CalendarId, int, BusinessCalendar> calendars, DateTimeOffset now) =>
        clock.IsLive ? (long)calendars(last.CalendarId, last.CalendarVersion).Between(last.At, now).TotalSeconds : 0;
}
