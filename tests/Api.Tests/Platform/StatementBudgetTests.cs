using System.Diagnostics;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Api.Tests.Security;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>
/// What every operation costs the database, held against statement-budgets.txt: as much with twenty-two of a thing as with two, and no more
/// than is written there. A new endpoint fails until it has a line. Run with SERVICEDESK_WRITE_BUDGETS=1, then read the difference.
/// </summary>
public sealed class StatementBudgetTests : ApiTest
{
    private const int Few = 2;
    private const int Many = 22;

    // A stream that does not end, and what an empty installation is asked once.
    private static readonly string[] NotAsked = ["GET api/v1/events", "POST api/v1/setup"];

    private static readonly string File = Repository.PathOf("tests", "Api.Tests", "Platform", "statement-budgets.txt");

    [Test]
    public async Task Every_operation_costs_what_its_budget_says_however_much_there_is()
    {
        string[] text = await System.IO.File.ReadAllLinesAsync(File);
        var lines = text.Select(BudgetLine.Parse).ToList();
        var names = await NamesAsync();

        var few = await LeastAsync(lines, names, "a", Few);
        var many = await LeastAsync(lines, names, "b", Many);

        if (Environment.GetEnvironmentVariable("SERVICEDESK_WRITE_BUDGETS") == "1")
            await System.IO.File.WriteAllLinesAsync(File, text.Select((t, i) => many[i] is { } count ? lines[i]!.With(count) : t));
        else
            Assert.That(Lines(lines, (line, i) => many[i] is { } count && count > line.Budget, i => $"{many[i]}"), Is.Empty);
        Assert.That(Lines(lines, (_, i) => many[i] > few[i], i => $"{few[i]}, then {many[i]}"), Is.Empty);
        Assert.That(Unasked(lines), Is.EquivalentTo(NotAsked));
    }

    private static IEnumerable<string> Lines(List<BudgetLine?> lines, Func<BudgetLine, int, bool> which, Func<int, string> said) =>
        lines.Select((line, i) => (line, i)).Where(l => l.line is not null && which(l.line, l.i)).Select(l => $"{said(l.i)}: {l.line!.Text}");

    private IEnumerable<string> Unasked(List<BudgetLine?> lines)
    {
        var asked = lines.OfType<BudgetLine>().Where(l => l.Method.Length > 0).Select(l => (l.Method, Path: "/api/v1/" + l.Path.Split('?')[0].Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal))).ToList();
        var endpoints = from endpoint in Desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                        let path = endpoint.RoutePattern.RawText!.Trim('/')
                        where path.StartsWith("api/", StringComparison.Ordinal)
                        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
                        select (Method: method, Path: path);
        var all = endpoints.Select(e => (e.Method, e.Path, Matcher: new TemplateMatcher(TemplateParser.Parse(e.Path), []))).ToList();
        // An address may fit several: the one with the fewest parameters is meant.
        var met = asked.Select(a => all.Where(e => e.Method == a.Method && e.Matcher.TryMatch(a.Path, [])).MinBy(e => e.Path.Count(c => c == '{'))).Select(e => (e.Method, e.Path)).ToHashSet();
        return all.Where(e => !met.Contains((e.Method, e.Path))).Select(e => $"{e.Method} {e.Path}");
    }

    private Task<Dictionary<string, Guid>> NamesAsync() => Desk.Db(async db =>
    {
        var people = await db.Set<User>().Select(u => new { u.UserName, u.Id }).ToListAsync();
        var teams = await db.Teams.Select(t => new { t.Key, t.Id }).ToListAsync();
        return people.Select(p => (p.UserName, p.Id.Value)).Concat(teams.Select(t => (t.Key, t.Id.Value))).ToDictionary(n => n.Item1, n => n.Item2);
    });

    // Rights and settings are kept for two seconds, and calendars once they were opened: what counts is a call while they are known.
    private async Task<int?[]> LeastAsync(List<BudgetLine?> lines, Dictionary<string, Guid> names, string run, int repeats)
    {
        var first = await RunAsync(lines, new BudgetScript(Desk, run + "x", names), repeats);
        var second = await RunAsync(lines, new BudgetScript(Desk, run + "y", names), repeats);
        return [.. first.Zip(second, (a, b) => a is null ? null : (int?)Math.Min(a.Value, b!.Value))];
    }

    private async Task<int?[]> RunAsync(List<BudgetLine?> lines, BudgetScript script, int repeats)
    {
        var counts = new int?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(10));
            if (lines[i] is { Method: "" })
                await Desk.InScopeAsync(async s => { while (await s.GetRequiredService<OutboxStep>().RunOnceAsync(default) == TimeSpan.Zero) { } });
            else if (lines[i] is { } line)
                for (var (time, last) = (0, line.Repeated ? repeats - 1 : 0); time <= last; time++)
                {
                    if (time == last)
                        await MakeKnownAsync(script, line);
                    counts[i] = await CountAsync(script, line, time);
                }
        }

        return counts;
    }

    private async Task MakeKnownAsync(BudgetScript script, BudgetLine line)
    {
        await script.MakeKnownAsync(line);
        await Desk.InScopeAsync(async s =>
        {
            await s.GetRequiredService<ISettingsReader>().GetAsync(default);
            await s.GetRequiredService<IPolicyBook>().InForceAsync(default);
            await s.GetRequiredService<ITicketForms>().MatrixAsync(Practice.Incident, default);
            await s.GetRequiredService<ITicketForms>().FieldsAsync(Practice.Incident, default);
        });
    }

    private static async Task<int> CountAsync(BudgetScript script, BudgetLine line, int time)
    {
        var trace = ActivityTraceId.CreateRandom();
        var count = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a => _ = a.Source.Name == "Npgsql" && a.TraceId == trace ? Interlocked.Increment(ref count) : 0,
        };
        ActivitySource.AddActivityListener(listener);
        await script.SendAsync(line, time, $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        return count;
    }
}
