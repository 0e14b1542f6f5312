using System.Runtime.CompilerServices;
using Npgsql;
using ServiceDesk.Infrastructure.Verification;

namespace ServiceDesk.Infrastructure.Audit;

/// <summary>Walks the chain from its beginning: an entry that was changed, taken out or slipped in shows at its place.</summary>
internal sealed class AuditVerification(NpgsqlDataSource dataSource) : IVerification
{
    private const string Chain = $"""
        select s.position, s.entry_id, s.hash, {AuditChain.Columns}
        from audit_seals s left join audit_entries e on e.id = s.entry_id order by s.position
        """;

    // Nothing can rightly appear before the last entry that is chained.
    private const string SlippedIn = """
        select e.id, e.entity, e.entity_id from audit_entries e
        where (e.xid, e.id) <= (select h.xid, h.id from audit_seals s join audit_entries h on h.id = s.entry_id order by s.position desc limit 1)
          and not exists (select 1 from audit_seals s where s.entry_id = e.id)
        order by e.id
        """;

    public string Name => "audit chain";

    public async IAsyncEnumerable<Finding> RunAsync(IProgress<long> looked, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var (expected, previous, count) = (1L, AuditChain.Origin, 0L);
        await using (var command = new NpgsqlCommand(Chain, connection) { CommandTimeout = 0 })
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
            {
                var (position, entry, hash) = (row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));
                if (position != expected)
                    yield return new Finding($"seals {expected} to {position - 1}", "are missing from the chain.");
                if (row.IsDBNull(3))
                    yield return new Finding($"audit entry {entry}", $"was removed (seal {position}).");
                else if (position == expected && !AuditChain.HashOf(row, 3, previous).AsSpan().SequenceEqual(hash))
                    yield return new Finding($"audit entry {entry}", $"is not what was sealed (seal {position}).");
                (expected, previous) = (position + 1, hash);
                looked.Report(++count);
            }
        }

        await using var search = new NpgsqlCommand(SlippedIn, connection) { CommandTimeout = 0 };
        await using var extra = await search.ExecuteReaderAsync(ct);
        while (await extra.ReadAsync(ct))
            yield return new Finding($"audit entry {extra.GetInt64(0)}", $"about {extra.GetString(1)} {extra.GetString(2)} was slipped in before what was sealed.");
    }
}
