using System.Net;

namespace ServiceDesk.Api.Tests.Platform;

public sealed class HeadTests : ApiTest
{
    [TestCase("/health/live", HttpStatusCode.OK)]
    [TestCase("/health/ready", HttpStatusCode.OK)]
    [TestCase("/api/v1/tickets?limit=1", HttpStatusCode.OK)]
    [TestCase("/api/v1/tickets?limit=0", HttpStatusCode.BadRequest)]
    [TestCase("/api/v1/incidents/INC-999999", HttpStatusCode.NotFound)]
    [TestCase("/api/v1/reports/incidents", HttpStatusCode.OK)]
    public async Task Head_answers_like_get_without_a_body(string path, HttpStatusCode status)
    {
        var get = (await As("admin").Get(path)).Expect(status);
        var head = (await As("admin").Send(new HttpRequestMessage(HttpMethod.Head, path))).Expect(status);

        Assert.That(head.Text, Is.Empty);
        Assert.That(head.Headers["Content-Type"], Is.EqualTo(get.Headers["Content-Type"]));
    }
}
