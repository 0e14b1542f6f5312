using Npgsql;

namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>
/// A real PostgreSQL 18 that belongs to this process: reached by a unix socket alone, stopped with it whatever way it ends, and
/// started again when it dies first.
/// </summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    // What a new server may say while the remains of the last one go: its shared memory, its socket's folder.
    private static readonly string[] Passing = ["shared memory block", "could not create lock file", "could not create Unix-domain socket"];
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly EmbeddedPostgresOptions options;
    private readonly string sockets;
    private readonly CancellationTokenSource stopping = new();
    private FileStream? owner;
    private string bin;
    private PostgresProcess? process;
    private Task supervision = Task.CompletedTask;

    private EmbeddedPostgresServer(EmbeddedPostgresOptions options, FileStream? owner, string bin, string sockets)
    {
        (this.options, this.owner, this.bin, this.sockets) = (options, owner, bin, sockets);
    }

    /// <summary>The postmaster's number; 0 while the server belongs to another process, or is between two starts.</summary>
    public int ProcessId => process?.Id ?? 0;

    /// <summary>Whether another process owns the server; when that one ends, the first of those who joined takes its place.</summary>
    public bool Joined => owner is null;

    public string SocketDirectory => sockets;

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = sockets, Port = 5432, Username = "postgres", Database = database }.ConnectionString;

    public static async Task<EmbeddedPostgresServer> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancel = default)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new EmbeddedPostgresException(
                "The embedded PostgreSQL runs on Linux and macOS. On Windows, give a PostgreSQL 18 in ConnectionStrings__ServiceDesk.");
        }

        options = options with { DataDirectory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataDirectory)) };
        Directory.CreateDirectory(Path.GetDirectoryName(options.DataDirectory)!);
        var owner = DataOwnership.TryTake(options.DataDirectory);
        if (owner is null) return await JoinAsync(options, cancel);
        try
        {
            return await StartOwnAsync(options, owner, cancel);
        }
        catch
        {
            await owner.DisposeAsync();
            throw;
        }
    }

    private static async Task<EmbeddedPostgresServer> StartOwnAsync(EmbeddedPostgresOptions options, FileStream owner, CancellationToken cancel)
    {
        await DataOwnership.WaitForPredecessorAsync(options, Patience, cancel);
        var bin = await PostgresBinaries.LocateAsync(options, cancel);
        await PostgresCluster.EnsureAsync(bin, options, cancel);
        // Not inside the data folder or TMPDIR: a socket's whole path is limited to 107 bytes, and its folder must be open to nobody.
        var sockets = Path.Combine("/tmp", "sd-pg-" + Path.GetRandomFileName());
        var server = new EmbeddedPostgresServer(options, owner, bin, sockets);
        try
        {
            server.process = await server.LaunchAsync(cancel);
        }
        catch
        {
            RemoveIfEmpty(sockets);
            throw;
        }

        if (!options.Ephemeral) server.supervision = server.SuperviseAsync();
        return server;
    }

    private static async Task<EmbeddedPostgresServer> JoinAsync(EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        var running = PostmasterFile.Read(options.DataDirectory);
        if (!options.JoinRunning) throw DataOwnership.InUse(options.DataDirectory, running);
        var asked = options.Clock.GetTimestamp();
        while (running is not { Ready: true })
        {
            if (options.Clock.GetElapsedTime(asked) > Patience) throw DataOwnership.InUse(options.DataDirectory, running);
            await Task.Delay(Look, options.Clock, cancel);
            running = PostmasterFile.Read(options.DataDirectory);
        }

        var server = new EmbeddedPostgresServer(options, owner: null, bin: "", running.SocketDirectory);
        server.supervision = server.TakeOverAsync();
        return server;
    }

    private async Task<PostgresProcess> LaunchAsync(CancellationToken cancel)
    {
        var started = options.Clock.GetTimestamp();
        while (true)
        {
            // Each time: the watcher of the server before may just have cleared the folder away.
            await UnprivilegedUser.MakeFolderAsync(sockets, cancel);
            var launched = PostgresProcess.Start(bin, sockets, options);
            if (await IsReadyAsync(launched, cancel)) return launched;

            // What a killed server left needs a moment to go; the file that names it does not go by itself.
            await launched.WaitForExitAsync(cancel);
            var complaint = launched.LastLines;
            var waiting = Passing.Any(word => complaint.Contains(word, StringComparison.Ordinal));
            launched.Release();
            launched.Dispose();
            if (!waiting || options.Clock.GetElapsedTime(started) > Patience)
            {
                throw new EmbeddedPostgresException($"PostgreSQL did not start on {options.DataDirectory}:{Environment.NewLine}{complaint}");
            }

            await Task.Delay(Look * 10, options.Clock, cancel);
        }
    }

    private async Task<bool> IsReadyAsync(PostgresProcess launched, CancellationToken cancel)
    {
        try
        {
            while (!launched.HasExited)
            {
                if (PostmasterFile.Read(options.DataDirectory) is { Ready: true } file && file.ProcessId == launched.Id) return true;
                await Task.Delay(Look, options.Clock, cancel);
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            await launched.StopAsync(Patience);
            launched.Dispose();
            throw;
        }
    }

    private async Task TakeOverAsync()
    {
        try
        {
            while ((owner = DataOwnership.TryTake(options.DataDirectory)) is null) await Task.Delay(Look * 20, options.Clock, stopping.Token);
            options.Progress?.Invoke("The process that kept PostgreSQL has ended; this one goes on with it");
            await DataOwnership.WaitForPredecessorAsync(options, Patience, stopping.Token);
            bin = await PostgresBinaries.LocateAsync(options, stopping.Token);
            process = await LaunchAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (EmbeddedPostgresException e)
        {
            options.Progress?.Invoke(e.Message);
            return;
        }

        await SuperviseAsync();
    }

    private async Task SuperviseAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var ended = process!;
                await ended.WaitForExitAsync(stopping.Token);
                options.Progress?.Invoke("PostgreSQL ended by itself; starting it again");
                process = null;
                ended.Release();
                ended.Dispose();
                process = await LaunchAsync(stopping.Token);
                options.Progress?.Invoke("PostgreSQL is back");
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (EmbeddedPostgresException e)
            {
                options.Progress?.Invoke(e.Message);
                return;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested) return;
        await stopping.CancelAsync();
        await supervision;
        if (process is not null)
        {
            await process.StopAsync(Patience);
            process.Dispose();
            RemoveIfEmpty(sockets);
        }

        if (owner is null) return;
        if (options.Ephemeral) RemoveData();
        await owner.DisposeAsync();
    }

    // A stopped server clears its socket; one that took its place may have made its own there.
    private static void RemoveIfEmpty(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder);
        }
        catch (IOException)
        {
            // In use again, or the watcher was faster.
        }
    }

    private void RemoveData()
    {
        try
        {
            if (Directory.Exists(options.DataDirectory)) Directory.Delete(options.DataDirectory, recursive: true);
        }
        catch (IOException)
        {
            // The watcher clears the same folder at the same moment; what it has left goes now.
            if (Directory.Exists(options.DataDirectory)) Directory.Delete(options.DataDirectory, recursive: true);
        }

        File.Delete(DataOwnership.LockFile(options.DataDirectory));
    }
}
