using System.Diagnostics;
using ServiceDesk.Infrastructure.Verification;

namespace ServiceDesk.Api.Hosting;

/// <summary>Runs every verification and prints what does not hold. 0: all is well; 1: something was found.</summary>
internal static class VerifyCommand
{
    private const int MostShown = 100;

    public static Task<int> RunAsync(string[] args) =>
        OperatorCommand.RunAsync(args, (services, ct) => RunAsync(services.GetServices<IVerification>(), Console.Out, ct));

    public static async Task<int> RunAsync(IEnumerable<IVerification> verifications, TextWriter output, CancellationToken ct)
    {
        var bad = 0L;
        foreach (var verification in verifications.OrderBy(v => v.Name, StringComparer.Ordinal))
        {
            var started = Stopwatch.GetTimestamp();
            var progress = new Counter(verification.Name, output);
            var found = 0L;
            await foreach (var finding in verification.RunAsync(progress, ct))
            {
                if (found++ < MostShown)
                    await output.WriteLineAsync($"  {finding.Subject}: {finding.Problem}");
            }

            if (found > MostShown)
                await output.WriteLineAsync($"  … and {found - MostShown} more.");
            await output.WriteLineAsync(
                $"{verification.Name}: {progress.Last} looked at, {(found == 0 ? "all well" : $"{found} wrong")} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)");
            bad += found;
        }

        await output.WriteLineAsync(bad == 0 ? "Everything holds." : $"{bad} findings.");
        return bad == 0 ? 0 : 1;
    }

    /// <summary>Says every few seconds how far it is.</summary>
    private sealed class Counter(string name, TextWriter output) : IProgress<long>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
        private long said = Stopwatch.GetTimestamp();

        public long Last { get; private set; }

        public void Report(long value)
        {
            Last = value;
            if (Stopwatch.GetElapsedTime(said) < Pause)
                return;

            said = Stopwatch.GetTimestamp();
            output.WriteLine($"  {name}: {value} so far …");
        }
    }
}
