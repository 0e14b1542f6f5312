using Microsoft.AspNetCore.Antiforgery;

namespace ServiceDesk.Api.Endpoints;

/// <summary>Where a cookie is the proof of identity, a write must also bring the token that only our pages know (ruling 10).</summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var exempt = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || http.Request.Headers.ContainsKey("Authorization") || http.User.Identity?.IsAuthenticated != true
            || http.GetEndpoint()?.Metadata.GetMetadata<NoAntiforgery>() is not null;
        if (!exempt && !await antiforgery.IsRequestValidAsync(http))
            throw new Application.Common.MalformedRequestException(
                "session.antiforgery", "X-XSRF-TOKEN", "Send the antiforgeryToken of GET /session as X-XSRF-TOKEN.");

        return await next(context);
    }
}

/// <summary>Marks the endpoint that hands the token out.</summary>
internal sealed class NoAntiforgery;
