using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>Parameters are named in the contract as they are written in addresses, not as the properties that take them.</summary>
internal sealed class ParameterNames : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is OpenApiParameter { In: ParameterLocation.Query, Name: { } name } concrete)
            concrete.Name = JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}
