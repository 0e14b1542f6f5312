using System.Runtime.InteropServices;
using Npgsql;
using ServiceDesk.Infrastructure.Backup;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Hosting;

/// <summary>A command that works on the database beside the servers: as the system, until it is done or Ctrl-C.</summary>
internal static class OperatorCommand
{
    /// <summary>Connects, makes sure of the schema, and runs <paramref name="work"/> in a scope; its answer is the exit code.</summary>
    public static Task<int> RunAsync(string[] args, Func<IServiceProvider, CancellationToken, Task<int>> work) =>
        RunWithDatabaseAsync(args, async (builder, database, ct) =>
        {
            var pending = await Migrator.PendingAsync(database.Owner, ct);
            if (pending.Count > 0)
                throw new StartException($"The database lacks {string.Join(", ", pending)}. Run 'migrate' once, then try again.");

            await using var app = ServiceDeskHost.Build(builder, database.Connection);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().Is(new SystemUser());
            return await work(scope.ServiceProvider, ct);
        });

    /// <summary>Connects and runs <paramref name="work"/>, whatever the schema.</summary>
    public static async Task<int> RunWithDatabaseAsync(string[] args, Func<WebApplicationBuilder, DatabaseStartup, CancellationToken, Task<int>> work)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var database = await DatabaseStartup.ConnectAsync(builder);
        database.Connection.StatementTimeout = TimeSpan.Zero;
        try
        {
            return await work(builder, database, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new StartException("Interrupted.");
        }
        catch (BackupException e)
        {
            throw new StartException(e.Message);
        }
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            throw new StartException($"The database cannot be reached: {e.Message}");
        }

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
