using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace ServiceDesk.Api.Endpoints;

/// <summary>Serves the built single-page application: hashed assets for a year, its one page with a fresh nonce each time.</summary>
internal static class PageEndpoints
{
    private const string NoncePlaceholder = "__CSP_NONCE__";

    /// <summary>What other programs ask for: there an unknown path is 404 and a wrong method 405, which a page would hide.</summary>
    private static readonly PathString[] NoPages = ["/api", "/health", "/metrics", "/problems"];

    public static void MapPages(this WebApplication app)
    {
        var root = Locate(app);
        if (root is null)
        {
            app.MapGet("/", () => TypedResults.Problem(detail: "The pages are not built; the API is under /api/v1.", statusCode: StatusCodes.Status404NotFound))
                .ExcludeFromDescription();
            return;
        }

        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(root),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
        var index = File.ReadAllText(Path.Combine(root, "index.html"));
        app.MapGet("/", (HttpContext http) => Page(http, index)).ExcludeFromDescription();
        // No route of its own: a route for everything takes part in the choice of every path and loses the 405 of the others.
        app.Use((http, next) => http.GetEndpoint() is null && IsPage(http.Request) ? Page(http, index).ExecuteAsync(http) : next(http));
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !Array.Exists(NoPages, p => request.Path.StartsWithSegments(p))
        && !Path.HasExtension(request.Path.Value);

    private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult Page(HttpContext http, string index)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(index.Replace(NoncePlaceholder, nonce, StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    // Beside the published program, or in the checkout.
    private static string? Locate(WebApplication app)
    {
        for (var folder = new DirectoryInfo(app.Environment.ContentRootPath); folder is not null; folder = folder.Parent)
        {
            foreach (var candidate in new[] { "wwwroot", Path.Combine("client", "dist") })
            {
                var path = Path.Combine(folder.FullName, candidate);
                if (File.Exists(Path.Combine(path, "index.html")))
                    return path;
            }
        }

        return null;
    }
}
