using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ServiceDesk.Api.Tests;

/// <summary>Calls the API and keeps status, headers and body of each answer together.</summary>
public sealed class ApiClient(HttpClient http)
{
    public HttpClient Http { get; } = http;

    public Task<Answer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, Url(path)));

    public Task<Answer> Post(string path, object? body = null, string? ifMatch = null, string? key = null) =>
        Send(With(new HttpRequestMessage(HttpMethod.Post, Url(path)) { Content = JsonContent.Create(body ?? new { }) }, ifMatch, key));

    public Task<Answer> Patch(string path, object body, string? ifMatch = null) =>
        Send(With(new HttpRequestMessage(HttpMethod.Patch, Url(path)) { Content = JsonContent.Create(body) }, ifMatch, null));

    public Task<Answer> Put(string path, object body, string? ifMatch = null) =>
        Send(With(new HttpRequestMessage(HttpMethod.Put, Url(path)) { Content = JsonContent.Create(body) }, ifMatch, null));

    public Task<Answer> Delete(string path, string? ifMatch = null) =>
        Send(With(new HttpRequestMessage(HttpMethod.Delete, Url(path)), ifMatch, null));

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var answer = new Answer(response.StatusCode, text, response.Headers.ETag?.Tag, response.Headers.Location?.ToString(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase));
        if (request.Method == HttpMethod.Get && answer.Status == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "application/json")
            DemandTagOfVersion(answer, request);
        return answer;
    }

    // Wherever a test reads a single resource.
    private static void DemandTagOfVersion(Answer answer, HttpRequestMessage request)
    {
        if (answer.Json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number)
            Assert.That(answer.ETag, Is.EqualTo($"\"{version}\""), request.RequestUri?.ToString());
    }

    /// <summary>Opens an incident as this caller.</summary>
    public async Task<Answer> Open(string title = "The printer on the second floor does not print", object? more = null)
    {
        var body = new Dictionary<string, object?> { ["title"] = title, ["impact"] = "medium", ["urgency"] = "medium" };
        foreach (var member in more?.GetType().GetProperties() ?? [])
            body[member.Name] = member.GetValue(more);
        return (await Post("incidents", body)).Expect(HttpStatusCode.Created);
    }

    private static string Url(string path) => path.StartsWith('/') ? path : "/api/v1/" + path;

    private static HttpRequestMessage With(HttpRequestMessage request, string? ifMatch, string? key)
    {
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return request;
    }
}

/// <summary>One answer of the API.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, string? ETag, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>The problem's stable code.</summary>
    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public JsonElement this[string member] => Json.GetProperty(member);

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>Fails with the answer's own words when the status is another.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.That(Status, Is.EqualTo(status), Text);
        return this;
    }

    /// <summary>A refusal: status and code together.</summary>
    public Answer Expect(HttpStatusCode status, string code)
    {
        Expect(status);
        Assert.That(Code, Is.EqualTo(code), Text);
        return this;
    }
}
