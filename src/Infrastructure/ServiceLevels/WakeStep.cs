using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Outbox;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>
/// Fires what is due, in order: records breaches and raises alarms, each once per clock and level, in one transaction with its mark.
/// A batch costs a handful of statements. Tickets are not touched; what an alarm does to one is a reaction's work.
/// </summary>
public sealed class WakeStep(ServiceDeskDbContext db, IPolicyBook book, CalendarLibrary library, ChangeSignal signal, TimeProvider clock) : IWorkStep
{
    internal const int BatchSize = 200;

    public async Task<TimeSpan> RunOnceAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var due = await TakeAsync(now, ct);
        if (due.Count == 0)
            return await UntilNextAsync(now, ct);

        var verdicts = await JudgeAsync(due, now, ct);
        await WakeWriter.WriteAsync(db, (NpgsqlTransaction)transaction.GetDbTransaction(), verdicts, now, ct);
        await transaction.CommitAsync(ct);
        if (verdicts.Events.Count > 0)
            signal.Poke();

        return TimeSpan.Zero;
    }

    // A wake whose clock a command is changing is left to the next round: what it says is about to be out of date.
    private Task<List<DueWake>> TakeAsync(DateTimeOffset now, CancellationToken ct) => db.Database.SqlQuery<DueWake>($"""
        select w.clock_id as "ClockId", w.level as "Level", t.version as "TicketVersion"
        from service_level_wakes w
        join service_level_clocks c on c.id = w.clock_id
        join tickets t on t.id = c.ticket_id
        where w.fired_at is null and w.at <= {now}
        order by w.at, w.clock_id, w.level limit {BatchSize} for update of w, c skip locked
        """).ToListAsync(ct);

    private async Task<TimeSpan> UntilNextAsync(DateTimeOffset now, CancellationToken ct)
    {
        var next = await db.Set<ClockWake>().Where(w => w.FiredAt == null && w.At != null).MinAsync(w => w.At, ct);
        var rest = next - now ?? TimeSpan.MaxValue;
        return rest > TimeSpan.Zero ? rest : TimeSpan.FromMilliseconds(20);
    }

    private async Task<WakeVerdicts> JudgeAsync(List<DueWake> due, DateTimeOffset now, CancellationToken ct)
    {
        ClockId[] ids = [.. due.Select(d => new ClockId(d.ClockId)).Distinct()];
        var clocks = await db.Set<ServiceLevelClock>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id.Value, ct);
        var calendars = await library.OpenAllAsync(clocks.Values.Select(c => (c.CalendarId, c.CalendarVersion)), ct);
        var verdicts = new WakeVerdicts();
        foreach (var wake in due)
        {
            var c = clocks[wake.ClockId];
            verdicts.Judge(wake, c, await book.DefinitionAsync(c.PolicyId, c.PolicyVersion, ct), calendars, now);
        }

        verdicts.Collect(clocks.Values);
        return verdicts;
    }
}

/// <summary>A wake that may be due, and the version of its ticket.</summary>
internal sealed record DueWake(Guid ClockId, string Level, long TicketVersion);
