namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>Where the embedded database and the attachments live when nobody says otherwise.</summary>
public static class DataFolder
{
    public const string Variable = "SERVICEDESK_DATA";

    /// <summary>The configured folder, or <c>/var/lib/servicedesk</c> for root, or one in the user's own data directory; made if it is missing.</summary>
    public static string Resolve(string? configured)
    {
        var folder = configured is { Length: > 0 } ? Path.GetFullPath(configured)
            : UnprivilegedUser.Needed ? "/var/lib/servicedesk"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "servicedesk");
        Directory.CreateDirectory(folder);
        UnprivilegedUser.LetThrough(folder);
        return folder;
    }

    /// <summary>The embedded cluster's place in it.</summary>
    public static string Postgres(string folder) => Path.Combine(folder, "postgres");
}
