using System.Diagnostics;
using Npgsql;
using ServiceDesk.Infrastructure.EmbeddedPostgres;

namespace ServiceDesk.Api.Tests.EmbeddedPostgres;

[Platform("Linux,MacOsX")]
public sealed class EmbeddedPostgresServerTests
{
    private string folder = "";

    [SetUp]
    public void Name_a_folder() => folder = Path.Combine(TestServer.FastFolder(), "sd-pg-test-" + Path.GetRandomFileName());

    [TearDown]
    public void Clear()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        File.Delete(folder + ".lock");
    }

    [Test]
    public async Task It_is_a_PostgreSQL_18_that_keeps_its_data_over_a_restart_and_waits_for_the_disk()
    {
        await using (var first = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder }))
        {
            Assert.That(await AskAsync<int>(first, "select current_setting('server_version_num')::int"), Is.GreaterThanOrEqualTo(180_000));
            Assert.That(await AskAsync<string>(first, "show fsync"), Is.EqualTo("on"));
            await AskAsync<object>(first, "create table kept as select 42 as answer; select 1");
        }

        await using var second = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder });
        Assert.That(await AskAsync<int>(second, "select answer from kept"), Is.EqualTo(42));
    }

    [Test]
    public async Task A_stop_leaves_neither_process_nor_socket()
    {
        var server = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder });
        var process = server.ProcessId;
        await server.DisposeAsync();


        Assert.That(IsPostgres(process), Is.False);
        Assert.That(Directory.Exists(server.SocketDirectory), Is.False);
        Assert.That(File.Exists(Path.Combine(folder, "postmaster.pid")), Is.False);
        Assert.That(File.Exists(Path.Combine(folder, "PG_VERSION")), Is.True);
    }

    [Test]
    public async Task A_second_server_on_the_same_data_is_refused_in_plain_words_and_the_first_runs_on()
    {
        await using var first = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder });


        Assert.That(() => EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder }),
            Throws.TypeOf<EmbeddedPostgresException>().With.Message.Contains("in use").And.Message.Contains(folder));
        Assert.That(await AskAsync<int>(first, "select 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_command_may_join_the_running_server_and_leaves_it_running()
    {
        await using var first = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder });
        await using (var joined = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder, JoinRunning = true }))
        {
            Assert.That(joined.Joined, Is.True);
            Assert.That(await AskAsync<int>(joined, "select 1"), Is.EqualTo(1));
        }

        Assert.That(await AskAsync<int>(first, "select 1"), Is.EqualTo(1));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Whoever_joined_goes_on_with_the_server_when_its_owner_ends(bool killed)
    {
        var (host, postgres, _) = await TestHost.StartAsync(folder);
        await using var joined = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder, JoinRunning = true });
        await AskAsync<object>(joined, "create table kept as select 42 as answer; select 1");
        if (killed) host.Kill(); else host.StandardInput.Close();
        await host.WaitForExitAsync();
        host.Dispose();


        Assert.That(() => joined.ProcessId, Is.Not.Zero.After(30_000, 50));
        Assert.That(joined.ProcessId, Is.Not.EqualTo(postgres));
        Assert.That(await AskAsync<int>(joined, "select answer from kept"), Is.EqualTo(42));
    }

    [Test]
    public async Task A_server_whose_process_is_killed_is_started_again()
    {
        await using var server = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder });
        var killed = server.ProcessId;
        using (var process = Process.GetProcessById(killed)) process.Kill();


        Assert.That(() => AnswersAsync(server), Is.True.After(30_000, 50));
        Assert.That(server.ProcessId, Is.Not.EqualTo(killed));
    }

    [Test]
    public async Task A_host_killed_without_warning_leaves_no_orphan_and_its_data_open_at_once_for_the_next()
    {
        var (host, postgres, sockets) = await TestHost.StartAsync(folder);
        Assert.That(IsPostgres(postgres), Is.True);
        host.Kill();
        await host.WaitForExitAsync();
        host.Dispose();


        await using (var next = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder }))
        {
            Assert.That(await AskAsync<int>(next, "select 1"), Is.EqualTo(1));
        }

        Assert.That(() => IsPostgres(postgres), Is.False.After(5_000, 50));
        Assert.That(() => Directory.Exists(sockets), Is.False.After(5_000, 50));
    }

    [Test]
    public async Task A_throw_away_server_takes_its_data_with_it()
    {
        var server = await EmbeddedPostgresServer.StartAsync(new() { DataDirectory = folder, Ephemeral = true });
        Assert.That(Directory.Exists(folder), Is.True);
        await server.DisposeAsync();


        Assert.That(Directory.Exists(folder), Is.False);
        Assert.That(File.Exists(folder + ".lock"), Is.False);
    }

    private static bool IsPostgres(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName == "postgres";
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<bool> AnswersAsync(EmbeddedPostgresServer server)
    {
        try
        {
            return await AskAsync<int>(server, "select 1") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task<T> AskAsync<T>(EmbeddedPostgresServer server, string sql)
    {
        var own = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
