using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>Every permission there is: what roles are made of and tokens are limited to.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record ListPermissions : IQuery<Page<PermissionResponse>>;

/// <summary>
/// A permission. An administrative one counts only when it is held everywhere, not through a grant limited to a team or site.
/// <c>Held</c>: the caller has it.
/// </summary>
public sealed record PermissionResponse(string Name, bool Administrative, bool Held);

internal sealed class ListPermissionsHandler(ICurrentUser user) : IRequestHandler<ListPermissions, Page<PermissionResponse>>
{
    public Task<Page<PermissionResponse>> Handle(ListPermissions request, CancellationToken ct) => Task.FromResult(new Page<PermissionResponse>(
        [.. Permissions.All.Select(p => new PermissionResponse(p, AccessRules.IsAdministrative(p), user.May(p)))], null));
}
