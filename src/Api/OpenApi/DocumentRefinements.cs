using Microsoft.OpenApi;
using ServiceDesk.Application.Incidents;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>The parts that operations refer to, the groups they are listed in, and one order for everything, so that it can be compared.</summary>
internal sealed class DocumentRefinements : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var components = swaggerDoc.Components ??= new OpenApiComponents();
        components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        components.Schemas["Problem"] = Problem();
        AnswerJoining(swaggerDoc);
        components.Responses = DeclaredCodes.Shared.OrderBy(g => g.Name, StringComparer.Ordinal).ToDictionary(g => g.Name, g => (IOpenApiResponse)ErrorAnswers.Of(g, swaggerDoc));
        components.Parameters = new Dictionary<string, IOpenApiParameter>
        {
            ["IdempotencyKey"] = Header("Idempotency-Key", "Kept for 24 hours: the same key and body gives the first answer again.", "6f1c6d6e-open-printer"),
            ["IfMatch"] = Header("If-Match", "The ETag the caller knows; without it the write applies to the current version.", "\"7\""),
        };
        components.Schemas = components.Schemas.Where(s => !s.Key.EndsWith("Optional", StringComparison.Ordinal)).OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Value);
        swaggerDoc.Tags = new HashSet<OpenApiTag>(swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values).SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(t => t.Name!).Distinct().Order(StringComparer.Ordinal).Select(t => new OpenApiTag { Name = t, Description = $"{t} of the desk." }));
    }

    // The whole ticket to who sees it, to everybody else what everybody may know (ruling 16).
    private static void AnswerJoining(OpenApiDocument document)
    {
        var join = document.Paths.Values.SelectMany(p => p.Operations!.Values).FirstOrDefault(o => o.OperationId == nameof(JoinMajorIncident));
        if (join?.Responses?["200"].Content?["application/json"] is OpenApiMediaType { Schema: { } whole } answer)
            answer.Schema = new OpenApiSchema { OneOf = [whole, new OpenApiSchemaReference(nameof(MajorIncidentNotice), document)] };
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
            ["current"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "With edited_meanwhile: the record as it is now.", AdditionalPropertiesAllowed = true },
            ["changes"] = new OpenApiSchema { Type = JsonSchemaType.Array, Description = "With edited_meanwhile: who changed what since the version of If-Match, first things first.", Items = Change() },
        },
        AdditionalPropertiesAllowed = true,
    };

    private static OpenApiSchema Change() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "version", "type", "by", "at", "details" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["version"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            ["type"] = Text("Of a ticket the event of its timeline; of anything else added, changed or removed."),
            ["by"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema> { ["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" }, ["name"] = Text("Who it was.") },
            },
            ["at"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            ["details"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "fields: which members.", AdditionalPropertiesAllowed = true },
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
