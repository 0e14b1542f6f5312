using Npgsql;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.Audit;

/// <summary>
/// Chains audit entries in the order (xid, id), up to the oldest transaction that is still running: nothing can appear before what is
/// chained. One server at a time.
/// </summary>
internal sealed class AuditSealer(NpgsqlDataSource dataSource) : IWorkStep
{
    private const int Batch = 2_000;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongRest = TimeSpan.FromMinutes(1);

    public async Task<TimeSpan> RunOnceAsync(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var take = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = AuditChain.LockKey } } })
        {
            if (!(bool)(await take.ExecuteScalarAsync(ct))!)
                return Soon;
        }

        var (links, head) = await NextAsync(connection, await HeadAsync(connection, ct), ct);
        if (links.Count > 0)
            await WriteAsync(connection, links, ct);
        await transaction.CommitAsync(ct);
        if (links.Count == Batch)
            return TimeSpan.Zero;
        return await IsPendingAsync(connection, head, ct) ? Soon : LongRest;
    }

    private static async Task<Head> HeadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select s.position, s.hash, e.xid, e.id from audit_seals s join audit_entries e on e.id = s.entry_id order by s.position desc limit 1", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new Head(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<ulong>(2), reader.GetInt64(3))
            : new Head(0, AuditChain.Origin, 0, 0);
    }

    private static async Task<(List<(long Position, long Entry, byte[] Hash)> Links, Head Head)> NextAsync(
        NpgsqlConnection connection, Head head, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select {AuditChain.Columns}, e.xid from audit_entries e
            where (e.xid, e.id) > ($1, $2) and e.xid < pg_snapshot_xmin(pg_current_snapshot()) order by e.xid, e.id limit {Batch}
            """, connection)
        {
            Parameters = { new() { Value = head.Xid, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Xid8 }, new() { Value = head.Entry } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<(long, long, byte[])> links = [];
        while (await reader.ReadAsync(ct))
        {
            head = new Head(
                head.Position + 1, AuditChain.HashOf(reader, 0, head.Hash), reader.GetFieldValue<ulong>(reader.FieldCount - 1), reader.GetInt64(0));
            links.Add((head.Position, head.Entry, head.Hash));
        }

        return (links, head);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, List<(long Position, long Entry, byte[] Hash)> links, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "insert into audit_seals (position, entry_id, hash) select * from unnest($1::bigint[], $2::bigint[], $3::bytea[])", connection)
        {
            Parameters =
            {
                new() { Value = links.Select(l => l.Position).ToArray() },
                new() { Value = links.Select(l => l.Entry).ToArray() },
                new() { Value = links.Select(l => l.Hash).ToArray() },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    // Compared with values: against a subquery PostgreSQL reads the whole trail instead of the end of its index.
    private static async Task<bool> IsPendingAsync(NpgsqlConnection connection, Head head, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select exists (select 1 from audit_entries e where (e.xid, e.id) > ($1, $2))", connection)
        {
            Parameters = { new() { Value = head.Xid, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Xid8 }, new() { Value = head.Entry } },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private sealed record Head(long Position, byte[] Hash, ulong Xid, long Entry);
}
