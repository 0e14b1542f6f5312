using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Infrastructure.Workers;

/// <summary>Runs a step whenever something was committed, when its next thing is due, and after a failure a little later.</summary>
internal sealed partial class StepWorker<TStep>(IServiceScopeFactory scopes, ChangeSignal signal, StartGate gate, TimeProvider clock, ILogger<StepWorker<TStep>> log)
    : BackgroundService
    where TStep : IWorkStep
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = signal.Listen();
        await gate.WaitForStartAsync(clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var rest = await RunOnceAsync(stoppingToken);
                if (rest > TimeSpan.Zero)
                    await RestAsync(rest < LongestRest ? rest : LongestRest, listening, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Failed(log, e, typeof(TStep).Name);
                await RestAsync(AfterFailure, null, stoppingToken);
            }
        }
    }

    private async Task<TimeSpan> RunOnceAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(new SystemUser());
        return await scope.ServiceProvider.GetRequiredService<TStep>().RunOnceAsync(stop);
    }

    private async Task RestAsync(TimeSpan rest, ChannelReader<bool>? listening, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var slept = Task.Delay(rest, clock, enough.Token);
        var heard = listening?.ReadAsync(enough.Token).AsTask() ?? Task.Delay(Timeout.InfiniteTimeSpan, clock, enough.Token);
        var first = await Task.WhenAny(slept, heard);
        await enough.CancelAsync();
        await Task.WhenAll(slept, heard).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (first == heard)
            await Task.Delay(TStep.Gathers < rest ? TStep.Gathers : rest, clock, stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Step} failed; it is tried again in a second.")]
    private static partial void Failed(ILogger log, Exception exception, string step);
}

/// <summary>Registers a step and, on servers that do background work, what drives it.</summary>
internal static class StepRegistration
{
    /// <summary>The step alone, so that tests and commands can run it.</summary>
    public static IServiceCollection AddStep<TStep>(this IServiceCollection services)
        where TStep : class, IWorkStep => services.AddScoped<TStep>();

    public static IServiceCollection Drive<TStep>(this IServiceCollection services)
        where TStep : class, IWorkStep => services.AddHostedService<StepWorker<TStep>>();
}
