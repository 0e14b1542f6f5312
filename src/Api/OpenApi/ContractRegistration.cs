using Microsoft.OpenApi;

namespace ServiceDesk.Api.OpenApi;

/// <summary>How the contract is generated from the endpoints.</summary>
internal static class ContractRegistration
{
    public static IServiceCollection AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc("v1", new OpenApiInfo { Title = "ServiceDesk", Version = "1" });
            o.SupportNonNullableReferenceTypes();
            o.NonNullableReferenceTypesAsRequired();
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "ServiceDesk.*.xml"))
                o.IncludeXmlComments(file);
            o.CustomOperationIds(d => d.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName);
        });
        return services;
    }
}
