using System.Security.Claims;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
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

        conditions.IfMatch = IfMatch(context.Request.Headers.IfMatch);
        await next(context);
    }

    private static VersionCondition? IfMatch(StringValues header)
    {
        if (header.Count == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags) || tags.Count == 0 || (tags.Count > 1 && tags.Contains(EntityTagHeaderValue.Any)))
            throw new MalformedRequestException("request.if_match", "If-Match", "If-Match takes the ETag of the resource, such as \"7\", several of them, or *.");

        return tags[0].Equals(EntityTagHeaderValue.Any) ? VersionCondition.Any : new VersionCondition(Of(tags, weak: false), Of(tags, weak: true));
    }

    private static string[] Of(IEnumerable<EntityTagHeaderValue> tags, bool weak) => [.. tags.Where(t => t.IsWeak == weak).Select(t => t.Tag.AsSpan()[1..^1].ToString())];
}
