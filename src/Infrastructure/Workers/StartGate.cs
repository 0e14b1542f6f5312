namespace ServiceDesk.Infrastructure.Workers;

/// <summary>Closed while a server makes sure of its database; then requests are served and workers begin.</summary>
public sealed class StartGate
{
    private static readonly TimeSpan Precedence = TimeSpan.FromSeconds(1);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => opened.Task.IsCompleted;

    public void Open() => opened.TrySetResult();

    /// <summary>Returns when background work may begin, or when the server is stopped before that: a little after the first requests, which shall not wait for its code to be compiled.</summary>
    public async Task WaitForStartAsync(TimeProvider clock, CancellationToken ct)
    {
        await opened.Task.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ct.IsCancellationRequested)
            await Task.Delay(Precedence, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
