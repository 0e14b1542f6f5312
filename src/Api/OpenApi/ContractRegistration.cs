using Microsoft.OpenApi;
using ServiceDesk.Api.Security;

namespace ServiceDesk.Api.OpenApi;

/// <summary>How the contract is generated from the endpoints, and where a running server shows it.</summary>
internal static class ContractRegistration
{
    private const string Introduction = """
        The only door of ServiceDesk: its pages and every integration use the same API.

        Times are RFC 3339 in UTC, durations ISO 8601 with hours, minutes and seconds (`PT4H30M`), ids UUIDs; a ticket is also found by its
        reference (`INC-000123`). Lists are paged by an opaque `cursor`. Single resources carry an `ETag`; a write may bring it as `If-Match`
        and is answered 412 when somebody was faster. Any POST may bring an `Idempotency-Key`, except where a secret is answered or asked for. Errors are `application/problem+json` with a
        stable `code`, each explained at `/problems/{code}`. Unknown members and parameters are refused.
        """;

    public static IServiceCollection AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "ServiceDesk",
                Version = "1",
                Description = Introduction,
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            });
            o.AddServer(new OpenApiServer { Url = "/", Description = "This server" });
            o.SupportNonNullableReferenceTypes();
            o.NonNullableReferenceTypesAsRequired();
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "ServiceDesk.*.xml").Order(StringComparer.Ordinal))
                o.IncludeXmlComments(file);
            o.CustomOperationIds(d => d.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName);
            o.CustomSchemaIds(SchemaNames.Of);
            o.AddSecurityDefinition(SecurityRegistration.SessionScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "servicedesk-session",
                Description = "The session of the pages, from POST /session. Writes also bring its antiforgeryToken as X-XSRF-TOKEN.",
            });
            o.AddSecurityDefinition(SecurityRegistration.TokenScheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token of a person (/tokens) or of a service account.",
            });
            o.SchemaFilter<SchemaRefinements>();
            o.ParameterFilter<ParameterNames>();
            o.ParameterFilter<WordParameters>();
            o.OperationFilter<SharedAnswers>();
            o.DocumentFilter<DocumentRefinements>();
            o.DocumentFilter<MembersInText>();
            o.DocumentFilter<DocumentExamples>();
            WellKnownSchemas.Map(o);
        });
        return services;
    }

    /// <summary>The contract of the running server, and a page to read and try it at /docs.</summary>
    public static void UseContract(this WebApplication app)
    {
        app.UseSwagger(o =>
        {
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            o.RouteTemplate = "openapi/{documentName}.{extension:regex(^(json|ya?ml)$)}";
        });
        app.UseWhen(c => c.Request.Path.StartsWithSegments("/docs"), docs => docs.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
            return next(context);
        }));
        app.UseSwaggerUI(o =>
        {
            o.RoutePrefix = "docs";
            o.DocumentTitle = "ServiceDesk API";
            o.SwaggerEndpoint("/openapi/v1.yaml", "ServiceDesk API, version 1");
        });
    }
}
