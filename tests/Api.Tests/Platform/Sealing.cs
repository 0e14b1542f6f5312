using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Infrastructure.Audit;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Runs the sealer as its worker would.</summary>
internal static class Sealing
{
    /// <summary>One round; how long it would rest.</summary>
    public static Task<TimeSpan> SealOnceAsync(this Desk desk) => desk.InScopeAsync(s => s.GetRequiredService<AuditSealer>().RunOnceAsync(default));

    /// <summary>Until everything is chained: transactions of other tests' databases on the same server hold it back for a moment.</summary>
    public static async Task SealAsync(this Desk desk)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await desk.SealOnceAsync() is var rest && rest < TimeSpan.FromSeconds(1))
            await Task.Delay(rest, TimeProvider.System, patience.Token);
    }
}
