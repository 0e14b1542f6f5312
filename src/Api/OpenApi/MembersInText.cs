using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ServiceDesk.Api.OpenApi;

/// <summary>Where a comment of the code refers to a member, the contract says its name in JSON and not that of the type it is in.</summary>
internal sealed partial class MembersInText : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) => new OpenApiWalker(new Reader(swaggerDoc)).Walk(swaggerDoc);

    [GeneratedRegex(@"\bServiceDesk(?:\.[\w`]+)+\.(\w+)")]
    private static partial Regex Reference { get; }

    private sealed class Reader(OpenApiDocument document) : OpenApiVisitorBase
    {
        public override void Visit(IOpenApiSchema schema) => Rewrite(schema);

        public override void Visit(IOpenApiParameter parameter) => Rewrite(parameter);

        public override void Visit(IOpenApiReferenceHolder referenceHolder)
        {
            if (referenceHolder is IOpenApiDescribedElement described)
                Rewrite(described);
        }

        public override void Visit(OpenApiOperation operation)
        {
            operation.Summary = Named(operation.Summary);
            operation.Description = Named(operation.Description);
        }

        private void Rewrite(IOpenApiDescribedElement element)
        {
            if (element.Description is { } text && Reference.IsMatch(text))
                element.Description = Named(text);
        }

        private string? Named(string? text) => text is null ? null : Reference.Replace(
            text, m => document.Components!.Schemas!.ContainsKey(m.Groups[1].Value) ? m.Groups[1].Value : JsonNamingPolicy.CamelCase.ConvertName(m.Groups[1].Value));
    }
}
