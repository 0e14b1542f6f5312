namespace ServiceDesk.Api.Hosting;

/// <summary>
/// What answers GET answers HEAD the same without a body (RFC 9110, 9.3.2). The stream of events has no end that one could wait for: it stays
/// with GET.
/// </summary>
internal sealed class HeadMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (!HttpMethods.IsHead(context.Request.Method) || path == "/api/v1/events" || !(path.StartsWithSegments("/api") || path.StartsWithSegments("/health")))
        {
            await next(context);
            return;
        }

        var outside = context.Response.Body;
        (context.Request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Method, context.Response.Body) = (HttpMethods.Head, outside);
        }
    }
}
