using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>The parts that operations refer to, the groups they are listed in, and one order for everything, so that it can be compared.</summary>
internal sealed class DocumentRefinements : IDocumentFilter
{
    /// <summary>Status and name of each shared error.</summary>
    public static readonly IReadOnlyList<(string Status, string Name)> Problems =
    [
        ("400", "Malformed"), ("401", "SessionRequired"), ("403", "Forbidden"), ("404", "NotFound"), ("409", "Conflict"),
        ("412", "EditedMeanwhile"), ("413", "TooLarge"), ("422", "RuleBroken"), ("429", "RateLimited"),
    ];

    private static readonly Dictionary<string, (string Description, string Code)> Texts = new()
    {
        ["Malformed"] = ("The request is outside the schema; errors names the members.", "validation"),
        ["SessionRequired"] = ("Nobody is signed in, or the token is not valid.", "session.required"),
        ["Forbidden"] = ("The caller lacks the permission that is named.", "forbidden"),
        ["NotFound"] = ("It does not exist, or the caller may not know of it.", "not_found"),
        ["Conflict"] = ("The state of things forbids it: a transition, a rule, a newer message.", "incident.transition_not_allowed"),
        ["EditedMeanwhile"] = ("It is no longer the version of If-Match; current holds what it is now.", "edited_meanwhile"),
        ["TooLarge"] = ("The body is too large.", "request.too_large"),
        ["RuleBroken"] = ("The meaning of the request breaks a rule.", "team.unknown"),
        ["RateLimited"] = ("Too many requests; wait for Retry-After seconds.", "rate_limited"),
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var components = swaggerDoc.Components ??= new OpenApiComponents();
        components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        components.Schemas["Problem"] = Problem();
        components.Responses = Problems.OrderBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => (IOpenApiResponse)Answer(p.Status, p.Name, swaggerDoc));
        components.Parameters = new Dictionary<string, IOpenApiParameter>
        {
            ["IdempotencyKey"] = Header("Idempotency-Key", "Kept for 24 hours: the same key and body gives the first answer again.", "6f1c6d6e-open-printer"),
            ["IfMatch"] = Header("If-Match", "The ETag the caller knows; without it the write applies to the current version.", "\"7\""),
        };
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values))
            PointAtProblems(operation, swaggerDoc);
        components.Schemas = components.Schemas.Where(s => !s.Key.EndsWith("Optional", StringComparison.Ordinal)).OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Value);
        swaggerDoc.Tags = new HashSet<OpenApiTag>(swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values).SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(t => t.Name!).Distinct().Order(StringComparer.Ordinal).Select(t => new OpenApiTag { Name = t, Description = $"{t} of the desk." }));
    }

    // What endpoints declare by themselves gets the same shape.
    private static void PointAtProblems(OpenApiOperation operation, OpenApiDocument document)
    {
        foreach (var (status, response) in operation.Responses!.Where(r => r.Value is OpenApiResponse && r.Key[0] is '4' or '5').ToList())
        {
            operation.Responses![status] = new OpenApiResponse { Description = response.Description ?? "An error.", Content = Content(document, "error") };
        }
    }

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "An error after RFC 9457.",
        Required = new HashSet<string> { "type", "title", "status", "code", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("Where the code is explained."),
            ["title"] = Text("What kind of error it is, for people."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("What happened this time."),
            ["instance"] = Text("The path that was asked."),
            ["code"] = Text("Stable; clients decide by it."),
            ["traceId"] = Text("By which the operator finds the request."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "By member.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
        AdditionalPropertiesAllowed = true,
    };

    private static OpenApiResponse Answer(string status, string name, OpenApiDocument document) => new()
    {
        Description = Texts[name].Description,
        Content = Content(document, Texts[name].Code, status, Texts[name].Description),
    };

    private static Dictionary<string, IOpenApiMediaType> Content(OpenApiDocument document, string code, string? status = null, string? detail = null) => new()
    {
        ["application/problem+json"] = new OpenApiMediaType
        {
            Schema = new OpenApiSchemaReference("Problem", document),
            Example = status is null ? null : new System.Text.Json.Nodes.JsonObject
            {
                ["type"] = "/problems/" + code,
                ["title"] = "What went wrong",
                ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
                ["detail"] = detail,
                ["code"] = code,
                ["traceId"] = "0af7651916cd43dd8448eb211c80319c",
            },
        },
    };

    private static OpenApiParameter Header(string name, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
        Example = example,
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
