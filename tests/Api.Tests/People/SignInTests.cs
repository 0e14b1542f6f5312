using System.Net;

namespace ServiceDesk.Api.Tests.People;

public sealed class SignInTests : ApiTest
{
    [Test]
    public async Task Every_demo_account_signs_in_and_out()
    {
        foreach (var name in new[] { "alice", "tom", "tina", "dan", "sue", "carl", "paula", "admin" })
        {
            var client = Desk.Nobody();
            var session = (await client.Post("session", new { userName = name, password = "ServiceDesk!demo" })).Expect(HttpStatusCode.OK);
            Assert.That(session["user"].GetProperty("userName").GetString(), Is.EqualTo(name));
            client.Http.DefaultRequestHeaders.Add("X-XSRF-TOKEN", session["antiforgeryToken"].GetString());
            (await client.Delete("session")).Expect(HttpStatusCode.NoContent);
            (await client.Get("session")).Expect(HttpStatusCode.Unauthorized, "session.required");
        }
    }

    [Test]
    public async Task A_write_with_a_cookie_needs_the_token_of_our_pages()
    {
        var client = Desk.Nobody();
        var session = (await client.Post("session", new { userName = "alice", password = "ServiceDesk!demo" })).Expect(HttpStatusCode.OK);
        var body = new { title = "No sound", impact = "low", urgency = "low" };

        (await client.Post("incidents", body)).Expect(HttpStatusCode.BadRequest, "session.antiforgery");
        client.Http.DefaultRequestHeaders.Add("X-XSRF-TOKEN", session["antiforgeryToken"].GetString());
        (await client.Post("incidents", body)).Expect(HttpStatusCode.Created);
    }

    [Test]
    public async Task Five_wrong_passwords_lock_the_account_for_a_while()
    {
        var client = Desk.Nobody();
        for (var i = 0; i < 4; i++)
            (await client.Post("session", new { userName = "paula", password = "wrong" })).Expect(HttpStatusCode.Unauthorized, "session.refused");

        (await client.Post("session", new { userName = "paula", password = "wrong" })).Expect(HttpStatusCode.TooManyRequests, "session.locked_out");
        var locked = (await client.Post("session", new { userName = "paula", password = "ServiceDesk!demo" })).Expect(HttpStatusCode.TooManyRequests);
        Assert.That(int.Parse(locked.Headers["Retry-After"]), Is.InRange(1, 300));
    }

    [Test]
    public async Task Nobody_is_told_whether_an_account_exists()
    {
        (await Desk.Nobody().Post("session", new { userName = "nosuchperson", password = "x" })).Expect(HttpStatusCode.Unauthorized, "session.refused");
    }

    [Test]
    public async Task Without_a_session_there_is_nothing_to_see()
    {
        (await Desk.Nobody().Get("incidents/INC-000001")).Expect(HttpStatusCode.Unauthorized, "session.required");
    }
}
