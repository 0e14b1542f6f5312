using ServiceDesk.Domain.Common;

namespace ServiceDesk.Api.Endpoints;

/// <summary>Every single resource goes out with its version as ETag.</summary>
internal sealed class EntityTagFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var value = result is INestedHttpResult { Result: IValueHttpResult nested } ? nested.Value : (result as IValueHttpResult)?.Value;
        if (value is IVersioned versioned)
            context.HttpContext.Response.Headers.ETag = $"\"{versioned.Version}\"";
        return result;
    }
}
