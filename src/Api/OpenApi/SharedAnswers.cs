using Microsoft.OpenApi;
using ServiceDesk.Api.Endpoints;
using ServiceDesk.Api.Security;
using ServiceDesk.Domain.Common;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>What holds for whole groups of operations: how to prove who is calling, conditions, and the errors that may come.</summary>
internal sealed class SharedAnswers : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var method = context.ApiDescription.HttpMethod ?? "GET";
        var writes = method is not ("GET" or "HEAD");
        var open = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<NoAntiforgery>().Any();
        operation.Responses ??= [];
        foreach (var (status, name) in DocumentRefinements.Problems)
        {
            if (Applies(status, method, writes, open, context.ApiDescription.RelativePath ?? ""))
                operation.Responses[status] = new OpenApiResponseReference(name, context.Document);
        }

        if (open)
            operation.Security = [];
        else
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SecurityRegistration.SessionScheme, context.Document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SecurityRegistration.TokenScheme, context.Document)] = [] },
            ];
        AddConditions(operation, method, open, context.Document);
        if (operation.RequestBody?.Content is { } bodies && bodies.TryGetValue("application/json", out var media) && media is OpenApiMediaType body)
            body.Example = Examples.Of(operation.OperationId);
        if (Answers(context.MethodInfo.ReturnType).Any(t => t.IsAssignableTo(typeof(IVersioned))))
            AddEntityTag(operation);
    }

    // What is inside Task<Ok<T>>, Results<Created<T>, …> and the like.
    private static IEnumerable<Type> Answers(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(Answers).Append(type) : [type];

    private static void AddEntityTag(OpenApiOperation operation)
    {
        foreach (var (_, response) in operation.Responses!.Where(r => r.Key[0] == '2'))
        {
            if (response is OpenApiResponse { } answer)
                (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())["ETag"] = new OpenApiHeader
                {
                    Description = "The version, for If-Match.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                };
        }
    }

    private static void AddConditions(OpenApiOperation operation, string method, bool open, OpenApiDocument document)
    {
        operation.Parameters ??= [];
        if (method == "POST" && !open)
            operation.Parameters.Add(new OpenApiParameterReference("IdempotencyKey", document));
        if (method is "PATCH" or "PUT" or "DELETE" || (method == "POST" && operation.Parameters.Any(p => p.In == ParameterLocation.Path)))
            operation.Parameters.Add(new OpenApiParameterReference("IfMatch", document));
    }

    private static bool Applies(string status, string method, bool writes, bool open, string path) => status switch
    {
        "400" => true,
        "401" or "403" => !open,
        "404" => path.Contains('{', StringComparison.Ordinal),
        "409" or "422" => writes && !open,
        "412" => method is "PATCH" or "PUT" || (writes && path.Contains('{', StringComparison.Ordinal)),
        "413" => method == "POST",
        _ => true,
    };
}
