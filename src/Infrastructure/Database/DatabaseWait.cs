using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>
/// A server may be started while its database still is, or recovers from a crash: it waits a minute for it, so that a restart of both
/// needs no hands. A wrong password or host name is told at once.
/// </summary>
public static class DatabaseWait
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private const int MostAttempts = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task UntilReachableAsync(string connectionString, Action<string> progress, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(progress);

        // The database itself may not be there yet: that is for the migrations to say.
        await using var source = PlainDataSource.To(connectionString, timeout: 5);
        var waited = Stopwatch.StartNew();
        for (var told = false; ; told = true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(ct);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                return;
            }
            catch (NpgsqlException e) when (waited.Elapsed < Longest && IsForNow(e))
            {
                if (!told)
                    progress("Waiting for the database to come up.");
            }

            await Task.Delay(Pause, TimeProvider.System, ct);
        }
    }

    /// <summary>Does what a start needs; begins again when the database went away in the middle of it.</summary>
    public static async Task PersistAsync(string connectionString, Func<Task> work, Action<string> progress, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(work);

        for (var attempt = 1; ; attempt++)
        {
            await UntilReachableAsync(connectionString, progress, ct);
            try
            {
                await work();
                return;
            }
            catch (Exception e) when (attempt < MostAttempts && IsTransient(e))
            {
                await Task.Delay(Pause, TimeProvider.System, ct);
            }
        }
    }

    private static bool IsTransient(Exception e) => e is NpgsqlException { IsTransient: true } || (e.InnerException is { } inner && IsTransient(inner));

    private static bool IsForNow(NpgsqlException e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow }
        || e.InnerException is SocketException { SocketErrorCode: not (SocketError.HostNotFound or SocketError.NoData) } or TimeoutException or IOException;
}
