using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDesk.Api.Tests.Platform;

[Parallelizable(ParallelScope.Self)]
public sealed class LimitTests
{
    [Test]
    public async Task Who_asks_too_much_waits_and_nobody_else_does()
    {
        await using var desk = await Desk.StartAsync();
        await using var strict = desk.WithWebHostBuilder(b => b.UseSetting("RateLimits:PerSecond", "1").UseSetting("RateLimits:Burst", "3"));
        var (alice, tom) = (Client(strict, "alice"), Client(strict, "tom"));

        for (var i = 0; i < 3; i++)
            (await alice.Get("session")).Expect(HttpStatusCode.OK);
        var refused = (await alice.Get("session")).Expect(HttpStatusCode.TooManyRequests, "rate_limited");

        Assert.That(int.Parse(refused.Headers["Retry-After"]), Is.InRange(1, 5));
        (await tom.Get("session")).Expect(HttpStatusCode.OK);
        (await alice.Get("/health/live")).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task An_address_that_tries_passwords_is_slowed_down()
    {
        await using var desk = await Desk.StartAsync();
        await using var strict = desk.WithWebHostBuilder(b => b.UseSetting("RateLimits:SignInsPerMinute", "6").UseSetting("RateLimits:SignInBurst", "2"));
        var client = new ApiClient(strict.CreateClient());
        var body = new { userName = "nosuchperson", password = "x" };

        for (var i = 0; i < 2; i++)
            (await client.Post("session", body)).Expect(HttpStatusCode.Unauthorized, "session.refused");

        (await client.Post("session", body)).Expect(HttpStatusCode.TooManyRequests, "rate_limited");
        (await client.Get("session")).Expect(HttpStatusCode.Unauthorized, "session.required");
    }

    [Test]
    public async Task A_body_that_is_too_large_is_not_read()
    {
        await using var desk = await Desk.StartAsync();
        desk.UseKestrel(0);
        desk.StartServer();
        using var http = new HttpClient { BaseAddress = new Uri(desk.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Desk.TokenOf("alice"));
        var alice = new ApiClient(http);
        var body = new { title = "x", impact = "low", urgency = "low", description = new string('x', 1024 * 1024) };

        (await alice.Post("incidents", body)).Expect(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
        (await alice.Post("incidents", body, key: "large")).Expect(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
    }

    [Test]
    public async Task What_is_measured_is_told_in_the_text_Prometheus_reads()
    {
        await using var desk = await Desk.StartAsync();
        await desk.As("alice").Open();

        var text = (await desk.Nobody().Get("/metrics")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text.Headers["Content-Type"], Does.StartWith("text/plain; version=0.0.4"));
            Assert.That(text.Text, Does.Contain("# TYPE servicedesk_use_case_duration_seconds histogram"));
            Assert.That(text.Text, Does.Match("servicedesk_use_case_duration_seconds_count\\{use_case=\"OpenIncident\"\\} [1-9]"));
            Assert.That(text.Text, Does.Contain("db_client_connection_count"));
            Assert.That(text.Text, Does.Not.Contain("Alice").And.Not.Contain("Host="));
            Assert.That(text.Text.Split('\n').Where(l => l.Length > 0 && l[0] != '#'), Is.All.Match("^[a-z_0-9]+(\\{.*\\})? [0-9.E+-]+$"));
        }
    }

    [Test]
    public async Task A_server_is_healthy_when_it_reaches_its_database()
    {
        await using var desk = await Desk.StartAsync();

        (await desk.Nobody().Get("/health/live")).Expect(HttpStatusCode.OK);
        (await desk.Nobody().Get("/health/ready")).Expect(HttpStatusCode.OK);
    }

    private static ApiClient Client(WebApplicationFactory<Program> server, string userName)
    {
        var http = server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Desk.TokenOf(userName));
        return new ApiClient(http);
    }
}
