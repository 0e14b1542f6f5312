using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using ServiceDesk.Api.Endpoints;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Api.Security;

/// <summary>
/// Who may not come in is told so before the body is read: it asks for somebody signed in, where a cookie proves who that is for the token
/// that only our pages know (ruling 10), and for the permission of what the endpoint sends. The use case asks once more, and for its record.
/// </summary>
internal sealed class GateMiddleware(RequestDelegate next, IAntiforgery antiforgery)
{
    private readonly ConcurrentDictionary<MethodInfo, Demands> known = new();

    public async Task InvokeAsync(HttpContext context, Caller caller)
    {
        if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<MethodInfo>() is { } method && context.Request.Path.StartsWithSegments("/api"))
            await DemandAsync(context, endpoint, method, caller.User);

        await next(context);
    }

    private async Task DemandAsync(HttpContext context, Endpoint endpoint, MethodInfo method, ICurrentUser user)
    {
        if (!user.IsAuthenticated && !IsOpen(endpoint) && !Of(method).Public)
            throw new UnauthenticatedException();
        if (!await IsOursAsync(context, endpoint))
            throw new MalformedRequestException("session.antiforgery", "X-XSRF-TOKEN", "Send the antiforgeryToken of GET /session as X-XSRF-TOKEN.");

        // Without a body nothing is read before the use case asks by itself.
        if (!HasBody(context.Request) || !user.IsAuthenticated)
            return;
        var wanted = Of(method).Permissions;
        if (wanted.Count > 0 && !wanted.Any(p => p.ForAnyToken || user.May(p.Name)))
            throw new ForbiddenException(wanted[0].Name);
    }

    private async Task<bool> IsOursAsync(HttpContext context, Endpoint endpoint) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
        || context.Request.Headers.ContainsKey("Authorization") || context.User.Identity?.IsAuthenticated != true
        || endpoint.Metadata.GetMetadata<NoAntiforgery>() is not null
        || await antiforgery.IsRequestValidAsync(context);

    private static bool IsOpen(Endpoint endpoint) => endpoint.Metadata.GetMetadata<NoAntiforgery>() is not null || endpoint.Metadata.GetMetadata<ForEverybody>() is not null;

    private static bool HasBody(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsDelete(request.Method);

    private Demands Of(MethodInfo method) => known.GetOrAdd(method, static m => Demands.Of(m));

    /// <summary>What the use cases an endpoint sends ask for; one of them is enough to be let in, as it may be the one that is sent.</summary>
    private sealed record Demands(bool Public, IReadOnlyList<PermissionAttribute> Permissions)
    {
        public static Demands Of(MethodInfo endpoint)
        {
            var sent = SentRequests.Of(endpoint);
            List<PermissionAttribute> permissions = [.. sent.Select(t => t.GetCustomAttribute<PermissionAttribute>()).OfType<PermissionAttribute>()];
            return new Demands(sent.Count > 0 && sent.All(t => t.IsDefined(typeof(PublicAttribute))), permissions.Count == sent.Count ? permissions : []);
        }
    }
}

/// <summary>Marks the endpoint that asks nothing of a caller and sends no use case that could say so.</summary>
internal sealed class ForEverybody;
