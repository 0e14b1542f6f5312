using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ServiceDesk.Api.Problems;

namespace ServiceDesk.Api.OpenApi;

/// <summary>How the contract says which codes an answer can have: as words of <c>code</c>, and each explained in a line.</summary>
internal static class ErrorAnswers
{
    public static IOpenApiResponse Of(int status, IReadOnlySet<string> codes, OpenApiDocument document)
    {
        if (DeclaredCodes.Same(status, codes) is { } group)
            return new OpenApiResponseReference(group.Name, document);

        var shared = DeclaredCodes.Shared.Where(g => g.Status == status).SelectMany(g => g.Codes).ToHashSet();
        var own = codes.Where(c => !shared.Contains(c)).Select(c => $"`{c}`: {ProblemCatalog.Find(c)!.En.Title}").ToList();
        return new OpenApiResponse { Description = own.Count > 0 ? string.Join(' ', own) : "One of the codes that many operations have.", Content = Content(codes, document) };
    }

    public static OpenApiResponse Of(SharedCodes group, OpenApiDocument document)
    {
        var example = new JsonObject
        {
            ["type"] = "/problems/" + group.Codes[0],
            ["title"] = ProblemCatalog.Find(group.Codes[0])!.En.Title,
            ["status"] = group.Status,
            ["detail"] = group.Description,
            ["code"] = group.Codes[0],
            ["traceId"] = "0af7651916cd43dd8448eb211c80319c",
        };
        return new OpenApiResponse { Description = group.Description, Content = Content(new SortedSet<string>(group.Codes, StringComparer.Ordinal), document, example) };
    }

    /// <summary>The key under which an operation lists the answers of one status.</summary>
    public static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, IOpenApiMediaType> Content(IReadOnlySet<string> codes, OpenApiDocument document, JsonNode? example = null) => new()
    {
        ["application/problem+json"] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                AllOf =
                [
                    new OpenApiSchemaReference("Problem", document),
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. codes.Select(c => (JsonNode)JsonValue.Create(c)!)] },
                        },
                    },
                ],
            },
            Example = example,
        },
    };
}
