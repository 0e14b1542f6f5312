using System.Net;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Api.Tests.People;
using ServiceDesk.Api.Tests.ServiceLevels;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>Each single resource has an ETag. That it is the version wherever there is one, every test sees that reads one (ApiClient).</summary>
public sealed class EntityTagTests : ApiTest
{
    // A file is its own bytes, and what a person stored is copied for them, not kept.
    private static readonly string[] Files = ["incidents/{id}/attachments/{attachmentId:guid}"];

    [Test]
    public void Every_single_resource_that_is_read_has_one()
    {
        var single = Reads().Where(r => r.Path.EndsWith('}') || HasVersion(r.Answer)).ToList();

        Assert.That(single, Has.Count.GreaterThan(20));
        Assert.That(single.Where(r => r.Answer?.IsAssignableTo(typeof(IVersioned)) != true).Select(r => r.Path), Is.EquivalentTo(Files));
    }

    [Test]
    public async Task Where_no_version_is_counted_it_changes_with_what_is_said()
    {
        var client = await Desk.SignIn("tina");
        var off = (await client.Get("me/two-factor")).Expect(HttpStatusCode.OK);
        var secret = (await client.Post("me/two-factor")).Expect(HttpStatusCode.OK)["secret"].GetString()!;
        (await client.Post("me/two-factor/confirm", new { code = Authenticator.Code(secret) })).Expect(HttpStatusCode.OK);
        var on = (await client.Get("me/two-factor")).Expect(HttpStatusCode.OK);

        Assert.That(new[] { off.ETag, on.ETag }, Is.EqualTo(new[] { "\"0\"", "\"11\"" }));
    }

    [Test]
    public async Task A_version_of_a_calendar_has_its_number()
    {
        var calendar = await As("admin").IntroduceOffice();

        Assert.That((await As("admin").Get($"service-levels/calendars/{calendar.Id}/versions/1")).Expect(HttpStatusCode.OK).ETag, Is.EqualTo("\"1\""));
    }

    private static bool HasVersion(Type? answer) => answer?.GetProperty("Version") is not null;

    private IEnumerable<(string Path, Type? Answer)> Reads() =>
        from endpoint in Desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = endpoint.RoutePattern.RawText!.Trim('/')
        where path.StartsWith("api/v1/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        select (path["api/v1/".Length..], endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().FirstOrDefault(p => p.StatusCode == 200)?.Type);
}
