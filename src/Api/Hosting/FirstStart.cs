using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Api.Hosting;

/// <summary>Before the first request: the built-in roles, and outside production the demo data of an empty database.</summary>
internal static class FirstStart
{
    public static async Task PrepareAsync(WebApplication app)
    {
        var demo = DemoData.IsOn(app.Configuration, app.Environment);
        if (demo && app.Environment.IsProduction())
            throw new StartException("SERVICEDESK_DEMO is on in production: the demo accounts have a public password. Switch one of them off.");

        if (!demo && await Baseline.IsThereAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), default))
            return;

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Is(new SystemUser());
        var db = scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>();
        await Baseline.EnsureAsync(db, app.Services.GetRequiredService<TimeProvider>(), default);
        if (!demo || await db.Set<Ticket>().AnyAsync())
            return;

        // Tests bring the tickets they need.
        if (app.Environment.IsEnvironment("Testing"))
            await scope.ServiceProvider.GetRequiredService<DemoAccounts>().EnsureAsync(default);
        else
            await DemoAsync(scope.ServiceProvider, default);
    }

    /// <summary>The demo's people and their work; true when the incidents were not there yet.</summary>
    public static async Task<bool> DemoAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<DemoAccounts>().EnsureAsync(ct);
        return await services.GetRequiredService<DemoIncidents>().EnsureAsync(ct);
    }
}

/// <summary>The demo data set is on unless this is production or the operator says otherwise.</summary>
internal static class DemoData
{
    public static bool IsOn(IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetValue("SERVICEDESK_DEMO", !environment.IsProduction());
}
