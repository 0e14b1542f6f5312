using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.Housekeeping;

/// <summary>Removes what has served its time, every so often, on whichever server comes first; safe on several at once.</summary>
public interface IChore
{
    TimeSpan Every { get; }

    /// <summary>One batch; true when there is more.</summary>
    Task<bool> RunAsync(CancellationToken ct);
}

/// <summary>When each chore of this server comes round again.</summary>
internal sealed class ChorePlan
{
    public ConcurrentDictionary<Type, DateTimeOffset> Due { get; } = [];
}

/// <summary>Does the chores that are due; a commit elsewhere does not bring them forward.</summary>
internal sealed class HousekeepingStep(IEnumerable<IChore> chores, ChorePlan plan, TimeProvider clock) : IWorkStep
{
    public async Task<TimeSpan> RunOnceAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var next = now + TimeSpan.FromHours(1);
        foreach (var chore in chores)
        {
            var due = plan.Due.GetValueOrDefault(chore.GetType());
            if (due <= now)
            {
                due = await chore.RunAsync(ct) ? now : now + chore.Every;
                plan.Due[chore.GetType()] = due;
            }

            next = due < next ? due : next;
        }

        return next - now;
    }
}

internal static class HousekeepingRegistration
{
    public static IServiceCollection AddHousekeeping(this IServiceCollection services) =>
        services.AddSingleton<ChorePlan>().AddStep<HousekeepingStep>()
            .AddChore<ForgetOldAnswers>().AddChore<ForgetOldSessions>().AddChore<ForgetGuesses>()
            .AddChore<ClearAttachments>().AddChore<ForgetPresence>().AddChore<ForgetDelivered>().AddChore<ForgetNotifications>();

    public static IServiceCollection AddChore<TChore>(this IServiceCollection services)
        where TChore : class, IChore => services.AddScoped<IChore, TChore>();
}
