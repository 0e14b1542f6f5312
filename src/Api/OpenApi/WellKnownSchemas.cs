using System.Text.Json;
using Microsoft.OpenApi;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>Types whose JSON is not what their members suggest.</summary>
internal static class WellKnownSchemas
{
    public static void Map(SwaggerGenOptions options)
    {
        options.MapType<TimeSpan>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "duration", Examples = ["PT4H30M"] });
        options.MapType<TimeSpan?>(() => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "duration", Examples = ["PT4H30M"] });
        options.MapType<JsonElement>(() => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true });
        options.MapType<JsonElement?>(() => new OpenApiSchema { Type = JsonSchemaType.Object | JsonSchemaType.Null, AdditionalPropertiesAllowed = true });
        options.MapType<TicketKey>(() => new OpenApiSchema { Type = JsonSchemaType.String, Description = "Id or reference.", Examples = ["INC-000123"] });
        options.MapType<LocalizedText>(() => Label());
    }

    private static OpenApiSchema Label() => new()
    {
        Description = "One text for all languages, or one for each. Answers give the object.",
        OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.String },
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["en"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                    ["fr"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                },
                AdditionalPropertiesAllowed = false,
            },
        ],
    };
}
