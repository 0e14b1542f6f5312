using Npgsql;

namespace ServiceDesk.Api.Tests;

public sealed class TestDatabasesTests
{
    private static int prepared;

    private static readonly DatabaseTemplate WithTable = new("with-table", async connectionString =>
    {
        Interlocked.Increment(ref prepared);
        await RunAsync(connectionString, "create table notes (body text)");
    });

    [Test]
    public async Task Each_test_gets_its_own_copy_of_a_template_that_is_made_once()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestDatabases.NewDatabaseAsync(WithTable)));
        await RunAsync(made[0], "insert into notes values ('mine')");


        Assert.That(made.Distinct().Count(), Is.EqualTo(4));
        Assert.That(await RunAsync(made[0], "select count(*) from notes"), Is.EqualTo(1));
        Assert.That(await RunAsync(made[1], "select count(*) from notes"), Is.EqualTo(0));
        Assert.That(prepared, Is.EqualTo(1));
    }

    private static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
