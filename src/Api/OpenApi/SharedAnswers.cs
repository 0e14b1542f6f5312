using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using ServiceDesk.Api.Endpoints;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Api.Security;
using ServiceDesk.Domain.Common;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>What holds for whole groups of operations: how to prove who is calling, conditions, and by which codes it is refused.</summary>
internal sealed class SharedAnswers : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var method = context.ApiDescription.HttpMethod ?? "GET";
        var open = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<NoAntiforgery>().Any();
        operation.Responses ??= [];
        foreach (var absent in context.MethodInfo.GetCustomAttributes<WithoutParameterAttribute>().ToList())
            operation.Parameters = [.. operation.Parameters?.Where(p => p.Name != absent.Name) ?? []];
        if (context.ApiDescription.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true)
            AddErrors(operation.Responses, context);

        if (open)
            operation.Security = [];
        else
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SecurityRegistration.SessionScheme, context.Document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SecurityRegistration.TokenScheme, context.Document)] = [] },
            ];
        AddConditions(operation, method, open, context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<NotReplayed>().Any(), context.Document);
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

    private static void AddConditions(OpenApiOperation operation, string method, bool open, bool unkept, OpenApiDocument document)
    {
        operation.Parameters ??= [];
        if (method == "POST" && !open && !unkept)
            operation.Parameters.Add(new OpenApiParameterReference("IdempotencyKey", document));
        if (operation.Responses!.ContainsKey(ErrorAnswers.Key(StatusCodes.Status412PreconditionFailed)))
            operation.Parameters.Add(new OpenApiParameterReference("IfMatch", document));
    }

    private static void AddErrors(OpenApiResponses responses, OperationFilterContext context)
    {
        var (described, metadata) = (context.ApiDescription, context.ApiDescription.ActionDescriptor.EndpointMetadata);
        foreach (var declared in responses.Keys.Where(k => k[0] is '4' or '5').ToList())
            responses.Remove(declared);
        var asked = new Operation(context.MethodInfo, described.HttpMethod ?? "GET", described.RelativePath!, [.. metadata], metadata.OfType<IAcceptsMetadata>().Any());
        foreach (var (status, codes) in DeclaredCodes.Of(asked))
            responses[ErrorAnswers.Key(status)] = ErrorAnswers.Of(status, codes, context.Document);
    }
}
