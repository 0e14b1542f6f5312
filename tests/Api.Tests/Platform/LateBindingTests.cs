using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Api.Endpoints;

namespace ServiceDesk.Api.Tests.Platform;

public sealed class LateBindingTests
{
    [Test]
    public async Task A_route_is_bound_by_its_first_request_and_only_then()
    {
        var bound = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        var group = app.MapGroup("/").AddEndpointFilterFactory((_, next) =>
        {
            bound++;
            return next;
        });
        LateBinding.MapGet(group, "/twice/{number:int}", (int number) => 2 * number);
        await app.StartAsync();

        var endpoint = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Single();
        var known = (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods, Bound: bound);
        var first = await app.GetTestClient().GetStringAsync("twice/4");
        var second = await app.GetTestClient().GetStringAsync("twice/5");

        Assert.That(known.HttpMethods, Is.EqualTo(new[] { "GET" }));
        Assert.That(known.Bound, Is.Zero);
        Assert.That((first, second), Is.EqualTo(("8", "10")));
        Assert.That(bound, Is.EqualTo(1));
    }
}
