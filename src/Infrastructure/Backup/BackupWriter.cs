using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using Npgsql;
using ServiceDesk.Infrastructure.Storage;

namespace ServiceDesk.Infrastructure.Backup;

/// <summary>Writes database and attachments of one moment into an empty folder, while servers go on working.</summary>
public sealed class BackupWriter(string connectionString, AttachmentFolder attachments, TimeProvider clock, Action<string> say)
{
    public async Task WriteAsync(string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new BackupException($"{folder} is not empty. Name a new folder.");

        Directory.CreateDirectory(Path.Combine(folder, BackupManifest.Tables));
        await using var connection = new NpgsqlConnection(Patient(connectionString));
        await connection.OpenAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await BackupCatalog.ExecuteAsync(connection, "set transaction read only", ct);

        var takenAt = clock.GetUtcNow();
        List<TableBackup> tables = [];
        foreach (var (name, columns) in await BackupCatalog.TablesAsync(connection, ct))
        {
            tables.Add(await CopyAsync(connection, folder, name, columns, ct));
            say($"{name}: {tables[^1].Rows} rows");
        }

        var files = await CopyAttachmentsAsync(connection, folder, ct);
        say($"attachments: {files} files");
        await new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            TakenAt = takenAt,
            Schema = await BackupCatalog.MigrationsAsync(connection, ct),
            TableFiles = tables,
            Sequences = await BackupCatalog.SequencesAsync(connection, ct),
            AttachmentFiles = files,
        }.WriteAsync(folder, ct);
    }

    private static async Task<TableBackup> CopyAsync(NpgsqlConnection connection, string folder, string name, string[] columns, CancellationToken ct)
    {
        var table = BackupCatalog.Quoted(name);
        var path = Path.Combine(folder, BackupManifest.Tables, new TableBackup(name, columns, 0, "").File);
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite))
        {
            await using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
            await using (var rows = await connection.BeginRawBinaryCopyAsync(
                $"copy {table} ({string.Join(", ", columns.Select(BackupCatalog.Quoted))}) to stdout (format binary)", ct))
                await rows.CopyToAsync(packed, ct);
            file.Flush(flushToDisk: true);
        }

        var count = await BackupCatalog.ListAsync(connection, $"select count(*) from {table}", r => r.GetInt64(0), ct);
        await using var written = File.OpenRead(path);
        return new TableBackup(name, columns, count[0], Convert.ToHexStringLower(await SHA256.HashDataAsync(written, ct)));
    }

    // After the rows: files are only added, and stay a day after their last row went.
    private async Task<int> CopyAttachmentsAsync(NpgsqlConnection connection, string folder, CancellationToken ct)
    {
        var hashes = await BackupCatalog.ListAsync(
            connection, "select distinct hash from attachments where removed_at is null", r => r.GetFieldValue<byte[]>(0), ct);
        var target = new AttachmentFolder(Path.Combine(folder, BackupManifest.Attachments));
        foreach (var hash in hashes)
        {
            if (!attachments.Holds(hash))
                throw new BackupException($"The attachment {Convert.ToHexStringLower(hash)} has no file in {attachments.Root}. Run 'verify'.");
            await using var content = attachments.Open(hash);
            var copied = await target.SaveAsync(content, ct);
            if (!copied.Hash.AsSpan().SequenceEqual(hash))
                throw new BackupException($"The file {attachments.PathOf(hash)} is damaged. Run 'verify'.");
        }

        return hashes.Count;
    }

    private static string Patient(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, KeepAlive = 30 }.ConnectionString;
}
