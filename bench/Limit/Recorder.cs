using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using ServiceDesk.Api.Hosting;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Limit;

/// <summary>Runs the product in this process, on the same database, and writes down what each request sends.</summary>
internal static class Recorder
{
    private const string Address = "http://127.0.0.1:18931";

    public static async Task<Dictionary<string, Recording>> RecordAsync(string connection, IReadOnlyList<Operation> operations)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = Address;
        await using var app = ServiceDeskHost.Build(builder, new DatabaseConnection(connection));
        app.Services.GetRequiredService<StartGate>().Open();
        await app.StartAsync();
        using var listener = new CommandListener();
        using var subscription = DiagnosticListener.AllListeners.Subscribe(listener);
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        Dictionary<string, Recording> recordings = [];
        foreach (var operation in operations)
        {
            // What is kept in memory shall be there: the first call warms, on a ticket that is not used again.
            if (operation.Supply.Count > 0)
                await SendAsync(http, operation, operation.Supply[^1]);
            else
                await SendAsync(http, operation, operation.Subject);

            var started = TimeProvider.System.GetUtcNow().AddMilliseconds(-2);
            listener.Begin();
            var body = await SendAsync(http, operation, operation.Subject);
            recordings[operation.Name] = new Recording(operation.Name, listener.End(), body, ReferenceIn(body), started);
        }

        await app.StopAsync();
        return recordings;
    }

    private static async Task<byte[]> SendAsync(HttpClient http, Operation operation, Guid? subject)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.Path.Replace("{ticket}", subject?.ToString(), StringComparison.Ordinal));
        request.Headers.Authorization = new("Bearer", operation.Token);
        if (operation.Body is not null)
            request.Content = new StringContent(operation.Body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? body : throw new InvalidOperationException($"{operation.Name}: {(int)response.StatusCode} {Encoding.UTF8.GetString(body)}");
    }

    private static string? ReferenceIn(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("reference", out var reference) ? reference.GetString() : null;
    }

    private sealed class CommandListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<Trip> trips = [];
        private readonly List<IDisposable> subscriptions = [];
        private bool recording;

        public void Begin()
        {
            trips.Clear();
            recording = true;
        }

        public List<Trip> End()
        {
            recording = false;
            return [.. trips];
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (!recording)
                return;
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: NpgsqlCommand command })
                trips.Add(new Trip(TripKind.Command, [new Sent(command.CommandText, [.. command.Parameters.Select(p =>
                    new SentValue(p.ParameterName, p.Value, p.Value is null or DBNull ? p.NpgsqlDbType : p.NpgsqlDbType))])]));
            else if (value.Key == RelationalEventId.TransactionStarting.Name)
                trips.Add(new Trip(TripKind.Begin, []));
            else if (value.Key == RelationalEventId.TransactionCommitting.Name)
                trips.Add(new Trip(TripKind.Commit, []));
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose() => subscriptions.ForEach(s => s.Dispose());

        private static class DbLoggerCategory
        {
            public const string Name = "Microsoft.EntityFrameworkCore";
        }
    }
}
