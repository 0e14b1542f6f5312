using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Api.OpenApi;
using ServiceDesk.Api.Problems;

namespace ServiceDesk.Api.Tests.Platform;

/// <summary>
/// The contract names the codes each operation can answer with. That it names enough is seen wherever a test is refused (ApiTest); here,
/// that it names them where one would look, and not everywhere.
/// </summary>
public sealed class DeclaredCodeTests : ApiTest
{
    // What no operation answers with: a method it has not, a defect, an index without a name, and what our own code would have to do wrong.
    private static readonly string[] OfNoOperation =
    [
        "already_exists", "request.method_not_allowed", "unexpected", "clock.target_invalid", "clock.transition_not_allowed", "calendar.version_unknown", "policy.version_unknown",
    ];

    [Test]
    public void Every_code_that_is_explained_is_of_some_operation()
    {
        var declared = Operations().SelectMany(o => o.Codes).ToHashSet();

        Assert.That(ProblemCatalog.All.Select(e => e.Code).Except(declared), Is.EquivalentTo(OfNoOperation));
    }

    [TestCase("POST", "incidents/{id}/comments", "conversation.moved ticket.closed attachment.unknown edited_meanwhile")]
    [TestCase("POST", "incidents/{id}/reopen", "incident.transition_not_allowed incident.reopen_window_passed")]
    [TestCase("PATCH", "incidents/{id}", "incident.major edited_meanwhile")]
    [TestCase("POST", "incidents/{id}/declare-major", "incident.already_major incident.restricted incident.lead_unknown")]
    [TestCase("POST", "sites", "site.name_taken")]
    [TestCase("POST", "session", "session.refused session.code_required session.locked_out")]
    [TestCase("POST", "tickets/bulk", "bulk.action bulk.arguments bulk.ids")]
    [TestCase("POST", "service-levels/policies", "duration.unit policy.no_target")]
    [TestCase("GET", "tickets", "cursor.invalid filter.invalid search.too_broad request.unknown_parameter")]
    public void An_operation_names_the_codes_of_its_rules(string method, string path, string codes) =>
        Assert.That(Of(method, path), Is.SupersetOf(codes.Split(' ')));

    [TestCase("GET", "incidents/{id}", "incident.transition_not_allowed incident.major ticket.closed edited_meanwhile", Description = "what is refused stands in its answer")]
    [TestCase("POST", "incidents/{id}/close", "incident.reopen_window_passed incident.already_major incident.team_missing")]
    [TestCase("POST", "incidents/{id}/start", "incident.close_needs_requester incident.not_merged ticket.closed")]
    [TestCase("POST", "tickets/bulk", "incident.transition_not_allowed ticket.closed")]
    [TestCase("PATCH", "sites/{id:guid}", "ticket.closed department.name_taken idempotency.in_progress duration.unit")]
    public void An_operation_names_no_code_of_another(string method, string path, string codes) =>
        Assert.That(Of(method, path).Intersect(codes.Split(' ')), Is.Empty);

    private IEnumerable<string> Of(string method, string path) => Operations().Single(o => o.Method == method && o.Path == "api/v1/" + path).Codes;

    private IEnumerable<(string Method, string Path, IEnumerable<string> Codes)> Operations() =>
        from endpoint in Desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select (method, endpoint.RoutePattern.RawText!.Trim('/'), DeclaredCodes.Of(UndeclaredCodes.Of(endpoint, method)).Values.SelectMany(c => c));
}
