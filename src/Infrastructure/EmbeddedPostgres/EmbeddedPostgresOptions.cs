namespace ServiceDesk.Infrastructure.EmbeddedPostgres;

/// <summary>What to start, and where its data live.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The cluster's folder; made on the first start, kept for ever unless <see cref="Ephemeral"/>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>For tests only: no write is waited for, anyone who reaches the socket may sign in, and the data go with the server.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>Join the server that already runs on these data instead of failing; take it over when its owner ends.</summary>
    public bool JoinRunning { get; init; }

    /// <summary>Server settings that win over the defaults.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Folders from which the PostgreSQL of the npm package is looked for, upwards, after the program's own.</summary>
    public IReadOnlyList<string> SearchFrom { get; init; } = [];

    /// <summary>Told each step that takes a person's patience.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Told each line that the server logs.</summary>
    public Action<string>? Log { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal IReadOnlyDictionary<string, string> EffectiveSettings()
    {
        var all = new Dictionary<string, string>(Ephemeral ? ThrowAway : Durable);
        foreach (var (name, value) in Settings) all[name] = value;
        return all;
    }

    private static readonly Dictionary<string, string> Durable = new()
    {
        ["max_connections"] = "200",
        ["shared_buffers"] = "256MB",
        ["effective_cache_size"] = "1GB",
        ["work_mem"] = "16MB",
        ["maintenance_work_mem"] = "128MB",
        ["max_wal_size"] = "2GB",
        ["random_page_cost"] = "1.1",
        ["jit"] = "off",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
    };

    private static readonly Dictionary<string, string> ThrowAway = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["max_connections"] = "300",
        ["shared_buffers"] = "128MB",
        ["jit"] = "off",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
    };
}
