using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>What cannot be read is named, by the name its sender gave it, and nothing of the program is told.</summary>
public sealed class MalformedRequestTests : ApiTest
{
    [TestCase("session?ct=1", "ct")]
    [TestCase("incidents?sender=x", "sender")]
    [TestCase("reports/incidents?from=2026-01-01&to=2026-02-01&http=x", "http")]
    [TestCase("incidents/INC-000001?id=x", "id")]
    public async Task What_the_server_gives_itself_is_no_parameter(string path, string member)
    {
        var refused = (await As("admin").Get(path)).Expect(HttpStatusCode.BadRequest, "request.unknown_parameter");

        Assert.That(refused["errors"].TryGetProperty(member, out _), Is.True, refused.Text);
    }

    [Test]
    public async Task A_refusal_lists_the_parameters_of_the_contract_and_no_others()
    {
        var contract = Desk.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        List<string> wrong = [];
        var asked = 0;
        foreach (var (path, item) in contract.Paths.Where(p => p.Key.StartsWith("/api/v1/", StringComparison.Ordinal)))
        {
            if (!item.Operations!.TryGetValue(HttpMethod.Get, out var operation) || operation.Parameters?.Any(p => p is { Required: true, In: ParameterLocation.Query }) == true)
                continue;

            var told = operation.Parameters?.Where(p => p.In == ParameterLocation.Query).Select(p => p.Name!).Order(StringComparer.Ordinal).ToList() ?? [];
            var refused = await As("admin").Get(Filled(path) + "?nonsense=1");
            var text = refused.Text.StartsWith('{') && refused.Json.TryGetProperty("detail", out var detail) ? detail.GetString()! : refused.Text;
            asked++;
            if (!text.EndsWith(told.Count == 0 ? "There is none at all." : $"Known: {string.Join(", ", told)}.", StringComparison.Ordinal))
                wrong.Add($"{path}: {text}");
        }

        Assert.That(asked, Is.GreaterThan(60));
        Assert.That(wrong, Is.Empty);
    }

    [TestCase("tickets?limit=abc", "limit", "'abc' is not a whole number.")]
    [TestCase("tickets?open=maybe", "open", "'maybe' is not true or false.")]
    [TestCase("tickets?openedFrom=yesterday", "openedFrom", "'yesterday' is not a time such as 2026-11-22T08:00:00Z.")]
    public async Task A_parameter_that_cannot_be_read_is_named(string path, string member, string text) =>
        Names(await As("admin").Get(path), member, text);

    [TestCase("incidents", """{"title":"x","impact":"high"}""", "urgency", "It is required.")]
    [TestCase("incidents", """{"title":"x","impact":"high","urgency":"huge"}""", "urgency", "It is not one of: high, medium, low.")]
    [TestCase("incidents", """{"title":"x","impact":"high","urgency":"low","colour":"red"}""", "colour", "There is no such member.")]
    [TestCase("incidents", """{"title":null,"impact":"high","urgency":"low"}""", "title", "It cannot be null.")]
    [TestCase("incidents", """{"title":"x","impact":"high","urgency":"low","serviceId":7}""", "serviceId", "It is not an id.")]
    [TestCase("incidents", """{"title":"x","impact":"high","urgency":"low","tags":"a"}""", "tags", "It is not a list.")]
    [TestCase("incidents", """{"title":"x",""", "body", "This is not JSON from line 1, position 13 on.")]
    [TestCase("incidents", "", "body", "A body is required.")]
    [TestCase("service-levels/calendars", """{"name":"A","timeZone":"Europe/Paris","weekly":{"monday":[{"from":"08:00"}]}}""", "weekly.monday[0].to", "It is required.")]
    public async Task A_member_that_cannot_be_read_is_named(string path, string body, string member, string text)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path) { Content = new StringContent(body, null, "application/json") };

        Names(await As("admin").Send(request), member, text);
    }

    [Test]
    public async Task A_member_of_a_change_that_cannot_be_read_is_named()
    {
        var incident = await As("tom").Open();

        Names(await As("tom").Patch($"incidents/{incident.Id}", new { impact = "huge" }), "impact", "It is not one of: high, medium, low.");
        Names(await As("tom").Patch($"incidents/{incident.Id}", new { colour = "red" }), "colour", "There is no such member.");
        Names(await As("tom").Patch($"incidents/{incident.Id}", new { serviceId = "x" }), "serviceId", "It is not an id.");
    }

    private static void Names(Answer refused, string member, string text)
    {
        refused.Expect(HttpStatusCode.BadRequest, "request.malformed");
        Assert.That(refused["errors"].TryGetProperty(member, out var texts), Is.True, refused.Text);
        Assert.That(texts[0].GetString(), Is.EqualTo(text));
        Assert.That(refused.Text, Does.Not.Contain("System.").And.Not.Contain("Endpoints").And.Not.Contain("Nullable").And.Not.Contain(".NET"));
    }

    private static string Filled(string path) =>
        string.Join('/', path.Split('/').Select(s => !s.StartsWith('{') ? s : s is "{kind}" ? "reply" : s is "{number}" ? "1" : "00000000-0000-7000-8000-00000000dead"));
}
