using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace ServiceDesk.Api.Tests.Platform;

public sealed class RequiredMemberTests : ApiTest
{
    [Test]
    public async Task The_contract_requires_of_each_body_what_the_server_misses_in_an_empty_one()
    {
        var contract = Desk.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        List<string> wrong = [];
        var asked = 0;
        foreach (var (path, item) in contract.Paths)
        {
            foreach (var (method, operation) in item.Operations!)
            {
                if (operation.RequestBody?.Content is not { } content || !content.TryGetValue("application/json", out var media))
                    continue;

                asked++;
                var told = (media.Schema is OpenApiSchemaReference { Reference.Id: { } id } ? contract.Components!.Schemas![id] : media.Schema!).Required ?? new HashSet<string>();
                var missed = await Missed(method, Filled(path));
                if (!told.Order(StringComparer.Ordinal).SequenceEqual(missed.Order(StringComparer.Ordinal)))
                    wrong.Add($"{method} {path}: the contract says {string.Join(", ", told)}; the server {string.Join(", ", missed)}");
            }
        }

        Assert.That(asked, Is.GreaterThan(60));
        Assert.That(wrong, Is.Empty);
    }

    private async Task<List<string>> Missed(HttpMethod method, string path)
    {
        var answer = await As("admin").Send(new HttpRequestMessage(method, path) { Content = new StringContent("{}", null, "application/json") });
        return answer.Status != HttpStatusCode.BadRequest || answer.Code != "request.malformed" ? []
            : [.. answer["errors"].EnumerateObject().Where(e => e.Value[0].GetString() == "It is required.").Select(e => e.Name)];
    }

    private static string Filled(string path) =>
        string.Join('/', path.Split('/').Select(s => !s.StartsWith('{') ? s : s is "{kind}" ? "reply" : s is "{number}" ? "1" : "00000000-0000-7000-8000-00000000dead"));
}
