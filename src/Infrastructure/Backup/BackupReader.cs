using System.IO.Compression;
using System.Security.Cryptography;
using Npgsql;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Storage;

namespace ServiceDesk.Infrastructure.Backup;

/// <summary>Brings a backup back into an empty database: all of it, in one transaction, or nothing.</summary>
public sealed class BackupReader(string connectionString, AttachmentFolder attachments, Action<string> say)
{
    public async Task RestoreAsync(string folder, CancellationToken ct)
    {
        var manifest = await BackupManifest.ReadAsync(folder, ct);
        RefuseOtherSchema(manifest);
        await RefuseDamageAsync(manifest, folder, ct);
        await RefuseDataAsync(ct);

        await Migrator.MigrateAsync(connectionString, ct);
        await LoadAsync(manifest, folder, ct);
        var files = await CopyAttachmentsAsync(folder, ct);
        if (files != manifest.AttachmentFiles)
            throw new BackupException($"The backup names {manifest.AttachmentFiles} attachments and holds {files}.");

        say($"attachments: {files} files");
        // Once more, for what depends on the rows: transactions are counted anew here.
        await Migrator.MigrateAsync(connectionString, ct);
    }

    private static void RefuseOtherSchema(BackupManifest manifest)
    {
        var known = Migrator.Known();
        if (!manifest.Schema.SequenceEqual(known))
            throw new BackupException(
                $"The backup has the schema {manifest.Schema[^1]} ({manifest.Schema.Count} migrations), this release {known[^1]} ({known.Count}). "
                + "Restore it with the release it was made by, then upgrade.");
    }

    private static async Task RefuseDamageAsync(BackupManifest manifest, string folder, CancellationToken ct)
    {
        foreach (var table in manifest.TableFiles)
        {
            var path = Path.Combine(folder, BackupManifest.Tables, table.File);
            if (!File.Exists(path))
                throw new BackupException($"{path} is missing.");
            await using var file = File.OpenRead(path);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) != table.Sha256)
                throw new BackupException($"{path} is damaged: its SHA-256 is not the one noted in {BackupManifest.FileName}.");
        }

        foreach (var path in AttachmentsIn(folder))
        {
            await using var file = File.OpenRead(path);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) != Path.GetFileName(path))
                throw new BackupException($"{path} is damaged: its SHA-256 is not its name.");
        }
    }

    private async Task RefuseDataAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(ct);
            var found = await BackupCatalog.ListAsync(
                connection, "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind in ('r', 'p') limit 1",
                r => r.GetString(0), ct);
            if (found.Count > 0)
                throw new BackupException($"The database {connection.Database} is not empty (it has the table {found[0]}). Restore into an empty one.");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            // There is no such database yet; migrating makes it.
        }
    }

    private async Task LoadAsync(BackupManifest manifest, string folder, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, KeepAlive = 30 }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var keys = await BackupCatalog.ForeignKeysAsync(connection, ct);
        var here = await BackupCatalog.TablesAsync(connection, ct);
        // References go round in circles (a team has a lead, a person a team): checked as a whole when all rows are there.
        foreach (var (table, name, _) in keys)
            await BackupCatalog.ExecuteAsync(connection, $"alter table {table} drop constraint {name}", ct);
        await BackupCatalog.ExecuteAsync(connection, $"truncate {string.Join(", ", here.Select(t => BackupCatalog.Quoted(t.Name)))}", ct);
        foreach (var table in manifest.TableFiles)
            await LoadAsync(connection, table, folder, ct);
        foreach (var sequence in manifest.Sequences)
            await BackupCatalog.ExecuteAsync(
                connection, $"select setval('{sequence.Name.Replace("'", "''", StringComparison.Ordinal)}', {sequence.Value}, {sequence.IsCalled})", ct);
        say("references …");
        foreach (var (table, name, definition) in keys)
            await BackupCatalog.ExecuteAsync(connection, $"alter table {table} add constraint {name} {definition}", ct);
        await transaction.CommitAsync(ct);
        await BackupCatalog.ExecuteAsync(connection, "analyze", ct);
    }

    private async Task LoadAsync(NpgsqlConnection connection, TableBackup table, string folder, CancellationToken ct)
    {
        var name = BackupCatalog.Quoted(table.Name);
        await BackupCatalog.ExecuteAsync(connection, $"alter table {name} disable trigger user", ct);
        await using (var file = File.OpenRead(Path.Combine(folder, BackupManifest.Tables, table.File)))
        await using (var rows = new GZipStream(file, CompressionMode.Decompress))
        await using (var copy = await connection.BeginRawBinaryCopyAsync(
            $"copy {name} ({string.Join(", ", table.Columns.Select(BackupCatalog.Quoted))}) from stdin (format binary)", ct))
            await rows.CopyToAsync(copy, ct);
        await BackupCatalog.ExecuteAsync(connection, $"alter table {name} enable trigger user", ct);

        var count = await BackupCatalog.ListAsync(connection, $"select count(*) from {name}", r => r.GetInt64(0), ct);
        if (count[0] != table.Rows)
            throw new BackupException($"{table.Name} has {count[0]} rows where the backup notes {table.Rows}.");
        say($"{table.Name}: {table.Rows} rows");
    }

    private async Task<int> CopyAttachmentsAsync(string folder, CancellationToken ct)
    {
        var count = 0;
        foreach (var path in AttachmentsIn(folder))
        {
            await using var content = File.OpenRead(path);
            await attachments.SaveAsync(content, ct);
            count++;
        }

        return count;
    }

    private static IEnumerable<string> AttachmentsIn(string folder)
    {
        var attachments = Path.Combine(folder, BackupManifest.Attachments);
        return Directory.Exists(attachments) ? Directory.EnumerateFiles(attachments, "*", SearchOption.AllDirectories) : [];
    }
}
