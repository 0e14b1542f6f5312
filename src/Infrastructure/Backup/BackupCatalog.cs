using Npgsql;

namespace ServiceDesk.Infrastructure.Backup;

/// <summary>What a database has that a backup must carry.</summary>
internal static class BackupCatalog
{
    // Migrations keep these themselves.
    private const string NotCarried = "('__EFMigrationsHistory', 'repeatable_scripts')";

    /// <summary>Tables with the columns that are written, in the order they were made.</summary>
    public static Task<List<(string Name, string[] Columns)>> TablesAsync(NpgsqlConnection connection, CancellationToken ct) => ListAsync(connection, $"""
        select c.relname, array_agg(a.attname::text order by a.attnum)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where n.nspname = 'public' and c.relkind = 'r' and not c.relispartition and c.relname not in {NotCarried}
        group by c.relname order by c.relname
        """, r => (r.GetString(0), r.GetFieldValue<string[]>(1)), ct);

    public static Task<List<string>> MigrationsAsync(NpgsqlConnection connection, CancellationToken ct) =>
        ListAsync(connection, """select "MigrationId" from "__EFMigrationsHistory" order by 1""", r => r.GetString(0), ct);

    public static Task<List<(string Table, string Name, string Definition)>> ForeignKeysAsync(NpgsqlConnection connection, CancellationToken ct) =>
        ListAsync(connection, """
            select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
            from pg_constraint c join pg_namespace n on n.oid = c.connamespace where c.contype = 'f' and n.nspname = 'public' and c.conparentid = 0
            """, r => (r.GetString(0), r.GetString(1), r.GetString(2)), ct);

    /// <summary>Where each sequence stands. Read after the rows: a sequence may be ahead of them, never behind.</summary>
    public static async Task<List<SequenceBackup>> SequencesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var names = await ListAsync(connection, "select quote_ident(sequencename) from pg_sequences where schemaname = 'public' order by 1", r => r.GetString(0), ct);
        List<SequenceBackup> sequences = [];
        foreach (var name in names)
            sequences.AddRange(await ListAsync(connection, $"select last_value, is_called from {name}", r => new SequenceBackup(name, r.GetInt64(0), r.GetBoolean(1)), ct));
        return sequences;
    }

    public static async Task<List<T>> ListAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<T> rows = [];
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }

    public static string Quoted(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
