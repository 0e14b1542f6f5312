using Npgsql;
using ServiceDesk.Infrastructure.Audit;

namespace ServiceDesk.Api.Tests.Platform;

[Parallelizable(ParallelScope.Self)]
public sealed class AuditSealTests
{
    private Desk desk = null!;

    [SetUp]
    public async Task Start() => desk = await Desk.StartAsync();

    [TearDown]
    public async Task Stop() => await desk.DisposeAsync();

    [Test]
    public async Task Looking_for_what_is_not_chained_yet_does_not_read_the_whole_trail()
    {
        // One connection, so that what it has read can be told.
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(desk.ConnectionString) { MaxPoolSize = 1 });
        await using (var fill = database.CreateCommand("""
            insert into audit_entries (at, actor_id, via, action, entity, entity_id)
            select now(), gen_random_uuid(), 'web', 'changed', 'incident', n::text from generate_series(1, 5000) n
            """))
            await fill.ExecuteNonQueryAsync();
        await desk.SealAsync();
        await using (var count = database.CreateCommand("analyze audit_entries"))
            await count.ExecuteNonQueryAsync();
        var before = await ReadOneByOneAsync(database);

        await new AuditSealer(database).RunOnceAsync(default);

        Assert.That(await ReadOneByOneAsync(database) - before, Is.Zero);
    }

    /// <summary>How many entries were read without an index.</summary>
    private static async Task<long> ReadOneByOneAsync(NpgsqlDataSource database)
    {
        await using (var tell = database.CreateCommand("select pg_stat_force_next_flush()"))
            await tell.ExecuteNonQueryAsync();
        await using var ask = database.CreateCommand("select seq_tup_read from pg_stat_user_tables where relname = 'audit_entries'");
        return (long)(await ask.ExecuteScalarAsync())!;
    }
}
