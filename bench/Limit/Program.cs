using Npgsql;
using ServiceDesk.Limit;

// The bare database doing the same work: what the product sends for one request is recorded once, with the product itself, and then
// sent again by Npgsql alone from the same Kestrel. Arguments: connection string, address, file of operations.
var (connection, address, file) = (args[0], args[1], args[2]);
var operations = Operations.Read(file);
var recordings = await Recorder.RecordAsync(connection, operations);
foreach (var recording in recordings.Values)
    Console.WriteLine($"{recording.Name}: {recording.Trips.Count} round trips, {recording.Trips.Sum(t => t.Commands.Count)} commands, {recording.Body.Length} bytes");

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls(address);
await using var app = builder.Build();
var source = new NpgsqlDataSourceBuilder(connection);
source.ConnectionStringBuilder.NoResetOnClose = true;
source.ConnectionStringBuilder.MaxAutoPrepare = 200;
source.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
await using var data = source.Build();
foreach (var recording in recordings.Values)
{
    var replay = new Replay(recording, operations.Single(o => o.Name == recording.Name), data);
    app.MapMethods("/" + recording.Name, ["GET", "POST"], async (HttpContext http) =>
    {
        await replay.RunAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(recording.Body, http.RequestAborted);
    });
}

app.MapGet("/ready", () => "ready");
await app.RunAsync();
