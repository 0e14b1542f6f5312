using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ServiceDesk.Api.Endpoints;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>A parameter that is a word of an enumeration says which words there are.</summary>
internal sealed class WordParameters : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        var type = context.PropertyInfo?.PropertyType ?? context.ParameterInfo?.ParameterType;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (parameter is not OpenApiParameter concrete || type is not { IsGenericType: true } || type.GetGenericTypeDefinition() != typeof(Word<>))
            return;

        var words = Enum.GetNames(type.GenericTypeArguments[0]).Select(JsonNamingPolicy.CamelCase.ConvertName);
        concrete.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(w => (JsonNode)JsonValue.Create(w)!)] };
    }
}
