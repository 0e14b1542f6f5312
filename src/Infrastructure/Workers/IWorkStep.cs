namespace ServiceDesk.Infrastructure.Workers;

/// <summary>
/// One round of background work, safe on many servers at once (skip locked, leases). Tests call it directly; <see cref="StepWorker{TStep}"/>
/// calls it in a scope of its own as the system user.
/// </summary>
public interface IWorkStep
{
    /// <summary>
    /// Does what is due. Answers how long it may rest: zero when there is more to do at once, else until the next thing is known
    /// to be due; a signal ends the rest earlier.
    /// </summary>
    Task<TimeSpan> RunOnceAsync(CancellationToken ct);

    /// <summary>How long a signal may wait for others: under load one round answers many of them.</summary>
    static virtual TimeSpan Gathers => TimeSpan.FromMilliseconds(250);
}
