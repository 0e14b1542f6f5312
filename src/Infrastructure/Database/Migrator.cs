using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>
/// Brings a database to this release's schema: versioned files once and in order, then R_*.sql (views, functions, grants)
/// whenever their text changed. Safe when several servers start at once.
/// </summary>
public static class Migrator
{
    private const long LockKey = 7305817;

    public static async Task MigrateAsync(string connectionString, CancellationToken ct = default)
    {
        await using var db = Context(connectionString);
        await EnsureCreatedAsync(db, ct);

        // The lock is polled: a session waiting inside pg_advisory_lock holds a snapshot, which blocks CREATE INDEX CONCURRENTLY.
        await using var gate = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 10 }.ConnectionString);
        await gate.OpenAsync(ct);
        await using var take = new NpgsqlCommand("select pg_try_advisory_lock($1)", gate) { Parameters = { new() { Value = LockKey } } };
        while (!(bool)(await take.ExecuteScalarAsync(ct))!)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);

        RefuseNewer(await db.Database.GetAppliedMigrationsAsync(ct), Known());
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await db.Database.MigrateAsync(ct);
        await ApplyRepeatablesAsync(gate, ct);
    }

    /// <summary>What is missing, in order; empty when the schema is this release's. Asked at every start, so without the model.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(string connectionString, CancellationToken ct)
    {
        var applied = await AppliedAsync(connectionString, ct);
        var known = Known();
        RefuseNewer(applied, known);
        return [.. known.Except(applied)];
    }

    /// <summary>Every migration of this release, in order.</summary>
    public static IReadOnlyList<string> Known() =>
    [
        .. typeof(Migrator).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal),
    ];

    private static async Task<List<string>> AppliedAsync(string connectionString, CancellationToken ct)
    {
        await using var source = PlainDataSource.To(connectionString);
        List<string> applied = [];
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var command = new NpgsqlCommand($"""select "MigrationId" from "{HistoryRepository.DefaultTableName}" """, connection);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                applied.Add(reader.GetString(0));
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.UndefinedTable)
        {
            // Nothing was ever applied.
        }

        return applied;
    }

    /// <summary>A context for migrating: no pool stays behind, so the database can serve as a template.</summary>
    internal static ServiceDeskDbContext Context(string connectionString)
    {
        var plain = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        return new ServiceDeskDbContext(new DbContextOptionsBuilder<ServiceDeskDbContext>().UseNpgsql(plain).Options, new Identity.Caller(), null);
    }

    private static async Task EnsureCreatedAsync(ServiceDeskDbContext db, CancellationToken ct)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(ct))
            return;

        try
        {
            await creator.CreateAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another server was faster.
        }
    }

    private static void RefuseNewer(IEnumerable<string> applied, IReadOnlyCollection<string> known)
    {
        var foreign = applied.Except(known).ToList();
        if (foreign.Count > 0)
            throw new InvalidOperationException($"The database belongs to a newer release (it has {string.Join(", ", foreign)}). Start that release instead.");
    }

    private static async Task ApplyRepeatablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await ExecuteAsync(connection, "create table if not exists repeatable_scripts (name text primary key, checksum text not null, applied_at timestamptz not null default now())", ct);
        foreach (var name in typeof(Migrator).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("R_", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var text = SqlMigration.Read(name);
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            await using var seen = new NpgsqlCommand("select 1 from repeatable_scripts where name = $1 and checksum = $2", connection)
            {
                Parameters = { new() { Value = name }, new() { Value = checksum } },
            };
            if (await seen.ExecuteScalarAsync(ct) is not null && !name.StartsWith("R_9", StringComparison.Ordinal))
                continue;

            await using var transaction = await connection.BeginTransactionAsync(ct);
            await ExecuteAsync(connection, text, ct);
            await using var mark = new NpgsqlCommand(
                "insert into repeatable_scripts (name, checksum) values ($1, $2) on conflict (name) do update set checksum = excluded.checksum, applied_at = now()", connection)
            {
                Parameters = { new() { Value = name }, new() { Value = checksum } },
            };
            await mark.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1800 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
