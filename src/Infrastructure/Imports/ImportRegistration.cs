using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Imports;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.Imports;

internal static class ImportRegistration
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<ImportFiles>();
        services.AddScoped<IImportFiles>(p => p.GetRequiredService<ImportFiles>());
        services.AddScoped<ImportReader>();
        services.AddScoped<ImportRunner>();
        services.AddStep<ImportStep>();
        services.AddScoped<IImportRun>(p => p.GetRequiredService<ImportStep>());
    }
}
