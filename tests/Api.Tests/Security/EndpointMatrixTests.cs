using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Tests.Security;

/// <summary>
/// What nobody and each of the eight roles get from every endpoint, held against endpoint-matrix.txt. A new endpoint fails until it is
/// listed: run with SERVICEDESK_WRITE_MATRIX=1, then read the difference before committing it.
/// </summary>
public sealed class EndpointMatrixTests : ApiTest
{
    private static readonly string File = Repository.PathOf("tests", "Api.Tests", "Security", "endpoint-matrix.txt");

    private static readonly string[] Introduction =
    [
        "# What nobody and each role get from every endpoint. The ticket of a path was opened by a technician: an employee cannot see it.",
        "# 401: sign in first; 403: the right is missing; 404: it is not there, for this caller or at all; 400: the sample was not read;",
        "# ok: allowed, whatever the rules then say of the sample. Made by EndpointMatrixTests with SERVICEDESK_WRITE_MATRIX=1.",
    ];

    [Test]
    public async Task Everybody_gets_what_the_matrix_says()
    {
        var callers = await CallersAsync();
        var ticket = (await As("tom").Open()).Id;
        List<string> lines = [.. Introduction, Line("endpoint", "nobody", [.. callers.Keys])];
        foreach (var (endpoint, method) in Endpoints())
        {
            var name = method + " /" + endpoint.RoutePattern.RawText!.TrimStart('/').TrimEnd('/');
            List<string> answers = [];
            foreach (var token in callers.Values)
                answers.Add(await AskAsync(endpoint, method, ticket, token));
            lines.Add(Line(name, await AskAsync(endpoint, method, ticket, null), answers));
        }

        if (Environment.GetEnvironmentVariable("SERVICEDESK_WRITE_MATRIX") == "1")
            await System.IO.File.WriteAllLinesAsync(File, lines);
        var listed = await System.IO.File.ReadAllLinesAsync(File);

        Assert.That(lines, Has.Count.GreaterThan(100));
        Assert.That(lines.Except(listed).Concat(listed.Except(lines).Select(l => "no longer: " + l)), Is.Empty);
    }

    private IEnumerable<(RouteEndpoint Endpoint, string Method)> Endpoints() =>
        from endpoint in Desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        orderby endpoint.RoutePattern.RawText, method
        select (endpoint, method);

    /// <summary>A person for each built-in role; the demo has no auditor.</summary>
    private Task<Dictionary<string, string>> CallersAsync() => Desk.Db(async db =>
    {
        Dictionary<string, string> callers = [];
        foreach (var (key, _, _) in BuiltInRoles.All)
        {
            var person = User.Register("matrix-" + key, "Matrix " + key, null, Clock.GetUtcNow());
            var role = await db.Set<Role>().SingleAsync(r => r.Key == key);
            var token = ApiToken.Prefix + "matrix_" + key;
            db.AddRange(person, Grant.Give(person.Id, role.Id, Clock.GetUtcNow()));
            db.Add(new ApiToken { Id = Guid.CreateVersion7(), UserId = person.Id.Value, Name = "matrix", Hash = SHA256.HashData(Encoding.ASCII.GetBytes(token)) });
            callers[key] = token;
        }

        await db.SaveChangesAsync();
        return callers;
    });

    private async Task<string> AskAsync(RouteEndpoint endpoint, string method, string ticket, string? token)
    {
        using var http = Desk.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false });
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        // All try the same name, which would be too many guesses.
        await Desk.Db(db => db.Set<SignInGuess>().ExecuteDeleteAsync());
        using var request = SampleRequests.Of(endpoint, method, ticket);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.That((int)response.StatusCode, Is.LessThan(500), $"{method} {request.RequestUri}");
        return response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.BadRequest
            ? ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture) : "ok";
    }

    private static string Line(string name, string nobody, List<string> roles) =>
        (name.PadRight(72) + nobody.PadRight(8) + string.Concat(roles.Select(r => r.PadRight(15)))).TrimEnd();
}
