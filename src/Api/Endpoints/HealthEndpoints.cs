using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using ServiceDesk.Api.Problems;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Api.Endpoints;

/// <summary>What a load balancer asks; no secret in it.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Ready(
        NpgsqlDataSource dataSource, StartGate gate, IHostApplicationLifetime life, HttpContext http, CancellationToken ct)
    {
        if (life.ApplicationStopping.IsCancellationRequested)
            return NotReady(http, ProblemCodes.Stopping, "This server is stopping.");

        if (!gate.IsOpen)
            return NotReady(http, ProblemCodes.Starting, "This server is starting.");

        try
        {
            await using var command = dataSource.CreateCommand("select 1");
            command.CommandTimeout = 5;
            await command.ExecuteScalarAsync(ct);
            return TypedResults.Text("ready");
        }
        catch (NpgsqlException)
        {
            return NotReady(http, ProblemCodes.Unavailable, "The database cannot be reached.");
        }
    }

    private static ProblemHttpResult NotReady(HttpContext http, string code, string title)
    {
        http.Response.Headers.RetryAfter = "5";
        return TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: title, extensions: new Dictionary<string, object?> { ["code"] = code });
    }
}
