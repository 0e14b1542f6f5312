using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.EmbeddedPostgres;

namespace ServiceDesk.Api.Hosting;

/// <summary>Finds the database, or brings one up, and makes sure of its schema before anything is served (ruling 30).</summary>
internal sealed class DatabaseStartup : IAsyncDisposable
{
    private readonly EmbeddedPostgresServer? embedded;

    private DatabaseStartup(string connection, string owner, EmbeddedPostgresServer? embedded) =>
        (Connection, Owner, this.embedded) = (new DatabaseConnection(connection), owner, embedded);

    /// <summary>What the application works with.</summary>
    public DatabaseConnection Connection { get; }

    /// <summary>What migrations work with: the schema's owner.</summary>
    public string Owner { get; }

    /// <summary>Makes sure that the schema is this release's.</summary>
    public Task PrepareSchemaAsync(IHostEnvironment environment) => DatabaseWait.PersistAsync(Owner, () => PrepareSchemaAsync(environment, Owner), Console.WriteLine);

    /// <summary>ConnectionStrings__ServiceDesk when it is set, else the embedded PostgreSQL.</summary>
    public static async Task<DatabaseStartup> ConnectAsync(WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("ServiceDesk") is { Length: > 0 } given)
            return new DatabaseStartup(given, builder.Configuration.GetConnectionString("ServiceDeskMigrations") ?? given, null);

        var folder = DataFolder.Resolve(builder.Configuration[DataFolder.Variable]);
        var server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
        {
            DataDirectory = DataFolder.Postgres(folder),
            JoinRunning = true,
            SearchFrom = [AppContext.BaseDirectory, builder.Environment.ContentRootPath],
            Progress = Console.WriteLine,
        });
        var connection = server.ConnectionString("servicedesk");
        return new DatabaseStartup(connection, connection, server);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task PrepareSchemaAsync(IHostEnvironment environment, string owner) =>
        environment.IsProduction() ? RefuseOldSchemaAsync(owner)
        : environment.IsEnvironment("Testing") ? Task.CompletedTask
        : Migrator.MigrateAsync(owner);

    private static async Task RefuseOldSchemaAsync(string owner)
    {
        var pending = await Migrator.PendingAsync(owner, default);
        if (pending.Count > 0)
            throw new StartException($"The database lacks {string.Join(", ", pending)}. Run 'migrate' once, then start again.");
    }
}
