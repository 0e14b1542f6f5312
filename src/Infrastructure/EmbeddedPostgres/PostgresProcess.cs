using System.Collections.Concurrent;
using System.Diagnostics;

namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>A postmaster tied to this process by a pipe: when we close it, or die in any way, the server shuts down.</summary>
internal sealed class PostgresProcess : IDisposable
{
    // The shell becomes postgres, so its number is the postmaster's; the watcher outlives us by as long as the shutdown takes.
    private const string Launcher = """
        exec 3<&0
        {
          if read -r _ <&3; then exit 0; fi
          tries=0
          while [ $tries -lt 3000 ] && kill -INT $$ 2>/dev/null; do tries=$((tries + 1)); sleep 0.1; done
          rmdir "$SD_SOCKETS"
          if [ -n "$SD_THROW_AWAY" ]; then rm -rf "$SD_THROW_AWAY"; fi
        } >/dev/null 2>&1 &
        exec "$@" </dev/null 3<&-
        """;

    private const int KeptLines = 20;
    private readonly Process process;
    private readonly ConcurrentQueue<string> lastLines = new();

    private PostgresProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public string LastLines => string.Join(Environment.NewLine, lastLines);

    public static PostgresProcess Start(string bin, string sockets, EmbeddedPostgresOptions options)
    {
        List<string> command = [];
        // A session of its own keeps a terminal's Ctrl-C from the database until the application has drained.
        if (OperatingSystem.IsLinux()) command.Add("setsid");
        command.AddRange(UnprivilegedUser.Prefix);
        command.AddRange(["sh", "-c", Launcher, "sh", Path.Combine(bin, "postgres"), "-D", options.DataDirectory]);
        command.AddRange(["-c", "listen_addresses=", "-c", $"unix_socket_directories={sockets}", "-c", "unix_socket_permissions=0700", "-c", "port=5432"]);
        foreach (var (name, value) in options.EffectiveSettings()) command.AddRange(["-c", $"{name}={value}"]);

        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        UnprivilegedUser.CleanEnvironment(start);
        start.Environment["SD_SOCKETS"] = sockets;
        start.Environment["SD_THROW_AWAY"] = options.Ephemeral ? options.DataDirectory : "";
        return Follow(Process.Start(start)!, options);
    }

    private static PostgresProcess Follow(Process process, EmbeddedPostgresOptions options)
    {
        var postgres = new PostgresProcess(process);
        DataReceivedEventHandler keep = (_, e) =>
        {
            if (e.Data is not { } line) return;
            postgres.lastLines.Enqueue(line);
            while (postgres.lastLines.Count > KeptLines) postgres.lastLines.TryDequeue(out var _);
            options.Log?.Invoke(line);
        };
        process.ErrorDataReceived += keep;
        process.OutputDataReceived += keep;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return postgres;
    }

    public Task WaitForExitAsync(CancellationToken cancel = default) => process.WaitForExitAsync(cancel);

    /// <summary>Tells the watcher that this server died by itself and another takes over its socket.</summary>
    public void Release()
    {
        try
        {
            process.StandardInput.WriteLine("released");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The watcher died with its server.
        }
    }

    /// <summary>A fast shutdown: sessions are ended, everything committed is on disk.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The write-ahead log makes this safe; the next start recovers.
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose() => process.Dispose();
}
