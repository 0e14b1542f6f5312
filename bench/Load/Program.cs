using System.Globalization;
using ServiceDesk.Load;

// Arguments: the published product, the limit, the file for the results, and the rows to measure (all when none is named).
var (api, limit, results) = (args[0], args[1], args[2]);
var wanted = args.Length > 3 ? args[3..].ToHashSet() : null;
bool Wants(params ReadOnlySpan<string> rows)
{
    foreach (var row in rows)
    {
        if (wanted?.Contains(row) != false)
            return true;
    }

    return false;
}

var loadBefore = Results.LoadAverage();
List<Row> rows = [];
if (Wants("9"))
    rows.AddRange(BusinessTime.Measure());
await using var stage = await Stage.StartAsync(api, limit);
if (Wants("1", "2", "3", "4", "5", "6"))
    rows.AddRange(await stage.MeasureRequestsAsync(r => Wants(r)));
if (Wants("8"))
    rows.Add(await stage.MeasureAlarmsAsync());
if (Wants("10") && Environment.GetEnvironmentVariable("SERVICEDESK_BENCH_LOG") is { } log)
    rows.Add(await stage.MeasureImportAsync(log));
if (Wants("12", "13"))
    rows.AddRange(await stage.MeasureStartAsync());

Results.Write(results, [.. rows.OrderBy(r => int.Parse(r.Number, CultureInfo.InvariantCulture))], "./bench/run " + string.Join(' ', args[3..]), loadBefore);
Console.WriteLine($"Written to {results}.");
return rows.All(r => r.Reached) ? 0 : 1;
