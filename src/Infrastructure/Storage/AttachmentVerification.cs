using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Npgsql;
using ServiceDesk.Infrastructure.Verification;

namespace ServiceDesk.Infrastructure.Storage;

/// <summary>Every attachment has its file, and the file is what was uploaded.</summary>
internal sealed class AttachmentVerification(NpgsqlDataSource dataSource, AttachmentFolder folder) : IVerification
{
    public string Name => "attachments";

    public async IAsyncEnumerable<Finding> RunAsync(IProgress<long> looked, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand("select hash, min(id::text), min(size), max(size) from attachments where removed_at is null group by hash");
        command.CommandTimeout = 0;
        await using var row = await command.ExecuteReaderAsync(ct);
        for (var count = 1L; await row.ReadAsync(ct); count++)
        {
            var hash = row.GetFieldValue<byte[]>(0);
            var subject = $"attachment {row.GetString(1)}";
            if (await WrongAsync(hash, ct) is { } wrong)
                yield return new Finding(subject, wrong);
            else if (row.GetInt64(2) != row.GetInt64(3) || row.GetInt64(2) != new FileInfo(folder.PathOf(hash)).Length)
                yield return new Finding(subject, "has another size than its file.");
            looked.Report(count);
        }
    }

    private async Task<string?> WrongAsync(byte[] hash, CancellationToken ct)
    {
        if (!folder.Holds(hash))
            return $"has no file {folder.PathOf(hash)}.";

        await using var content = folder.Open(hash);
        return (await SHA256.HashDataAsync(content, ct)).AsSpan().SequenceEqual(hash) ? null : $"has a damaged file {folder.PathOf(hash)}.";
    }
}
