using System.Diagnostics;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Api.Hosting;

/// <summary>Loads the demo into a database, however much is in it already. Running it again adds nothing.</summary>
internal static class SeedCommand
{
    public static Task<int> RunAsync(string[] args) => OperatorCommand.RunAsync(args, async (services, ct) =>
    {
        if (services.GetRequiredService<IHostEnvironment>().IsProduction())
            throw new StartException("The demo accounts have a public password: they are not loaded in production.");

        var started = Stopwatch.GetTimestamp();
        Console.WriteLine("Loading the demo's people and incidents …");
        await Baseline.EnsureAsync(services.GetRequiredService<ServiceDeskDbContext>(), services.GetRequiredService<TimeProvider>(), ct);
        var added = await FirstStart.DemoAsync(services, ct);
        Console.WriteLine(added ? $"Done in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s." : "They were there already.");
        return 0;
    });
}
