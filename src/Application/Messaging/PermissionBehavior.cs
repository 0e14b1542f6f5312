using System.Reflection;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Messaging;

/// <summary>
/// The permission a caller needs for a use case. A request without this or <see cref="PublicAttribute"/> is refused. When it is a right on
/// tickets and the request names a ticket, it must count for that ticket: the first <see cref="TicketKey"/> among its members.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>
    /// Open to a token whatever its scopes: who its owner is, and what everybody needs to name in requests. It gives nobody more than
    /// they have without it, and what the scopes do not name changes nothing.
    /// </summary>
    public bool ForAnyToken { get; init; }
}

/// <summary>Open to everybody, signed in or not: signing in, set-up.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicAttribute : Attribute;

/// <summary>Deny by default: what a person may do is decided here, what they may see in the query.</summary>
internal sealed class PermissionBehavior<TRequest, TResponse>(ICurrentUser user, TicketRights rights) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly PermissionAttribute? Declared = typeof(TRequest).GetCustomAttribute<PermissionAttribute>();
    private static readonly string? Needed = Declared?.Name;
    private static readonly bool IsPublic = typeof(TRequest).IsDefined(typeof(PublicAttribute));
    private static readonly Func<TRequest, TicketKey>? Ticket = Needed is not null && Permissions.OnTickets.Contains(Needed)
        ? Array.Find(typeof(TRequest).GetProperties(), p => p.PropertyType == typeof(TicketKey))?.GetMethod!.CreateDelegate<Func<TRequest, TicketKey>>()
        : null;

    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        if (!IsPublic)
        {
            if (Needed is null)
                throw new InvalidOperationException($"{typeof(TRequest).Name} declares neither a permission nor that it is public.");
            if (!user.IsAuthenticated)
                throw new UnauthenticatedException();
            if ((Declared is not { ForAnyToken: true } && !user.May(Needed)) || (Ticket is not null && !await rights.AllowAsync(Needed, Ticket(request), ct)))
                throw new ForbiddenException(Needed);
        }

        return await next();
    }
}
