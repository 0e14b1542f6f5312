using System.Collections.Concurrent;
using Npgsql;

namespace ServiceDesk.Api.Tests;

/// <summary>How a kind of database is made once per run; every test then gets a copy of it.</summary>
public sealed record DatabaseTemplate(string Name, Func<string, Task> PrepareAsync)
{
    public static DatabaseTemplate Empty { get; } = new("empty", _ => Task.CompletedTask);
}

/// <summary>
/// A database for whoever asks, on one PostgreSQL per run that starts when the first test asks. Databases are not dropped one by one
/// (dropping costs five times a copy): they go with the server.
/// </summary>
[SetUpFixture]
public sealed class TestDatabases
{
    private static readonly Lazy<Task<TestServer>> Server = new(TestServer.StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static readonly ConcurrentBag<string> Made = [];
    private static int count;

    /// <summary>For what tests keep on disk; removed at the end of the run.</summary>
    public static string FilesFolder { get; } = Path.Combine(TestServer.FastFolder(), "sd-test-files-" + Path.GetRandomFileName());

    /// <summary>The connection string of a fresh copy of the template.</summary>
    public static async Task<string> NewDatabaseAsync(DatabaseTemplate template)
    {
        var server = await Server.Value;
        var source = await Templates.GetOrAdd(template.Name, _ => new(() => PrepareAsync(server, template))).Value;
        var name = NextName(server, "t");
        await server.ExecuteAsync($"create database {name} template {source} strategy file_copy");
        return server.ConnectionString(name);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Directory.Exists(FilesFolder)) Directory.Delete(FilesFolder, recursive: true);
        if (!Server.IsValueCreated) return;
        NpgsqlConnection.ClearAllPools();
        var server = await Server.Value;
        if (server.IsShared)
        {
            foreach (var name in Made) await server.ExecuteAsync($"drop database if exists {name} with (force)");
        }

        await server.DisposeAsync();
    }

    private static async Task<string> PrepareAsync(TestServer server, DatabaseTemplate template)
    {
        var name = NextName(server, "template");
        await server.ExecuteAsync($"create database {name}");
        // A template must have no session, not even an idle one in a pool.
        await template.PrepareAsync(new NpgsqlConnectionStringBuilder(server.ConnectionString(name)) { Pooling = false }.ConnectionString);
        return name;
    }

    private static string NextName(TestServer server, string kind)
    {
        var name = $"sd_{server.Run}_{kind}{Interlocked.Increment(ref count)}";
        Made.Add(name);
        return name;
    }
}
