using Microsoft.OpenApi;
using ServiceDesk.Infrastructure.Database;
using Swashbuckle.AspNetCore.Swagger;

namespace ServiceDesk.Api.Hosting;

/// <summary>Prints the contract as generated from the code; the committed openapi.yaml must equal it.</summary>
internal static class OpenApiCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        await using var app = ServiceDeskHost.Build(builder, new DatabaseConnection(null));
        // The pipeline is not started, so the endpoints are handed to routing by hand.
        ((IApplicationBuilder)app).UseEndpoints(_ => { });
        await using var scope = app.Services.CreateAsyncScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        var text = new StringWriter();
        document.SerializeAsV31(new OpenApiYamlWriter(text));
        await Console.Out.WriteAsync(text.ToString());
        return 0;
    }
}
