using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace ServiceDesk.Api.Tests.Platform;

[Parallelizable(ParallelScope.Self)]
public sealed class PageTests
{
    [Test]
    public async Task A_deep_link_gets_the_page_and_what_programs_ask_for_keeps_its_own_answers()
    {
        await using var desk = await Desk.StartAsync();
        var built = Directory.CreateDirectory(Path.Combine(desk.DataDirectory, "wwwroot"));
        await File.WriteAllTextAsync(Path.Combine(built.FullName, "index.html"), "<title>the page</title><meta nonce=__CSP_NONCE__>");
        await using var serving = desk.WithWebHostBuilder(b => b.UseContentRoot(desk.DataDirectory));
        var client = new ApiClient(serving.CreateClient());

        foreach (var path in new[] { "/", "/desk/tickets/INC-1000001", "/help" })
        {
            var page = (await client.Get(path)).Expect(HttpStatusCode.OK);
            Assert.That(page.Text, Does.Contain("the page").And.Not.Contain("__CSP_NONCE__"), path);
        }

        (await client.Get("/api/v1/nonsense")).Expect(HttpStatusCode.NotFound, "not_found");
        (await client.Get("/assets/gone.js")).Expect(HttpStatusCode.NotFound);
        (await client.Patch("/api/v1/session", new { })).Expect(HttpStatusCode.MethodNotAllowed, "request.method_not_allowed");
        (await client.Post("/help", new { })).Expect(HttpStatusCode.NotFound);
    }
}
