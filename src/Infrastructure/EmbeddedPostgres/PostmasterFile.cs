using System.Diagnostics;
using System.Globalization;

namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>What a running server writes about itself into <c>postmaster.pid</c>.</summary>
internal sealed record PostmasterFile(int ProcessId, string SocketDirectory, bool Ready)
{
    public static PostmasterFile? Read(string data)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(data, "postmaster.pid"));
            if (lines.Length < 5 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process)) return null;
            return new PostmasterFile(process, lines[4], lines.Length >= 8 && lines[7].Trim() == "ready");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the process that wrote the file still serves this folder; numbers of dead processes are given out again.</summary>
    public bool IsAlive(string data)
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            if (process.HasExited) return false;
            if (!OperatingSystem.IsLinux()) return process.ProcessName == "postgres";
            var serves = new DirectoryInfo($"/proc/{ProcessId}/cwd").LinkTarget;
            return serves is not null && serves == new DirectoryInfo(data).FullName.TrimEnd('/');
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
