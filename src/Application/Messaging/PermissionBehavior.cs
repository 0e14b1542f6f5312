using System.Reflection;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Messaging;

/// <summary>The permission a caller needs for a use case. A request without this or <see cref="PublicAttribute"/> is refused.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Open to everybody, signed in or not: signing in, set-up.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAttribute : Attribute;

/// <summary>Deny by default: what a person may do is decided here, what they may see in the query.</summary>
internal sealed class PermissionBehavior<TRequest, TResponse>(ICurrentUser user) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly string? Needed = typeof(TRequest).GetCustomAttribute<PermissionAttribute>()?.Name;
    private static readonly bool IsPublic = typeof(TRequest).IsDefined(typeof(PublicAttribute));

    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        if (!IsPublic)
        {
            if (Needed is null)
                throw new InvalidOperationException($"{typeof(TRequest).Name} declares neither a permission nor that it is public.");
            if (!user.IsAuthenticated)
                throw new UnauthenticatedException();
            if (!user.May(Needed))
                throw new ForbiddenException(Needed);
        }

        return next();
    }
}
