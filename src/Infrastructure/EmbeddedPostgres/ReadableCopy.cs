namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>A checkout under a private home is out of reach for the unprivileged user: PostgreSQL is then copied to where it is not.</summary>
internal static class ReadableCopy
{
    private const string Home = "/var/lib/servicedesk/postgresql";

    public static async Task<string> OfAsync(string bin, EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        var postgres = Path.Combine(bin, "postgres");
        if (await UnprivilegedUser.CanAsync("-x", postgres, cancel)) return bin;
        var source = Path.GetDirectoryName(bin)!;
        var stamp = new FileInfo(postgres);
        var copy = Path.Combine(Home, $"{stamp.Length:x}-{stamp.LastWriteTimeUtc.Ticks:x}");
        if (!Directory.Exists(copy))
        {
            options.Progress?.Invoke($"Copying PostgreSQL to {copy}, where its unprivileged user can read it");
            var half = $"{copy}.{Environment.ProcessId}";
            if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
            CopyFolder(source, half);
            MoveUnlessThere(half, copy);
        }

        var found = Path.Combine(copy, Path.GetFileName(bin));
        if (await UnprivilegedUser.CanAsync("-x", Path.Combine(found, "postgres"), cancel)) return found;
        throw new EmbeddedPostgresException($"The user nobody can run PostgreSQL neither from {bin} nor from {found}: a folder above is closed to others.");
    }

    private static void MoveUnlessThere(string half, string copy)
    {
        try
        {
            Directory.Move(half, copy);
        }
        catch (IOException) when (Directory.Exists(copy))
        {
            Directory.Delete(half, recursive: true);
        }
    }

    private static void CopyFolder(string from, string to)
    {
        const UnixFileMode everyone = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();
        Directory.CreateDirectory(to);
        File.SetUnixFileMode(to, everyone | enter | UnixFileMode.UserWrite);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(target, link);
            }
            else if (entry is DirectoryInfo)
            {
                CopyFolder(entry.FullName, target);
            }
            else
            {
                File.Copy(entry.FullName, target);
                var runs = (entry.UnixFileMode & UnixFileMode.UserExecute) != 0;
                File.SetUnixFileMode(target, everyone | UnixFileMode.UserWrite | (runs ? enter : UnixFileMode.None));
            }
        }
    }
}
