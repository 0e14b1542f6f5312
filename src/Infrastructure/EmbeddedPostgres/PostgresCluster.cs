namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>The cluster's folder: made once, aside, and moved into place whole, so that a crash leaves none half made.</summary>
internal static class PostgresCluster
{
    public static async Task EnsureAsync(string bin, EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        var data = options.DataDirectory;
        if (!File.Exists(Path.Combine(data, "PG_VERSION"))) await CreateAsync(bin, options, cancel);
        if (!await UnprivilegedUser.CanAsync("-x", data, cancel)) throw OutOfReach(data);
        if (!options.Ephemeral) await RestrictSignInAsync(data, cancel);
    }

    private static async Task CreateAsync(string bin, EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        var data = options.DataDirectory;
        if (Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
        {
            throw new EmbeddedPostgresException($"{data} is not empty and is no PostgreSQL cluster: name another folder for the data.");
        }

        options.Progress?.Invoke($"Creating the database in {data}");
        var half = data + ".new";
        if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        await UnprivilegedUser.MakeFolderAsync(half, cancel);
        if (!await UnprivilegedUser.CanAsync("-w", half, cancel)) throw OutOfReach(data);
        string[] locale = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
        string[] rest = ["-U", "postgres", "-A", "trust", "--no-instructions", .. options.Ephemeral ? ["--no-sync"] : Array.Empty<string>()];
        await ShellCommand.RunAsync([.. UnprivilegedUser.Prefix, Path.Combine(bin, "initdb"), "-D", half, .. locale, .. rest], cancel);
        if (Directory.Exists(data)) Directory.Delete(data);
        Directory.Move(half, data);
    }

    // Only the user who runs the product (and root, who runs it for others) may sign in, by the kernel's word for who is calling.
    private static async Task RestrictSignInAsync(string data, CancellationToken cancel)
    {
        var callers = new[] { Environment.UserName, "root" }.Distinct().Select(user => $"servicedesk \"{user}\" all\n");
        await File.WriteAllTextAsync(Path.Combine(data, "pg_ident.conf"), string.Concat(callers), cancel);
        await File.WriteAllTextAsync(Path.Combine(data, "pg_hba.conf"), "local all all peer map=servicedesk\n", cancel);
    }

    private static EmbeddedPostgresException OutOfReach(string data) =>
        new($"PostgreSQL runs as the user nobody, who cannot reach {data}: a folder above it is closed to others. " +
            "Name another folder in SERVICEDESK_DATA, or open the way with 'chmod o+x'.");
}
