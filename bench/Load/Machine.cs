using System.Diagnostics;
using System.Globalization;

namespace ServiceDesk.Load;

/// <summary>A program under measurement: started, waited for, watched and stopped.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly Process process;

    private Machine(Process process, TimeSpan startedIn) => (this.process, StartedIn) = (process, startedIn);

    /// <summary>From the start of the process to its first good answer.</summary>
    public TimeSpan StartedIn { get; }

    public static async Task<Machine> StartAsync(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string readyUrl)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text && !text.StartsWith("info:", StringComparison.Ordinal))
                Console.WriteLine("    " + text);
        };
        process.BeginOutputReadLine();
        while (!await AnswersAsync(readyUrl))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{Path.GetFileName(assembly)} ended with {process.ExitCode}.");
            if (clock.Elapsed > TimeSpan.FromMinutes(5))
                throw new TimeoutException($"{Path.GetFileName(assembly)} does not answer on {readyUrl}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        return new Machine(process, clock.Elapsed);
    }

    /// <summary>Resident memory in MB.</summary>
    public double Megabytes()
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Processor()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(limit.Token);
        }

        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(string url)
    {
        try
        {
            using var response = await Caller.Client.GetAsync(new Uri(url));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
