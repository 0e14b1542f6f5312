using System.Runtime.CompilerServices;
using Npgsql;

namespace ServiceDesk.Infrastructure.Verification;

/// <summary>Every foreign key holds. PostgreSQL sees to that; a damaged file system or a restore with triggers off would not.</summary>
internal sealed class ReferenceVerification(NpgsqlDataSource dataSource) : IVerification
{
    private const int MostShown = 20;

    private const string Keys = """
        select c.conname, c.conrelid::regclass::text, c.confrelid::regclass::text,
               (select string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ')
                from unnest(c.conkey, c.confkey) as k(child, parent)
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.child
                join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.parent),
               (select string_agg(format('c.%I is not null', a.attname), ' and ')
                from unnest(c.conkey) as k(child) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.child)
        from pg_constraint c join pg_namespace n on n.oid = c.connamespace
        where c.contype = 'f' and n.nspname = 'public' order by c.conname
        """;

    public string Name => "references";

    public async IAsyncEnumerable<Finding> RunAsync(IProgress<long> looked, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        var keys = await KeysAsync(connection, ct);
        for (var i = 0; i < keys.Count; i++)
        {
            var (name, child, parent, match, present) = keys[i];
            await using var command = new NpgsqlCommand(
                $"select c.*::text from {child} c where {present} and not exists (select 1 from {parent} p where {match}) limit {MostShown}", connection)
            {
                CommandTimeout = 0,
            };
            await using var orphans = await command.ExecuteReaderAsync(ct);
            while (await orphans.ReadAsync(ct))
                yield return new Finding($"{child} {Short(orphans.GetString(0))}", $"names a row of {parent} that is not there ({name}).");
            looked.Report(i + 1);
        }
    }

    private static async Task<List<(string Name, string Child, string Parent, string Match, string Present)>> KeysAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Keys, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<(string, string, string, string, string)> keys = [];
        while (await reader.ReadAsync(ct))
            keys.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
        return keys;
    }

    // The key comes first; the rest may be personal.
    private static string Short(string row) => row.Length <= 60 ? row : row[..60] + "…";
}
