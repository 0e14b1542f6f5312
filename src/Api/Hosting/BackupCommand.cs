using ServiceDesk.Infrastructure.Backup;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Storage;

namespace ServiceDesk.Api.Hosting;

/// <summary>backup and restore: one documented command each (docs/operations.md).</summary>
internal static class BackupCommand
{
    public static Task<int> BackupAsync(string[] args, string? folder) => OperatorCommand.RunWithDatabaseAsync(args, async (builder, database, ct) =>
    {
        var target = Path.GetFullPath(folder ?? throw new StartException("backup <folder>: name the folder to write to."));
        var pending = await Migrator.PendingAsync(database.Owner, ct);
        if (pending.Count > 0)
            throw new StartException($"The database lacks {string.Join(", ", pending)}. Run 'migrate' once, or back it up with the release it belongs to.");

        await new BackupWriter(database.Owner, AttachmentFolder.Of(builder.Configuration), TimeProvider.System, Console.WriteLine).WriteAsync(target, ct);
        Console.WriteLine($"The backup is in {target}. It holds everything, secrets too: keep it off this machine and closed to others.");
        return 0;
    });

    public static async Task<int> RestoreAsync(string[] args, string? folder)
    {
        var restored = await OperatorCommand.RunWithDatabaseAsync(args, async (builder, database, ct) =>
        {
            var source = Path.GetFullPath(folder ?? throw new StartException("restore <folder>: name the folder of the backup."));
            await new BackupReader(database.Owner, AttachmentFolder.Of(builder.Configuration), Console.WriteLine).RestoreAsync(source, ct);
            Console.WriteLine("Restored. Now it is verified …");
            return 0;
        });
        return restored == 0 ? await VerifyCommand.RunAsync(args) : restored;
    }
}
