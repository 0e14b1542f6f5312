using System.Net;

namespace ServiceDesk.Api.Tests.Security;

/// <summary>Who may not come in is told so, and not what is wrong with what they sent.</summary>
public sealed class GateTests : ApiTest
{
    [TestCase("incidents", "{}")]
    [TestCase("incidents", "{")]
    [TestCase("tickets/bulk", "{}")]
    [TestCase("users", """{"nonsense":1}""")]
    [TestCase("tokens", "{}")]
    public async Task Nobody_is_asked_to_sign_in_before_the_body_is_read(string path, string body)
    {
        var refused = (await Post(Desk.Nobody(), path, body)).Expect(HttpStatusCode.Unauthorized, "session.required");

        Assert.That(refused.Headers["WWW-Authenticate"], Is.EqualTo("Bearer"));
    }

    [Test]
    public async Task The_token_of_our_pages_is_asked_for_before_the_body_is_read()
    {
        var client = await Desk.SignIn("alice");
        client.Http.DefaultRequestHeaders.Remove("X-XSRF-TOKEN");

        (await Post(client, "incidents", "{")).Expect(HttpStatusCode.BadRequest, "session.antiforgery");
        (await client.Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/attachments") { Content = new MultipartFormDataContent() })).Expect(HttpStatusCode.BadRequest, "session.antiforgery");
    }

    [TestCase("users", "{}", "users.manage")]
    [TestCase("teams", """{"nonsense":1}""", "teams.manage")]
    [TestCase("service-levels/policies", "{", "serviceLevels.manage")]
    [TestCase("service-accounts", "[]", "serviceAccounts.manage")]
    public async Task The_right_is_asked_for_before_the_body_is_read(string path, string body, string permission)
    {
        var refused = (await Post(As("alice"), path, body)).Expect(HttpStatusCode.Forbidden, "forbidden");

        Assert.That(refused["permission"].GetString(), Is.EqualTo(permission));
    }

    [Test]
    public async Task What_is_open_to_everybody_stays_so()
    {
        (await Desk.Nobody().Get("setup")).Expect(HttpStatusCode.OK);
        (await Desk.Nobody().Delete("session")).Expect(HttpStatusCode.NoContent);
        (await Post(Desk.Nobody(), "session", "{}")).Expect(HttpStatusCode.BadRequest, "request.malformed");
        (await Post(Desk.Nobody(), "setup", "{}")).Expect(HttpStatusCode.BadRequest, "request.malformed");
        (await Post(Desk.Nobody(), "session/reset", "{}")).Expect(HttpStatusCode.BadRequest, "request.malformed");
    }

    private static Task<Answer> Post(ApiClient client, string path, string body) =>
        client.Send(new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path) { Content = new StringContent(body, null, "application/json") });
}
