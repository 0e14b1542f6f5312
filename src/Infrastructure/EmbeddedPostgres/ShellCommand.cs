using System.ComponentModel;
using System.Diagnostics;

namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>A short command that is waited for.</summary>
internal static class ShellCommand
{
    public static async Task RunAsync(IReadOnlyList<string> command, CancellationToken cancel)
    {
        var (exitCode, output) = await TryAsync(command, cancel);
        if (exitCode != 0) throw new EmbeddedPostgresException($"'{string.Join(' ', command)}' failed ({exitCode}): {output.Trim()}");
    }

    public static async Task<(int ExitCode, string Output)> TryAsync(IReadOnlyList<string> command, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetPathRoot(Environment.CurrentDirectory),
        };
        UnprivilegedUser.CleanEnvironment(start);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception e)
        {
            throw new EmbeddedPostgresException($"The program '{command[0]}' is needed to start PostgreSQL and was not found.", e);
        }
    }
}
