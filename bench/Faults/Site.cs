using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using ServiceDesk.Infrastructure.EmbeddedPostgres;

namespace ServiceDesk.Faults;

/// <summary>Two servers on one database, each of which may be killed at any moment; what dies is started again, as a supervisor would.</summary>
internal sealed class Site : IAsyncDisposable
{
    public static readonly string[] Urls = ["http://127.0.0.1:18941", "http://127.0.0.1:18942"];
    private readonly EmbeddedPostgresServer postgres;
    private readonly string api;
    private readonly string folder;
    private readonly Process[] servers = new Process[2];
    private volatile bool killing;
    private volatile bool disposed;

    private Site(EmbeddedPostgresServer postgres, string folder, string api) => (this.postgres, this.folder, this.api) = (postgres, folder, api);

    public string Connection => postgres.ConnectionString("servicedesk");

    public HttpClient Http { get; } = new(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) }) { Timeout = TimeSpan.FromSeconds(20) };

    public static string TokenOf(string userName) => "sd_faults_" + userName;

    public static async Task<Site> StartAsync(string api)
    {
        var folder = Path.Combine(Path.GetTempPath(), "servicedesk-faults-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        var postgres = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = Path.Combine(folder, "postgres") });
        var site = new Site(postgres, folder, api);
        site.StartServer(0);
        await site.ReadyAsync(0);
        site.StartServer(1);
        await site.ReadyAsync();
        await site.PrepareAsync();
        return site;
    }

    /// <summary>Kills one after the other: first server, second server, database.</summary>
    public async Task<SortedDictionary<string, int>> KillAsync(int count, TimeSpan pause)
    {
        SortedDictionary<string, int> killed = [];
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(pause + TimeSpan.FromMilliseconds(Random.Shared.Next(1000)), TimeProvider.System);
            var victim = i % 3;
            if (victim < 2)
            {
                killing = true;
                servers[victim].Kill();
                await servers[victim].WaitForExitAsync();
                killing = false;
                StartServer(victim);
            }
            else
            {
                Process.Start("kill", ["-9", File.ReadLines(Path.Combine(folder, "postgres", "postmaster.pid")).First()]).WaitForExit();
            }

            var name = victim < 2 ? "servers" : "the database";
            killed[name] = killed.GetValueOrDefault(name) + 1;
            Console.WriteLine($"  kill {i + 1} of {count}: {(victim < 2 ? "server " + (victim + 1) : "the database")}");
        }

        return killed;
    }

    public async Task ReadyAsync(params int[] which)
    {
        foreach (var i in which.Length == 0 ? [0, 1] : which)
        {
            while (!await IsReadyAsync(Urls[i]))
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>Runs a command of the product on the same database.</summary>
    public async Task<(int ExitCode, string Output)> CommandAsync(string command)
    {
        using var process = Process.Start(Start([command]))!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<string>> ColumnAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
            values.Add(reader.GetValue(0).ToString()!);
        return values;
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        foreach (var server in servers)
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        Http.Dispose();
        NpgsqlConnection.ClearAllPools();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private void StartServer(int i)
    {
        var start = Start([]);
        start.Environment["ASPNETCORE_URLS"] = Urls[i];
        var server = servers[i] = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        server.EnableRaisingEvents = true;

        // A supervisor starts again what ended by itself; what we kill we start ourselves.
        server.Exited += (_, _) =>
        {
            if (!disposed && ReferenceEquals(servers[i], server) && !killing)
                StartServer(i);
        };
    }

    private ProcessStartInfo Start(IEnumerable<string> arguments) => new("dotnet", [api, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__ServiceDesk"] = Connection,
            ["SERVICEDESK_DATA"] = folder,
            ["RateLimits__PerSecond"] = "0",
            ["Logging__LogLevel__Default"] = "None",
        },
    };

    private async Task<bool> IsReadyAsync(string url)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri(url + "/health/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    // Tokens for the callers, and a policy under which every new incident reaches all of its alarms within half a minute.
    private async Task PrepareAsync()
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        foreach (var user in new[] { "tom", "admin" })
        {
            await using var token = new NpgsqlCommand(
                "insert into api_tokens (id, user_id, name, hash, scopes, created_at) select gen_random_uuid(), id, 'faults', $1, '{}', now() from users where user_name = $2", connection);
            token.Parameters.Add(new() { Value = SHA256.HashData(Encoding.ASCII.GetBytes(TokenOf(user))) });
            token.Parameters.Add(new() { Value = user });
            await token.ExecuteNonQueryAsync();
        }

        const string always = """[{"from":"00:00","to":"24:00"}]""";
        var calendar = await PostAsync("service-levels/calendars",
            $$"""{"name":"Always","timeZone":"Etc/UTC","weekly":{"monday":{{always}},"tuesday":{{always}},"wednesday":{{always}},"thursday":{{always}},"friday":{{always}},"saturday":{{always}},"sunday":{{always}}},"exceptions":[]}""");
        await PostAsync("service-levels/policies",
            $$"""{"name":"Faults","order":-1000,"when":{},"calendarId":"{{calendar}}","targets":{"resolution":"PT20S"},"pauseOn":[],"alarms":[]}""");
    }

    private async Task<string> PostAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Urls[0]}/api/v1/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", TokenOf("admin"));
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path}: {(int)response.StatusCode} {text}"));
        using var json = System.Text.Json.JsonDocument.Parse(text);
        return json.RootElement.GetProperty("id").GetString()!;
    }
}
