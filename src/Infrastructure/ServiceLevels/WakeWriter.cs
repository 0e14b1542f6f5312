using Npgsql;
using NpgsqlTypes;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>Writes a batch of verdicts in a fixed number of statements, whatever its size.</summary>
internal static class WakeWriter
{
    private const string MarkWakes = """
        update service_level_wakes w set at = v.at, fired_at = case when v.fired then $5 end
        from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::boolean[]) v(clock_id, level, at, fired)
        where w.clock_id = v.clock_id and w.level = v.level
        """;

    private const string MarkClocks = """
        update service_level_clocks c
        set as_of = v.as_of, elapsed_seconds = v.elapsed, due_at = v.due_at, breached_at = v.breached_at, used_up_at = v.used_up_at,
            last_sequence = v.last_sequence, last_why = v.last_why
        from unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::integer[], $8::text[])
            v(id, as_of, elapsed, due_at, breached_at, used_up_at, last_sequence, last_why)
        where c.id = v.id
        """;

    public static async Task WriteAsync(
        ServiceDeskDbContext db, NpgsqlTransaction transaction, WakeVerdicts verdicts, DateTimeOffset now, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Wakes(verdicts.Wakes, now));
        if (verdicts.Breached.Count > 0)
            batch.BatchCommands.Add(Clocks(verdicts.Breached));
        await batch.ExecuteNonQueryAsync(ct);

        await BulkCopy.WriteAsync<LedgerEntry>(connection, db.Model, [.. verdicts.Breached.SelectMany(c => c.Ledger)], ct);
        await BulkCopy.WriteAsync<OutboxMessage>(connection, db.Model, [.. verdicts.Events.Select(e => ToMessage(e, now))], ct);
    }

    private static NpgsqlBatchCommand Wakes(List<WakeVerdicts.Verdict> wakes, DateTimeOffset now) => Command(
        MarkWakes, wakes.Select(w => w.ClockId).ToArray(), wakes.Select(w => w.Level).ToArray(), wakes.Select(w => Utc(w.At)).ToArray(),
        wakes.Select(w => w.Fired).ToArray(), now.UtcDateTime);

    private static NpgsqlBatchCommand Clocks(List<ServiceLevelClock> clocks) => Command(
        MarkClocks, clocks.Select(c => c.Id.Value).ToArray(), clocks.Select(c => c.AsOf.UtcDateTime).ToArray(),
        clocks.Select(c => c.ElapsedSeconds).ToArray(), clocks.Select(c => Utc(c.DueAt)).ToArray(), clocks.Select(c => Utc(c.BreachedAt)).ToArray(),
        clocks.Select(c => Utc(c.UsedUpAt)).ToArray(), clocks.Select(c => c.LastSequence).ToArray(), clocks.Select(c => c.LastWhy).ToArray());

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value is DateTime?[] or DateTime[]? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz }
                : new NpgsqlParameter { Value = value });

        return command;
    }

    private static OutboxMessage ToMessage(IDomainEvent e, DateTimeOffset now) => new()
    {
        Name = EventCatalog.NameOf(e),
        Payload = EventCatalog.Write(e),
        TicketId = (e as IAboutTicket)?.TicketId.Value,
        Internal = e is AlarmFired,
        ActorId = UserId.System.Value,
        At = now,
        DueAt = now,
    };

    private static DateTime? Utc(DateTimeOffset? at) => at?.UtcDateTime;
}
