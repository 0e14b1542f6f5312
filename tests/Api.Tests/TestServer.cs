using Npgsql;
using ServiceDesk.Infrastructure.EmbeddedPostgres;

namespace ServiceDesk.Api.Tests;

/// <summary>The run's PostgreSQL: embedded and in memory, or the one that <c>SERVICEDESK_TEST_DATABASE</c> names.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private const long RoomWanted = 2L << 30;
    private readonly EmbeddedPostgresServer? embedded;
    private readonly string admin;

    private TestServer(EmbeddedPostgresServer? embedded, string admin) => (this.embedded, this.admin) = (embedded, Small(admin, "postgres"));

    public string Run { get; } = Guid.CreateVersion7().ToString("n")[^8..];

    public bool IsShared => embedded is null;

    public static async Task<TestServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("SERVICEDESK_TEST_DATABASE") is { Length: > 0 } given) return new TestServer(null, given);
        var server = await EmbeddedPostgresServer.StartAsync(new()
        {
            DataDirectory = Path.Combine(FastFolder(), "sd-test-" + Path.GetRandomFileName()),
            Ephemeral = true,
            Settings = new Dictionary<string, string>
            {
                ["max_connections"] = "500",
                ["autovacuum"] = "off",
                ["wal_level"] = "minimal",
                ["max_wal_senders"] = "0",
                ["max_wal_size"] = "4GB",
                ["checkpoint_timeout"] = "1h",
            },
            Progress = TestContext.Progress.WriteLine,
        });
        return new TestServer(server, server.ConnectionString("postgres"));
    }

    public string ConnectionString(string database) => Small(admin, database);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (embedded is not null) await embedded.DisposeAsync();
    }

    public static string FastFolder()
    {
        const string memory = "/dev/shm";
        return Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace >= RoomWanted ? memory : "/tmp";
    }

    // Hundreds of databases live at once, each with its pool: pools stay small and empty themselves.
    private static string Small(string connectionString, string database) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Database = database,
        MaxPoolSize = 8,
        ConnectionIdleLifetime = 10,
        ConnectionPruningInterval = 10,
        Timeout = 30,
    }.ConnectionString;
}
