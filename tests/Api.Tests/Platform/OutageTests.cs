using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.EmbeddedPostgres;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Api.Tests.Platform;

[Parallelizable(ParallelScope.Self)]
public sealed class OutageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Without_its_database_it_asks_for_patience_and_comes_back_by_itself()
    {
        await using var postgres = await EmbeddedPostgresServer.StartAsync(new()
        {
            DataDirectory = Path.Combine(TestDatabases.FilesFolder, "outage", "postgres"),
        });
        var connection = postgres.ConnectionString("servicedesk");
        await Migrator.MigrateAsync(connection);
        await using var desk = Desk.On(connection);
        await desk.InScopeAsync(async s =>
        {
            await Baseline.EnsureAsync(s.GetRequiredService<ServiceDeskDbContext>(), desk.Clock, default);
            await s.GetRequiredService<DemoAccounts>().EnsureAsync(default);
        });
        var client = desk.Nobody();
        var signIn = new { userName = "alice", password = "ServiceDesk!demo" };
        (await client.Post("session", signIn)).Expect(HttpStatusCode.OK);

        using (var postmaster = Process.GetProcessById(postgres.ProcessId))
            postmaster.Kill();
        var away = await client.Post("session", signIn);

        away.Expect(HttpStatusCode.ServiceUnavailable, "database.unavailable");
        Assert.That(away.Headers["Retry-After"], Is.EqualTo("5"));
        var probe = desk.Nobody();
        Assert.That((await probe.Get("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
        await Until(async () => (await probe.Get("/health/ready")).Status == HttpStatusCode.OK);
        (await client.Post("session", signIn)).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task A_server_that_is_told_to_stop_ends_what_is_under_way()
    {
        await using var desk = await Desk.StartAsync();
        await desk.As("alice").Get("session");
        using var server = Start(desk);
        var address = await ReadyAsync(server);
        var said = server.StandardOutput.ReadToEndAsync();
        await using var blocker = new NpgsqlConnection(desk.ConnectionString);
        await blocker.OpenAsync();
        await using var locked = await blocker.BeginTransactionAsync();
        await ScalarAsync(blocker, "lock table tickets in exclusive mode");
        using var working = await Exchange.BeginAsync(address, Body.Length);
        await Until(async () => await ScalarAsync(blocker, "select count(*) from pg_locks where not granted and relation = 'tickets'::regclass") is > 0L);
        using var arriving = await Exchange.BeginAsync(address, 20);

        using (var signal = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]))
            await signal.WaitForExitAsync();
        await Until(async () => !await ConnectsAsync(address));
        await locked.RollbackAsync();
        var (worked, arrived) = (await working.EndAsync(), await arriving.EndAsync());
        await server.WaitForExitAsync().WaitAsync(Patience);

        Assert.That(worked, Is.EqualTo("HTTP/1.1 201 Created"), await said);
        Assert.That(arrived, Is.AnyOf("HTTP/1.1 201 Created", "HTTP/1.1 503 Service Unavailable"), await said);
        Assert.That(server.ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_server_that_is_starting_is_alive_but_takes_no_work()
    {
        await using var desk = await Desk.StartAsync();
        await desk.As("alice").Get("session");
        await using var blocker = new NpgsqlConnection(desk.ConnectionString);
        await blocker.OpenAsync();
        await using var locked = await blocker.BeginTransactionAsync();
        await ScalarAsync(blocker, "lock table \"__EFMigrationsHistory\" in access exclusive mode");
        using var server = Start(desk);
        try
        {
            using var http = new HttpClient { BaseAddress = await ListeningAsync(server) };
            var (live, ready, work) = (await http.GetAsync("health/live"), await http.GetAsync("health/ready"), await http.GetAsync("api/v1/session"));
            var problem = await work.Content.ReadAsStringAsync();
            await locked.RollbackAsync();
            await ReadyAsync(server);

            Assert.That(live.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(work.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(work.Headers.RetryAfter?.ToString(), Is.EqualTo("5"));
            Assert.That(problem, Does.Contain("server.starting"));
            Assert.That((await http.GetAsync("health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await http.GetAsync("api/v1/session")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
        finally
        {
            server.Kill();
        }
    }

    private const string Body = """{"title":"Begun before the end","impact":"low","urgency":"low"}""";

    /// <summary>A request of which a part is sent, and the rest later; it has begun when the server asks for its body.</summary>
    private sealed class Exchange(TcpClient line, StreamReader answers, int sent) : IDisposable
    {
        public static async Task<Exchange> BeginAsync(Uri address, int part)
        {
            var line = new TcpClient(address.Host, address.Port);
            var answers = new StreamReader(line.GetStream(), leaveOpen: true);
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/v1/incidents HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {Desk.TokenOf("alice")}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {Body.Length}\r\nExpect: 100-continue\r\n\r\n"));
            Assert.That(await answers.ReadLineAsync().WaitAsync(Patience), Is.EqualTo("HTTP/1.1 100 Continue"));
            await answers.ReadLineAsync().WaitAsync(Patience);
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body[..part]));
            return new Exchange(line, answers, part);
        }

        public async Task<string?> EndAsync()
        {
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Body[sent..]));
            return await answers.ReadLineAsync();
        }

        public void Dispose()
        {
            answers.Dispose();
            line.Dispose();
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static Process Start(Desk desk)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ConnectionStrings__ServiceDesk"] = desk.ConnectionString,
                ["SERVICEDESK_DATA"] = desk.DataDirectory,
            },
        };
        return Process.Start(start)!;
    }

    private static async Task<Uri> ReadyAsync(Process server)
    {
        const string ready = "ServiceDesk is ready on ";
        while (await server.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } said)
        {
            if (!said.StartsWith(ready, StringComparison.Ordinal))
                continue;
            return new Uri(said[ready.Length..]);
        }

        throw new AssertionException("The server ended before it was ready.");
    }

    private static async Task<Uri> ListeningAsync(Process server)
    {
        const string listening = "Now listening on: ";
        while (await server.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } said)
        {
            if (said.IndexOf(listening, StringComparison.Ordinal) is >= 0 and var at)
                return new Uri(said[(at + listening.Length)..].Split('"')[0]);
        }

        throw new AssertionException("The server ended before it listened.");
    }

    private static async Task<bool> ConnectsAsync(Uri address)
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.That(since.Elapsed, Is.LessThan(Patience));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
