using ServiceDesk.Api.Endpoints;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Api.Limits;
using ServiceDesk.Api.OpenApi;
using ServiceDesk.Api.Problems;
using ServiceDesk.Api.Security;
using ServiceDesk.Api.Telemetry;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Api.Hosting;

/// <summary>Puts the application together; the same for serving, for tests and for printing the contract.</summary>
internal static class ServiceDeskHost
{
    /// <summary>After SIGTERM, requests that are under way may take so long.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(45);

    public static WebApplication Build(WebApplicationBuilder builder, DatabaseConnection database)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls("http://localhost:8080");
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = RequestLimits.Body;
        });
        builder.Services.AddSingleton<TimeProvider>(new DatabaseClock(TimeProvider.System));
        builder.Services.AddSingleton(database);
        builder.Services.AddMessaging().AddInfrastructure().AddSignIn().AddSecurity().AddProblems().AddApiJson().AddContract().AddRateLimits().AddTimeLimits();
        builder.Services.AddScoped<TicketBulk>();
        builder.AddTelemetry();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = Drain);
        if (!builder.Environment.IsEnvironment("Testing"))
            builder.Services.AddWorkers();

        var app = builder.Build();
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<HeadMiddleware>();
        app.UseStatusCodePages();
        app.UseProblemsOfTheFramework();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRouting();
        app.UseMiddleware<StartGateMiddleware>();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<CallerMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<GateMiddleware>();
        app.UseMiddleware<MediaTypeMiddleware>();
        app.UseMiddleware<StorableTextMiddleware>();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.UseContract();
        app.MapApi();
        app.MapPages();
        return app;
    }
}

/// <summary>What a single request may weigh.</summary>
internal static class RequestLimits
{
    /// <summary>Bytes of a body, unless an endpoint says otherwise: uploads do.</summary>
    public const long Body = 1024 * 1024;

    /// <summary>Bytes of a file to be imported, packed or not.</summary>
    public const long Import = 512L * 1024 * 1024;
}
