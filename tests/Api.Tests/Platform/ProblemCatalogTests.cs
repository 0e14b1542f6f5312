using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using ServiceDesk.Api.Problems;
using ServiceDesk.Api.Tests.Security;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Every code is explained once, in both languages, and every explanation is of a code there is.</summary>
public sealed partial class ProblemCatalogTests : ApiTest
{
    [Test]
    public void Each_code_stands_once_with_all_it_needs()
    {
        Assert.That(ProblemCatalog.All, Has.Count.GreaterThan(150));
        Assert.That(ProblemCatalog.All.Select(e => e.Code), Is.Unique);
        Assert.That(
            ProblemCatalog.All.Where(e => e.Status is < 400 or > 599 || new[] { e.En.Title, e.En.Remedy, e.Fr.Title, e.Fr.Remedy }.Any(t => t.Trim().Length < 5)), Is.Empty);
    }

    [Test]
    public void Every_code_the_sources_use_is_explained()
    {
        var used = Sources("src").SelectMany(CodesIn)
            .Concat(Sources(Path.Combine("tests", "Api.Tests")).SelectMany(t => Expected().Matches(t).Select(m => m.Groups[1].Value)))
            .Concat(typeof(ProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!))
            .Distinct().Order().ToList();

        Assert.That(used, Has.Count.GreaterThan(150));
        Assert.That(used.Where(c => ProblemCatalog.Find(c) is null), Is.Empty, "add them to src/Api/Problems/catalogue.txt");
    }

    [Test]
    public void Every_explanation_is_of_a_code_there_is()
    {
        var sources = string.Concat(Sources("src"));

        Assert.That(ProblemCatalog.All.Where(e => !sources.Contains($"\"{e.Code}\"", StringComparison.Ordinal)
            && !sources.Contains($"\".{e.Code.Split('.')[^1]}\"", StringComparison.Ordinal)).Select(e => e.Code), Is.Empty);
    }

    [Test]
    public void The_documentation_is_what_the_catalogue_says() => Assert.That(
        File.ReadAllText(Repository.PathOf("docs", "problems", "README.md")), Is.EqualTo(ProblemPages.Document()), "run ./run problems > docs/problems/README.md");

    [Test]
    public async Task The_type_of_a_problem_leads_to_its_explanation()
    {
        var refused = (await As("alice").Get("nonsense")).Expect(HttpStatusCode.NotFound, "not_found");

        var program = (await Desk.Nobody().Get(refused["type"].GetString()!)).Expect(HttpStatusCode.OK);
        var request = new HttpRequestMessage(HttpMethod.Get, "/problems/ticket.closed");
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Accept-Language", "fr-FR");
        var page = await Desk.Nobody().Send(request);

        Assert.That(program["en"].GetProperty("title").GetString(), Is.EqualTo("Not found."));
        Assert.That(page.Headers["Content-Type"], Does.StartWith("text/html"));
        Assert.That(page.Text, Does.Contain("Ce ticket est clos."));
        (await Desk.Nobody().Get("/problems/no.such")).Expect(HttpStatusCode.NotFound, "not_found");
    }

    private static IEnumerable<string> CodesIn(string text) => WithMessage().Matches(text).Concat(Malformed().Matches(text)).Concat(Extension().Matches(text))
        .Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    // A code stands before the sentence that explains it.
    [GeneratedRegex("\"([a-z][a-z_]*\\.[a-z_]+)\",\\s*\\$?\"[A-Z{']")]
    private static partial Regex WithMessage();

    [GeneratedRegex("(?:MalformedRequestException|RuleViolationException|Meaning)\\(\\s*\"([a-z_.]+)\"")]
    private static partial Regex Malformed();

    [GeneratedRegex("\\[\"code\"\\] = \"([a-z_.]+)\"")]
    private static partial Regex Extension();

    [GeneratedRegex("Expect\\(HttpStatusCode\\.\\w+, \"([a-z_.]+)\"")]
    private static partial Regex Expected();
}
