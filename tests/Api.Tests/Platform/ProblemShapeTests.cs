using System.Net;
using System.Text.Json;
using ServiceDesk.Api.Tests.Imports;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Whoever refuses, the answer has the same members.</summary>
public sealed class ProblemShapeTests : ApiTest
{
    [TestCase("GET", "/api/v1/nothing", HttpStatusCode.NotFound)]
    [TestCase("DELETE", "/api/v1/tickets", HttpStatusCode.MethodNotAllowed)]
    [TestCase("POST", "/api/v1/incidents", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("GET", "/api/v1/incidents/INC-999999", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/tickets?nonsense=1", HttpStatusCode.BadRequest)]
    public async Task A_refusal_has_all_members_also_for_who_asks_for_another_form(string method, string path, HttpStatusCode status)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Accept", "text/csv" } } };
        if (method == "POST")
            request.Content = new StringContent("title=x", null, "text/plain");

        var refused = (await As("tom").Send(request)).Expect(status);

        Demand(refused.Json, path.Split('?')[0], refused.Text);
    }

    [Test]
    public async Task A_refusal_within_a_bulk_has_all_members_and_names_the_argument()
    {
        var incident = await As("tom").Open();

        var answer = (await As("tom").Post("tickets/bulk", new { ids = new[] { incident.Id }, action = "hold", arguments = new { reason = "x" } }))
            .Expect(HttpStatusCode.BadRequest, "bulk.arguments");
        Assert.That(answer["errors"].GetProperty("arguments.reason")[0].GetString(), Does.StartWith("It is not one of"));

        var results = (await As("tom").Post("tickets/bulk", new { ids = new[] { incident.Id }, action = "reopen", arguments = new { text = "x" } })).Expect(HttpStatusCode.OK);
        Demand(results["results"][0].GetProperty("problem"), $"/api/v1/tickets/{incident.Id}", results.Text);
    }

    [Test]
    public async Task An_import_names_the_option_and_the_empty_file()
    {
        var wrong = (await As("admin").Upload(new byte[] { 1 }, new { zone = "Europe/Paris" })).Expect(HttpStatusCode.BadRequest, "request.malformed");
        Assert.That(wrong["errors"].TryGetProperty("options.zone", out _), Is.True, wrong.Text);

        var empty = (await As("admin").Upload(Array.Empty<byte>())).Expect(HttpStatusCode.BadRequest, "validation");
        Assert.That(empty["errors"].TryGetProperty("file", out _), Is.True, empty.Text);
    }

    private static void Demand(JsonElement problem, string instance, string text)
    {
        foreach (var member in new[] { "type", "title", "status", "detail", "instance", "code", "traceId" })
            Assert.That(problem.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null, Is.True, $"{member}: {text}");
        Assert.That(problem.GetProperty("instance").GetString(), Is.EqualTo(instance));
    }
}
