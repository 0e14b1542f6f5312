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
    [TestCase("tickets?openedFrom=2026-11-22", "openedFrom", "'2026-11-22' is not a time such as 2026-11-22T08:00:00Z: with its date and its offset.")]
    [TestCase("tickets?updatedSince=2026-11-22T08:00:00", "updatedSince", "'2026-11-22T08:00:00' is not a time such as 2026-11-22T08:00:00Z: with its date and its offset.")]
    [TestCase("incidents?dueTo=08:00Z", "dueTo", "'08:00Z' is not a time such as 2026-11-22T08:00:00Z: with its date and its offset.")]
    [TestCase("audit?to=22 Nov 2026", "to", "'22 Nov 2026' is not a time such as 2026-11-22T08:00:00Z: with its date and its offset.")]
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

    [TestCase("2026-11-22")]
    [TestCase("2026-11-22T08:00:00")]
    [TestCase("2026-11-22 08:00:00Z")]
    [TestCase("08:00:00Z")]
    [TestCase("2026-02-30T08:00:00Z")]
    [TestCase("2026-11-22T08:00:00+1")]
    [TestCase("2026-11-22T08:00:00Z\n")]
    public async Task An_instant_of_a_body_has_a_date_a_time_and_an_offset(string written)
    {
        const string Text = "It is not a time such as 2026-11-22T08:00:00Z: with its date and its offset.";
        var incident = await As("tom").Open();
        var task = (await As("tom").Post($"incidents/{incident.Id}/tasks", new { title = "Order one" })).Expect(HttpStatusCode.Created);

        Names(await As("tom").Post($"incidents/{incident.Id}/hold", new { reason = "awaitingRequester", until = written }), "until", Text);
        Names(await As("tom").Post($"incidents/{incident.Id}/tasks", new { title = "Order two", dueAt = written }), "dueAt", Text);
        Names(await As("tom").Patch($"incidents/{incident.Id}/tasks/{task.Id}", new { dueAt = written }), "dueAt", Text);
        Names(await As("tom").Post($"incidents/{incident.Id}/worklogs", new { minutes = 5, at = written }), "at", Text);
        Names(await As("tom").Put($"tickets/{incident.Id}/read", new { until = written }), "until", Text);
    }

    [Test]
    public async Task An_instant_is_taken_with_any_offset_in_a_body_and_in_a_query()
    {
        var incident = await As("tom").Open();
        foreach (var written in new[] { "2026-11-22T09:30:00+01:00", "2026-11-22T08:30:00.000Z", "2026-11-22T08:30Z" })
        {
            var task = (await As("tom").Post($"incidents/{incident.Id}/tasks", new { title = "Order one", dueAt = written })).Expect(HttpStatusCode.Created);
            Assert.That(task["dueAt"].GetDateTimeOffset(), Is.EqualTo(new DateTimeOffset(2026, 11, 22, 8, 30, 0, TimeSpan.Zero)));
            (await As("tom").Get("tickets?dueFrom=" + Uri.EscapeDataString(written))).Expect(HttpStatusCode.OK);
        }
    }

    [Test]
    public async Task A_part_of_a_form_that_nobody_reads_is_named()
    {
        var incident = await As("tom").Open();
        (string Path, (string Name, string? File)[] Parts, string Member)[] forms =
        [
            ("attachments", [("file", "a.txt"), ("visibility", null)], "visibility"),
            ("attachments", [("file", "a.txt"), ("other", "b.txt")], "other"),
            ("attachments", [("file", "a.txt"), ("file", "b.txt")], "file"),
            ($"incidents/{incident.Id}/attachments", [("file", "a.txt"), ("colour", null)], "colour"),
            ("imports", [("file", "a.csv"), ("profile", null), ("zone", null)], "zone"),
            ("users/import", [("file", "a.csv"), ("dryRun", null)], "dryRun"),
            ("users/import", [("people", "a.csv")], "people"),
        ];
        foreach (var (path, parts, member) in forms)
        {
            using var form = new MultipartFormDataContent();
            foreach (var (name, file) in parts)
            {
                if (file is null)
                    form.Add(new StringContent("x"), name);
                else
                    form.Add(new ByteArrayContent("userName,name"u8.ToArray()), name, file);
            }

            var refused = (await As("admin").Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path) { Content = form }))
                .Expect(HttpStatusCode.BadRequest, "request.malformed");
            Assert.That(refused["errors"].EnumerateObject().Select(e => e.Name), Is.EqualTo(new[] { member }), path);
        }
    }

    [TestCase("utf-16")]
    [TestCase("utf-32")]
    [TestCase("iso-8859-1")]
    public async Task Json_in_another_charset_than_utf_8_is_of_a_type_that_is_not_read(string charset)
    {
        var body = System.Text.Encoding.GetEncoding(charset).GetBytes("""{"title":"a\u0000","impact":"low","urgency":"low"}""");
        foreach (var type in new[] { "application/json", "application/merge-patch+json" })
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new(type) { CharSet = charset };

            (await As("tom").Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/incidents") { Content = content })).Expect(HttpStatusCode.UnsupportedMediaType, "request.media_type");
        }
    }

    [TestCase("utf-8")]
    [TestCase("\"UTF-8\"")]
    public async Task Json_may_say_that_it_is_utf_8(string charset)
    {
        var content = new ByteArrayContent("""{"title":"é","impact":"low","urgency":"low"}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=" + charset);

        (await As("tom").Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/incidents") { Content = content })).Expect(HttpStatusCode.Created);
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
