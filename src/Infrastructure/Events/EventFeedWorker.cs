using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDesk.Infrastructure.Outbox;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.Events;

/// <summary>Pumps the feed after every signal, and again shortly while something is held back.</summary>
internal sealed partial class EventFeedWorker(EventFeed feed, ChangeSignal signal, StartGate gate, TimeProvider clock, ILogger<EventFeedWorker> log) : BackgroundService
{
    private static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Gathers = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = signal.Listen();
        await gate.WaitForStartAsync(clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = AtLatest;
            try
            {
                if (await feed.PumpAsync(stoppingToken))
                    rest = Shortly;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, e);
            }

            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var slept = Task.Delay(rest, clock, enough.Token);
            var first = await Task.WhenAny(slept, listening.ReadAsync(enough.Token).AsTask());
            await enough.CancelAsync();
            if (first != slept)
                await Task.Delay(Gathers, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading the event stream failed; open pages wait a few seconds longer.")]
    private static partial void Failed(ILogger log, Exception exception);
}
