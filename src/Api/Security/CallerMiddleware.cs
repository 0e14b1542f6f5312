using System.Globalization;
using System.Security.Claims;
using ServiceDesk.Application.Common;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Security;

/// <summary>Tells the scope who is calling, from where, and under which conditions.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, AccessReader access)
{
    public async Task InvokeAsync(HttpContext context, Caller caller, RequestConditions conditions)
    {
        var user = context.Features.Get<AuthenticatedCaller>()?.User;
        Guid? session = null;
        if (user is null && context.User.FindFirstValue(SecurityRegistration.SessionClaim) is { } sid && Guid.TryParse(sid, out var id))
            (user, session) = (await access.OfSessionAsync(id, context.RequestAborted), id);
        if (user is not null)
            caller.Is(user is AccessSnapshot snapshot ? snapshot with { RemoteAddress = context.Connection.RemoteIpAddress?.ToString() } : user, session);

        conditions.IfMatch = IfMatch(context.Request.Headers.IfMatch.ToString());
        await next(context);
    }

    private static long? IfMatch(string header)
    {
        if (header.Length == 0 || header == "*")
            return null;
        if (long.TryParse(header.Replace("W/", "", StringComparison.Ordinal).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return version;

        throw new MalformedRequestException("request.if_match", "If-Match", "If-Match takes the ETag of the resource, such as \"7\".");
    }
}
