using ServiceDesk.Api.Problems;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Api.Hosting;

/// <summary>The program's commands: without one it serves; the others are for operators and end by themselves.</summary>
internal static class CommandLine
{
    private const string Help = """
        servicedesk                   serve the API and the pages
        servicedesk migrate           bring the database to this release's schema
        servicedesk verify            check what is stored: references, audit chain, clocks, attachments
        servicedesk backup <folder>   write database and attachments of this moment into an empty folder
        servicedesk restore <folder>  bring a backup back into an empty database, then verify it
        servicedesk seed            load the demo's people and incidents; never in production
        servicedesk import <profile> <file> [--time-zone <zone>] [--policy <id>] [--source <name>]
                                      bring in the tickets of another system; the profile is servicenow-event-log
        servicedesk permissions       print who may do what, docs/permissions.md
        servicedesk problems          print what each code of an error means, docs/problems/README.md
        servicedesk openapi           print the contract, openapi.yaml
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var command = args.FirstOrDefault(a => !a.StartsWith('-'));
        if (args.Contains("--help"))
            command = "help";

        try
        {
            return command switch
            {
                null => await ServeAsync(args),
                "migrate" => await MigrateAsync(args),
                "verify" => await VerifyCommand.RunAsync(args),
                "seed" => await SeedCommand.RunAsync(args),
                "import" => await ImportCommand.RunAsync(args),
                "backup" => await BackupCommand.BackupAsync(args, Operand(args, 1)),
                "restore" => await BackupCommand.RestoreAsync(args, Operand(args, 1)),
                "permissions" => PermissionsCommand.Run(),
                "problems" => Print(ProblemPages.Document()),
                "openapi" => await OpenApiCommand.RunAsync(args),
                _ => Explain(command),
            };
        }
        catch (StartException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        var model = ServiceDeskModel.BuildAsync();
        var builder = WebApplication.CreateBuilder(args);
        await using var database = await DatabaseStartup.ConnectAsync(builder);
        await using var app = ServiceDeskHost.Build(builder, database.Connection);
        var prepared = PrepareAsync(app, database, model);

        // Tests ask as soon as the server listens; all others are told to wait, and the routes are there when it is ready.
        if (app.Environment.IsEnvironment("Testing"))
            await prepared;
        await app.StartAsync();
        var stopped = app.WaitForShutdownAsync();
        if (await Task.WhenAny(prepared, stopped) == prepared)
        {
            await prepared;
            await Announcement.MakeAsync(app);
        }

        await stopped;
        return 0;
    }

    /// <summary>What is to be done before the first request.</summary>
    private static async Task PrepareAsync(WebApplication app, DatabaseStartup database, Task model)
    {
        await database.PrepareSchemaAsync(app.Environment);
        await DatabaseWait.PersistAsync(database.Owner, () => FirstStart.PrepareAsync(app), Console.WriteLine);
        await model;
        app.Services.GetRequiredService<StartGate>().Open();
    }

    private static async Task<int> MigrateAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        await using var database = await DatabaseStartup.ConnectAsync(builder);
        await Migrator.MigrateAsync(database.Owner);
        Console.WriteLine("The database has this release's schema.");
        return 0;
    }

    /// <summary>The words after the command, without options; null when there are fewer.</summary>
    private static string? Operand(string[] args, int index) => args.Where(a => !a.StartsWith('-')).ElementAtOrDefault(index);

    private static int Print(string text)
    {
        Console.Write(text);
        return 0;
    }

    private static int Explain(string command)
    {
        if (command != "help")
            Console.Error.WriteLine($"There is no command '{command}'.");
        Console.WriteLine(Help);
        return command == "help" ? 0 : 2;
    }
}

/// <summary>The program cannot start, for a reason an operator can act on: one line, no stack trace.</summary>
internal sealed class StartException(string message) : Exception(message);
