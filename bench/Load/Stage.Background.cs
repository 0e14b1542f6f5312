using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace ServiceDesk.Load;

/// <summary>What the server does by itself: alarms, imports, starting.</summary>
internal sealed partial class Stage
{
    private const int Due = 25_000;
    private const int Burst = 10;

    /// <summary>Row 8: a million wakes wait, and more than the bar comes due each second for ten seconds.</summary>
    public async Task<Row> MeasureAlarmsAsync()
    {
        Console.WriteLine("· a million wakes");
        await RunAsync("alarms.sql", ("due", Due.ToString(CultureInfo.InvariantCulture)), ("seconds", Burst.ToString(CultureInfo.InvariantCulture)), ("start", "90"));
        // The demo's own alarms are not the ones that were made to come due.
        const string due = "from service_level_wakes where level = '0.5' and fired_at is not null and clock_id::text like 'b3%'";
        await using var product = await StartProductAsync();
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
        var (before, clock) = (product.Processor(), Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System);
        var idle = (product.Processor() - before) / clock.Elapsed * 100;

        while (clock.Elapsed < TimeSpan.FromMinutes(5) && await ScalarAsync("select count(*)::float8 " + due) < Due)
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        var fired = await ScalarAsync("select count(*)::float8 " + due);
        var rate = await ScalarAsync("select count(*) / extract(epoch from max(fired_at) - min(fired_at))::float8 " + due);
        var p99 = await ScalarAsync("select percentile_cont(0.99) within group (order by extract(epoch from fired_at - at)) " + due);
        var waiting = await ScalarAsync("select count(*)::float8 from service_level_wakes where fired_at is null");
        return new Row("8", "due alarms", Text($"{waiting:#,0} waiting, {Due:#,0} due within {Burst} s"),
            Text($"{fired:#,0} fired at {rate:#,0}/s, late p99 {p99:0.00} s, idle {idle:0.0} % of a core"), "", null, null,
            "≥ 2,000/s, p99 < 1 s, idle ≈ 0", fired >= Due && rate >= 2000 && p99 < 1 && idle < 2);
    }

    /// <summary>Row 10: the event log of another desk.</summary>
    public async Task<Row> MeasureImportAsync(string log)
    {
        var clock = Stopwatch.StartNew();
        using var import = Process.Start(new ProcessStartInfo("dotnet", [api, "import", "servicenow-event-log", log])
        {
            Environment =
            {
                ["ConnectionStrings__ServiceDesk"] = Connection,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["SERVICEDESK_DATA"] = folder,
            },
            RedirectStandardOutput = true,
        })!;
        var peak = 0d;
        var reading = import.StandardOutput.ReadToEndAsync();
        while (!import.HasExited)
        {
            if (File.Exists($"/proc/{import.Id}/status") && Peak().Match(await File.ReadAllTextAsync($"/proc/{import.Id}/status")) is { Success: true } match)
                peak = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) / 1024;
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        var rows = await ScalarAsync("select rows_read::float8 from imports order by started_at desc limit 1");
        var perSecond = rows / clock.Elapsed.TotalSeconds;
        Console.WriteLine((await reading).Split('\n').LastOrDefault(l => l.Length > 0));
        return new Row("10", "import of an event log", Text($"{rows:#,0} rows"), Text($"{perSecond:#,0} rows/s, {peak:0} MB at most"), "", null, null,
            "≥ 5,000 rows/s, memory flat", perSecond >= 5000);
    }

    /// <summary>Rows 12 and 13: memory at rest, and from the start of the process to ready.</summary>
    public async Task<IReadOnlyList<Row>> MeasureStartAsync()
    {
        List<double> seconds = [], megabytes = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            await using var product = await StartProductAsync();
            seconds.Add(product.StartedIn.TotalSeconds);
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
            megabytes.Add(product.Megabytes());
        }

        var (start, memory) = (seconds.Order().ElementAt(Turns / 2), megabytes.Order().ElementAt(Turns / 2));
        return
        [
            new Row("12", "memory of the server, idle", "ReadyToRun", Text($"{memory:0} MB"), "", null, null, "< 150 MB", memory < 150),
            new Row("13", "start to ready, database warm", "ReadyToRun", Text($"{start:0.0} s"), "", null, null, "< 2 s", start < 2),
        ];
    }

    private async Task<double> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        return await command.ExecuteScalarAsync() is double value ? value : 0;
    }

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex Peak();
}
