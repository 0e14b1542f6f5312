using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Infrastructure.Workers;

/// <summary>
/// Carries "look" between servers by NOTIFY. The signal goes out after the commit on a connection of its own, many folded
/// into one: inside the transaction NOTIFY would make all commits queue for one lock.
/// </summary>
internal sealed partial class SignalWorker(NpgsqlDataSource dataSource, ChangeSignal signal, StartGate gate, TimeProvider clock, ILogger<SignalWorker> log) : BackgroundService
{
    private const string Channel = "servicedesk";
    private static readonly TimeSpan Fold = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.WaitForStartAsync(clock, stoppingToken);
        await Task.WhenAll(TellAsync(stoppingToken), ListenAsync(stoppingToken));
    }

    private async Task TellAsync(CancellationToken stop)
    {
        await foreach (var _ in signal.Outgoing.ReadAllAsync(stop))
        {
            await Task.Delay(Fold, clock, stop);
            try
            {
                await using var notify = dataSource.CreateCommand($"notify {Channel}");
                await notify.ExecuteNonQueryAsync(stop);
            }
            catch (NpgsqlException e)
            {
                Lost(log, e);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(stop);
                connection.Notification += (_, _) => signal.Heard();
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(stop);
                signal.Heard();
                while (true)
                    await connection.WaitAsync(stop);
            }
            catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException && !stop.IsCancellationRequested)
            {
                Lost(log, e);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stop);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signal between servers is interrupted; work goes on by looking every second.")]
    private static partial void Lost(ILogger log, Exception exception);
}
