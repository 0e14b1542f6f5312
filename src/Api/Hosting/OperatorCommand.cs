using System.Runtime.InteropServices;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Hosting;

/// <summary>A command that works on the database beside the servers: as the system, until it is done or Ctrl-C.</summary>
internal static class OperatorCommand
{
    /// <summary>Connects, makes sure of the schema, and runs <paramref name="work"/> in a scope; its answer is the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, Func<IServiceProvider, CancellationToken, Task<int>> work)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var database = await DatabaseStartup.ConnectAsync(builder);
        var pending = await Migrator.PendingAsync(database.Owner, stop.Token);
        if (pending.Count > 0)
            throw new StartException($"The database lacks {string.Join(", ", pending)}. Run 'migrate' once, then try again.");

        await using var app = ServiceDeskHost.Build(builder, database.Connection);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(new SystemUser());
        try
        {
            return await work(scope.ServiceProvider, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new StartException("Interrupted.");
        }

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
