namespace ServiceDesk.Api.Telemetry;

/// <summary>Logs as JSON in production, plain lines elsewhere; metrics at /metrics.</summary>
internal static class TelemetryRegistration
{
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PrometheusMetrics>();
        // The framework's own lines per request and per statement say less and cost more.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (builder.Environment.IsProduction())
        {
            builder.Logging.AddJsonConsole(o =>
            {
                o.IncludeScopes = true;
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            builder.Logging.AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>("ServiceDesk.Api.Telemetry.RequestLog", LogLevel.Warning);
        }

        return builder;
    }

    public static void MapMetrics(this WebApplication app)
    {
        // Listens from the start, not from the first question.
        _ = app.Services.GetRequiredService<PrometheusMetrics>();
        app.MapGet("/metrics", (PrometheusMetrics metrics) => TypedResults.Text(metrics.Render(), "text/plain; version=0.0.4; charset=utf-8"))
            .ExcludeFromDescription();
    }
}
