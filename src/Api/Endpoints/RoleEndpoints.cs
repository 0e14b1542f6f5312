using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;

namespace ServiceDesk.Api.Endpoints;

internal static class RoleEndpoints
{
    public static void MapRoles(this IEndpointRouteBuilder api)
    {
        var roles = api.MapGroup("/roles").WithTags("People");
        roles.MapGet("/", List).WithName(nameof(ListRoles));
        roles.MapPost("/", Create).WithName(nameof(CreateRole));
        roles.MapGet("/{id:guid}", Get).WithName(nameof(GetRole));
        roles.MapPatch("/{id:guid}", Update).WithName(nameof(UpdateRole));
        roles.MapDelete("/{id:guid}", Remove).WithName(nameof(RemoveRole));
        api.MapGet("/permissions", Permissions).WithName(nameof(ListPermissions)).WithTags("People");
    }

    /// <summary>Roles by key, each with its permissions.</summary>
    private static async Task<Ok<Page<RoleResponse>>> List([AsParameters] ListRoles query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Defines a role.</summary>
    private static async Task<Created<RoleResponse>> Create(CreateRole body, ISender sender, CancellationToken ct)
    {
        var role = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/roles/{role.Id}", role);
    }

    /// <summary>One role.</summary>
    private static async Task<Ok<RoleResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetRole(id), ct));

    /// <summary>Renames a role or changes what it permits; a built-in one keeps at least what it came with.</summary>
    private static async Task<Ok<RoleResponse>> Update(Guid id, RolePatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateRole(id, body), ct));

    /// <summary>Removes a role that is not built in and that nobody holds.</summary>
    private static async Task<NoContent> Remove(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RemoveRole(id), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Every permission there is.</summary>
    private static async Task<Ok<Page<PermissionResponse>>> Permissions(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListPermissions(), ct));
}
