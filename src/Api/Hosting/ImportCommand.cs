using System.Diagnostics;
using ServiceDesk.Application.Imports;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Imports;

namespace ServiceDesk.Api.Hosting;

/// <summary>
/// Imports a file here and now and says how far it is. When it is interrupted, a running server goes on with it; running the command again
/// with the same file adds what is missing and changes nothing else.
/// </summary>
internal static class ImportCommand
{
    private const string Usage = "import <profile> <file> [--time-zone <zone>] [--policy <id>] [--source <name>]";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = args.SkipWhile(a => a != "import").Skip(1).ToList();
        var policy = Take(words, "--policy");
        var (zone, source) = (Take(words, "--time-zone"), Take(words, "--source"));
        if (words.Count < 2)
            throw new StartException($"Say what to import: {Usage}.");
        if (!File.Exists(words[1]))
            throw new StartException($"There is no file {words[1]}.");
        if (policy is not null && !Guid.TryParse(policy, out _))
            throw new StartException("--policy takes the id of a service-level policy.");

        return await OperatorCommand.RunAsync(args, async (services, ct) =>
        {
            await using var content = File.OpenRead(words[1]);
            var request = new StartImport(words[0], Path.GetFileName(words[1]), content.Length, content)
            {
                PolicyId = policy is null ? null : Guid.Parse(policy),
                TimeZone = zone,
                Source = source,
            };
            return await RunAsync(services, request, Console.Out, ct);
        });
    }

    public static async Task<int> RunAsync(IServiceProvider services, StartImport request, TextWriter output, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var sender = services.GetRequiredService<ISender>();
        ImportResponse import;
        try
        {
            import = await sender.Send(request, ct);
        }
        catch (FluentValidation.ValidationException e)
        {
            throw new StartException(string.Join(" ", e.Errors.Select(f => f.ErrorMessage)));
        }
        catch (Domain.Common.RuleViolationException e)
        {
            throw new StartException(e.Message);
        }

        var id = import.Id;
        if (!await services.GetRequiredService<IImportRun>().RunAsync(new ImportId(id), new Progress(output, started), ct))
            await output.WriteLineAsync("A server has taken the file already; it goes on there.");
        import = await sender.Send(new GetImport(id), ct);
        foreach (var row in import.Rejected)
            await output.WriteLineAsync($"  row {row.Row} was not taken. {row.Reason}");
        if (import.State == ImportState.Failed)
            throw new StartException($"The import failed: {import.Failure}");

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await output.WriteLineAsync(
            $"{import.State}: {import.RowsRead} rows read ({import.RowsRead / seconds:0} a second), {import.TicketsCreated} tickets created, "
            + $"{import.TicketsKnown} known already, {import.RowsRejected} rows rejected.");
        return import.RowsRejected == 0 ? 0 : 1;
    }

    private static string? Take(List<string> words, string option)
    {
        var at = words.IndexOf(option);
        if (at < 0)
            return null;
        if (at + 1 >= words.Count)
            throw new StartException($"{option} wants a value: {Usage}.");

        var value = words[at + 1];
        words.RemoveRange(at, 2);
        return value;
    }

    private sealed class Progress(TextWriter output, long started) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => output.WriteLine(
            $"  {value.RowsRead} rows, {value.TicketsCreated} tickets created ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)");
    }
}
