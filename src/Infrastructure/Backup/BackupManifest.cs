using System.Text.Json;

namespace ServiceDesk.Infrastructure.Backup;

/// <summary>What is in a backup folder; written last, so that a folder without it is no backup.</summary>
internal sealed record BackupManifest
{
    public const int CurrentFormat = 1;
    public const string FileName = "manifest.json";
    public const string Tables = "tables";
    public const string Attachments = "attachments";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required int Format { get; init; }
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The migrations the schema has, in order.</summary>
    public required IReadOnlyList<string> Schema { get; init; }
    public required IReadOnlyList<TableBackup> TableFiles { get; init; }
    public required IReadOnlyList<SequenceBackup> Sequences { get; init; }

    /// <summary>How many files lie under attachments, each named by its SHA-256.</summary>
    public required int AttachmentFiles { get; init; }

    public async Task WriteAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, FileName);
        await using (var file = new FileStream(path + ".part", FileMode.Create, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(file, this, Json, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path);
    }

    public static async Task<BackupManifest> ReadAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new BackupException($"{folder} holds no {FileName}: it is no backup, or one that was not finished.");

        try
        {
            await using var file = File.OpenRead(path);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(file, Json, ct);
            if (manifest?.Format == CurrentFormat)
                return manifest;
        }
        catch (JsonException)
        {
        }

        throw new BackupException($"{path} is damaged or of another format.");
    }
}

/// <summary>One table's rows, as PostgreSQL's binary COPY, gzipped.</summary>
internal sealed record TableBackup(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256)
{
    public string File => Name + ".copy.gz";
}

internal sealed record SequenceBackup(string Name, long Value, bool IsCalled);

/// <summary>A backup cannot be made or brought back, for a reason an operator can act on.</summary>
public sealed class BackupException(string message) : Exception(message);
