using ServiceDesk.Faults;

// Kills servers and database (-9) in the middle of writes and alarms, and compares what was acknowledged with what is there.
// Arguments: the published product, how many kills, seconds from one to the next.
int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
var (api, kills, pause) = (args[0], Number(1, 24), TimeSpan.FromSeconds(Number(2, 16)));
await using var site = await Site.StartAsync(api);
using var stop = new CancellationTokenSource();
var writers = new Writers(site, stop.Token);
var writing = writers.RunAsync(callers: 16);
var killed = await site.KillAsync(kills, pause);
await stop.CancelAsync();
await writing;
await site.ReadyAsync();
Npgsql.NpgsqlConnection.ClearAllPools();
Console.WriteLine($"{killed.Values.Sum()} kills: {string.Join(", ", killed.Select(k => $"{k.Value} of {k.Key}"))}");
Console.WriteLine($"{writers.Acknowledged} writes acknowledged, {writers.Retried} sent again after a failure, {writers.Replayed} answered with their first answer");
var findings = await new Comparison(site, writers).RunAsync();
foreach (var finding in findings)
    Console.WriteLine("FOUND: " + finding);
Console.WriteLine(findings.Count == 0 ? "Nothing lost, nothing doubled, every alarm fired once." : $"{findings.Count} findings.");
return findings.Count == 0 ? 0 : 1;
