using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>An incident whose past is told, with its clocks.</summary>
internal sealed record PastIncident(Incident Incident, IReadOnlyList<PastClock> Clocks);

/// <summary>A clock that folded the past, what it was promised, and how it counts.</summary>
internal sealed record PastClock(ServiceLevelClock Clock, PolicyDefinition Policy, Func<CalendarId, int, BusinessCalendar> Calendars);

/// <summary>Writes incidents with all that hangs on them by COPY, into the transaction there is. Nobody hears of it: it is past.</summary>
internal static class HistoryCopy
{
    public static async Task WriteAsync(ServiceDeskDbContext db, IReadOnlyList<PastIncident> built, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var past in built)
            WindUp(past, now);

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        List<Incident> incidents = [.. built.Select(b => b.Incident)];
        List<ServiceLevelClock> clocks = [.. built.SelectMany(b => b.Clocks).Select(c => c.Clock)];
        await BulkCopy.WriteAsync(connection, db.Model, incidents, ct);
        await BulkCopy.WriteAsync<TicketItem>(connection, db.Model, [.. incidents.SelectMany(i => i.Items)], ct);
        await BulkCopy.WriteAsync<TicketEvent>(connection, db.Model, [.. incidents.SelectMany(i => i.Timeline)], ct);
        await BulkCopy.WriteAsync<Comment>(connection, db.Model, [.. incidents.SelectMany(i => i.Comments)], ct);
        await BulkCopy.WriteAsync(connection, db.Model, clocks, ct);
        await BulkCopy.WriteAsync<LedgerEntry>(connection, db.Model, [.. clocks.SelectMany(c => c.Ledger)], ct);
        await BulkCopy.WriteAsync<ClockWake>(connection, db.Model, [.. clocks.SelectMany(c => c.Wakes)], ct);
        await SilenceAsync(db, [.. built.SelectMany(b => b.Clocks)], now, ct);
    }

    // A breach that has come by now is recorded; what lies ahead is planned.
    private static void WindUp(PastIncident past, DateTimeOffset now)
    {
        foreach (var (clock, policy, calendars) in past.Clocks)
        {
            clock.Observe(now, calendars);
            clock.Plan(policy.AlarmsFor(clock.Target).Select(a => a.Level), calendars);
        }

        past.Incident.Due(past.Clocks.Where(c => c.Clock.State == ClockState.Running).Min(c => c.Clock.DueAt));
    }

    // What a clock has reached before it came here counts as said: neither now nor when it goes on does anybody hear of it.
    private static async Task SilenceAsync(ServiceDeskDbContext db, IReadOnlyList<PastClock> clocks, DateTimeOffset now, CancellationToken ct)
    {
        Guid[] running = [.. clocks.Where(c => c.Clock.Wakes.Any(w => w.At <= now)).Select(c => c.Clock.Id.Value)];
        if (running.Length > 0)
            await db.Database.ExecuteSqlAsync($"update service_level_wakes set fired_at = {now} where clock_id = any({running}) and at <= {now}", ct);

        List<(ServiceLevelClock Clock, string Level)> reached =
        [
            .. from past in clocks
               where past.Clock.State == ClockState.Paused
               from level in past.Policy.AlarmsFor(past.Clock.Target).Select(a => a.Level).Append(WakeLevel.Due).Distinct()
               where level.Share is { } share && past.Clock.ElapsedSeconds >= past.Clock.TargetSeconds * share
               select (past.Clock, level.ToString()),
        ];
        Guid[] ids = [.. reached.Select(r => r.Clock.Id.Value)];
        Guid[] tickets = [.. reached.Select(r => r.Clock.TicketId.Value)];
        string[] levels = [.. reached.Select(r => r.Level)];
        if (ids.Length > 0)
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into service_level_wakes (clock_id, level, ticket_id, at, fired_at)
                select r.clock, r.level, r.ticket, {now}, {now} from unnest({ids}, {levels}, {tickets}) as r(clock, level, ticket)
                """, ct);
    }
}
