namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>One process owns a data folder, by a lock that the kernel takes back when that process dies.</summary>
internal static class DataOwnership
{
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    public static string LockFile(string data) => data + ".lock";

    /// <summary>The lock, or null when a living process holds it.</summary>
    public static FileStream? TryTake(string data)
    {
        try
        {
            return new FileStream(LockFile(data), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is LinuxWouldBlock or MacWouldBlock)
        {
            return null;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException($"The data folder {Path.GetDirectoryName(data)} belongs to another user.", e);
        }
    }

    /// <summary>A server whose owner was killed takes a second or two to shut down.</summary>
    public static async Task WaitForPredecessorAsync(EmbeddedPostgresOptions options, TimeSpan patience, CancellationToken cancel)
    {
        var data = options.DataDirectory;
        var started = options.Clock.GetTimestamp();
        while (PostmasterFile.Read(data) is { } file)
        {
            if (!file.IsAlive(data))
            {
                // Left by a crash; a stranger may have the dead server's number by now, which PostgreSQL would take for a living one.
                File.Delete(Path.Combine(data, "postmaster.pid"));
                return;
            }

            if (options.Clock.GetElapsedTime(started) > patience) throw InUse(data, file);
            await Task.Delay(TimeSpan.FromMilliseconds(50), options.Clock, cancel);
        }
    }

    public static EmbeddedPostgresException InUse(string data, PostmasterFile? by) =>
        new($"The data folder {data} is in use by another server" + (by is null ? "" : $" (PostgreSQL is process {by.ProcessId})") +
            ". Stop that one, or let both servers share a PostgreSQL named in ConnectionStrings__ServiceDesk.");
}
