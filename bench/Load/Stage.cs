using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using ServiceDesk.Infrastructure.EmbeddedPostgres;

namespace ServiceDesk.Load;

/// <summary>A database on disk with the seeded tickets, and the two programs on it in turns.</summary>
internal sealed partial class Stage : IAsyncDisposable
{
    private const int Tickets = 100_000;
    private const int Callers = 8;
    private const int Turns = 3;
    private const string Product = "http://127.0.0.1:18932";
    private const string Limit = "http://127.0.0.1:18933";
    private const string Token = "sd_bench_technician";
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(4);

    /// <summary>The runtime compiles what is used often once more; both sides have as long for it.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    private readonly EmbeddedPostgresServer postgres;
    private readonly string api;
    private readonly string limit;
    private readonly string folder;

    private Stage(EmbeddedPostgresServer postgres, string folder, string api, string limit) =>
        (this.postgres, this.folder, this.api, this.limit) = (postgres, folder, api, limit);

    private string Connection => postgres.ConnectionString("servicedesk");

    public static async Task<Stage> StartAsync(string api, string limit)
    {
        var folder = Path.Combine(Path.GetTempPath(), "servicedesk-bench-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        var postgres = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions
        {
            DataDirectory = Path.Combine(folder, "postgres"),
            Settings = new Dictionary<string, string> { ["shared_buffers"] = "512MB", ["max_wal_size"] = "4GB" },
        });
        var stage = new Stage(postgres, folder, api, limit);
        await stage.SeedAsync();
        return stage;
    }

    /// <summary>Rows 1 to 6: both programs in turns, the median of the turns.</summary>
    public async Task<IReadOnlyList<Row>> MeasureRequestsAsync(Func<string, bool> wanted)
    {
        await using var product = await StartProductAsync();
        var measurements = Rows.All(Product, Token, Tickets, await CursorOfPageAsync(200)).Where(m => wanted(m.Number)).ToList();
        var file = Path.Combine(folder, "operations.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(measurements.Select(m => m.Recorded), JsonSerializerOptions.Web));
        await using var bare = await Machine.StartAsync(limit, [Connection, Limit, file], new Dictionary<string, string>(), Limit + "/ready");

        List<Row> rows = [];
        var memoryUnderLoad = 0d;
        foreach (var m in measurements)
        {
            NextRequest bareRequest = _ => Caller.Request("POST", $"{Limit}/{m.Recorded.Name}", null);
            await Caller.RunAsync(m.Product, Callers, WarmUp);
            await Caller.RunAsync(bareRequest, Callers, WarmUp);
            List<Measured> ours = [], bares = [];
            for (var turn = 0; turn < Turns; turn++)
            {
                ours.Add(await Caller.RunAsync(m.Product, Callers, Turn));
                bares.Add(await Caller.RunAsync(bareRequest, Callers, Turn));
            }

            if (m.Name == "open")
                memoryUnderLoad = product.Megabytes();
            rows.Add(ToRow(m, Median(ours), Median(bares)));
            Console.WriteLine($"{rows[^1].Number} {rows[^1].Operation}: {rows[^1].Figure}; limit {rows[^1].Limit}; ratio {rows[^1].Ratio:0.00}");
        }

        if (memoryUnderLoad > 0)
            rows.Add(new Row("12", "memory of the server under row 1", "100k tickets", Text($"{memoryUnderLoad:0} MB"), "", null, null, "< 300 MB", memoryUnderLoad < 300));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Row ToRow(Measurement m, Measured ours, Measured bare)
    {
        var ratio = ours.PerSecond / bare.PerSecond;
        var bar = m.RatioBar is { } share ? Text($"≥ {share * 100:0} % of the limit (and ≥ {m.PerSecondBar:#,0}/s)") : Text($"≥ {m.PerSecondBar:#,0}/s");
        var failed = ours.Failed + bare.Failed > 0 ? Text($", {ours.Failed + bare.Failed} failed") : "";
        return new Row(m.Number, m.Title, "100k", Text($"{ours.PerSecond:#,0}/s, median {ours.Median:0.0} ms, p99 {ours.P99:0.0} ms{failed}"), Text($"{bare.PerSecond:#,0}/s"),
            ratio, m.RatioBar, bar, failed.Length == 0 && (m.RatioBar is { } needed ? ratio >= needed : ours.PerSecond >= m.PerSecondBar));
    }

    private static Measured Median(List<Measured> turns) => turns.OrderBy(t => t.PerSecond).ElementAt(turns.Count / 2) with { Failed = turns.Sum(t => t.Failed) };

    private Task<Machine> StartProductAsync() => Machine.StartAsync(api, [], new Dictionary<string, string>
    {
        ["ASPNETCORE_URLS"] = Product,
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConnectionStrings__ServiceDesk"] = Connection,
        ["SERVICEDESK_DATA"] = folder,
        ["RateLimits__PerSecond"] = "0",
        ["Logging__LogLevel__Default"] = "Warning",
    }, Product + "/health/ready");

    private static async Task<string> CursorOfPageAsync(int page)
    {
        string? cursor = null;
        for (var i = 1; i < page; i++)
        {
            using var request = Caller.Request("GET", $"{Product}/api/v1/tickets?open=true&teamId={Rows.Queue}&sort=priority,dueAt&limit=50{(cursor is null ? "" : "&cursor=" + cursor)}", Token);
            using var response = await Caller.Client.SendAsync(request);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            cursor = json.RootElement.GetProperty("nextCursor").GetString();
        }

        return cursor!;
    }

    private async Task SeedAsync()
    {
        Console.WriteLine("· seeding 100,000 tickets");
        await using (await Machine.StartAsync(api, [], new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = Product,
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__ServiceDesk"] = Connection,
            ["SERVICEDESK_DATA"] = folder,
            ["Logging__LogLevel__Default"] = "Warning",
        }, Product + "/health/ready"))
        {
            await RunAsync("seed.sql", ("count", Tickets.ToString(CultureInfo.InvariantCulture)));
        }

        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var token = new NpgsqlCommand(
            "insert into api_tokens (id, user_id, name, hash, scopes, created_at) select gen_random_uuid(), id, 'bench', $1, '{}', now() from users where user_name = 'tom'", connection);
        token.Parameters.Add(new() { Value = SHA256.HashData(Encoding.ASCII.GetBytes(Token)) });
        await token.ExecuteNonQueryAsync();
    }

    private async Task RunAsync(string resource, params (string Name, string Value)[] variables)
    {
        using var reader = new StreamReader(typeof(Stage).Assembly.GetManifestResourceStream(resource)!);
        var sql = variables.Aggregate(await reader.ReadToEndAsync(), (text, v) => text.Replace(":" + v.Name, v.Value, StringComparison.Ordinal));
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1800 };
        await command.ExecuteNonQueryAsync();
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
