using System.Diagnostics;

namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>PostgreSQL refuses to run as root; a root process runs it, and gives it its files, as nobody.</summary>
internal static class UnprivilegedUser
{
    private const string Nobody = "65534";

    public static bool Needed => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>What goes in front of a command so that it runs without root's rights.</summary>
    public static IReadOnlyList<string> Prefix =>
        Needed ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--"] : [];

    /// <summary>Makes an empty folder that only the database's user (and root) may enter.</summary>
    public static async Task MakeFolderAsync(string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Needed) await ShellCommand.RunAsync(["chown", $"{Nobody}:{Nobody}", folder], cancel);
    }

    /// <summary>Whether the database's user reaches a file: every folder above it must let others through.</summary>
    public static async Task<bool> CanAsync(string access, string path, CancellationToken cancel) =>
        !Needed || (await ShellCommand.TryAsync([.. Prefix, "test", access, path], cancel)).ExitCode == 0;

    /// <summary>Lets others pass through (not list) a folder that is the product's own.</summary>
    public static void LetThrough(string folder)
    {
        if (OperatingSystem.IsWindows() || !Needed) return;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
    }

    /// <summary>PostgreSQL reads these from the caller's environment, where they would bend the cluster.</summary>
    public static void CleanEnvironment(ProcessStartInfo start)
    {
        var strangers = start.Environment.Keys
            .Where(name => name.StartsWith("PG", StringComparison.Ordinal) || name.StartsWith("LC_", StringComparison.Ordinal) || name == "LANG");
        foreach (var name in strangers.ToList()) start.Environment.Remove(name);
    }
}
