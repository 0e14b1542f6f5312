using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;

namespace ServiceDesk.Api.Endpoints;

internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("People");
        users.MapGet("/", List).WithName(nameof(ListUsers));
        users.MapPost("/", Create).WithName(nameof(CreateUser));
        users.MapGet("/{id:guid}", Get).WithName(nameof(GetUser));
        users.MapPatch("/{id:guid}", Update).WithName(nameof(UpdateUser));
        users.MapPost("/{id:guid}/deactivate", Deactivate).WithName(nameof(DeactivateUser));
        users.MapPost("/{id:guid}/reactivate", Reactivate).WithName(nameof(ReactivateUser));
        users.MapGet("/{id:guid}/export", Export).WithName(nameof(ExportUser));
        users.MapPost("/{id:guid}/erase", Erase).WithName(nameof(EraseUser));
        users.MapGet("/{id:guid}/grants", Grants).WithName(nameof(ListGrants));
        users.MapPost("/{id:guid}/grants", Give).WithName(nameof(GiveRole));
        users.MapDelete("/{id:guid}/grants/{grantId:guid}", Take).WithName(nameof(TakeRole));
        users.MapPost("/{id:guid}/reset-link", ResetLink).WithName(nameof(IssueResetLink)).WithMetadata(new NotReplayed());
        users.MapPost("/{id:guid}/unlock", Unlock).WithName(nameof(UnlockAccount));
        users.MapDelete("/{id:guid}/two-factor", RemoveFactor).WithName(nameof(RemoveTwoFactor));
        api.MapGet("/colleagues", Colleagues).WithName(nameof(FindColleagues)).WithTags("People");
    }

    /// <summary>People by name; q is the beginning of a word of the name, of the user name or of the e-mail address.</summary>
    private static async Task<Ok<Page<UserRow>>> List([AsParameters] ListUsers query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Colleagues by the beginning of a word of their name, at least two letters: name and id of at most ten.</summary>
    private static async Task<Ok<Page<PersonRef>>> Colleagues([AsParameters] FindColleagues query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Makes a person known, with an account that has no password until a reset link is used.</summary>
    private static async Task<Created<UserResponse>> Create(CreateUser body, ISender sender, CancellationToken ct)
    {
        var person = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/users/{person.Id}", person);
    }

    /// <summary>One person; without users.read only oneself.</summary>
    private static async Task<Ok<UserResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetUser(id), ct));

    /// <summary>Changes what is known about a person: a merge patch.</summary>
    private static async Task<Ok<UserResponse>> Update(Guid id, UserPatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateUser(id, body), ct));

    /// <summary>Ends sessions and tokens and hands open work over.</summary>
    private static async Task<Ok<DeactivatedUser>> Deactivate(Guid id, DeactivateBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new DeactivateUser(id, body.HandOver), ct));

    /// <summary>Lets a person sign in again.</summary>
    private static async Task<Ok<UserResponse>> Reactivate(Guid id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ReactivateUser(id), ct));

    /// <summary>All that is stored about a person, as a file; of tickets what the caller may see.</summary>
    private static async Task<Ok<PersonalData>> Export(Guid id, ISender sender, HttpContext http, CancellationToken ct)
    {
        var copy = await sender.Send(new ExportUser(id), ct);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"servicedesk-{copy.Profile.Id}.json\"";
        return TypedResults.Ok(copy);
    }

    /// <summary>Forgets for good who somebody was who has left; tickets and the audit trail stay, under a pseudonym.</summary>
    private static async Task<Ok<UserResponse>> Erase(Guid id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new EraseUser(id), ct));

    /// <summary>The roles a person holds.</summary>
    private static async Task<Ok<Page<GrantResponse>>> Grants(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListGrants(id), ct));

    /// <summary>Gives a role (by key), everywhere or only for the tickets of a team or a site.</summary>
    private static async Task<Created<GrantResponse>> Give(Guid id, GrantBody body, ISender sender, CancellationToken ct)
    {
        var grant = await sender.Send(new GiveRole(id, body.Role, body.TeamId, body.SiteId), ct);
        return TypedResults.Created($"/api/v1/users/{id}/grants", grant);
    }

    /// <summary>Takes a role away.</summary>
    private static async Task<NoContent> Take(Guid id, Guid grantId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new TakeRole(id, grantId), ct);
        return TypedResults.NoContent();
    }

    /// <summary>A code, and a link with it, to set a password once within the hour; shown this once.</summary>
    private static async Task<Ok<ResetLinkResponse>> ResetLink(Guid id, EmptyBody body, ISender sender, HttpContext http, CancellationToken ct)
    {
        var issued = await sender.Send(new IssueResetLink(id), ct);
        return TypedResults.Ok(new ResetLinkResponse(issued.Code, $"{http.Request.Scheme}://{http.Request.Host}/reset-password#{issued.Code}", issued.ExpiresAt));
    }

    /// <summary>Takes the second factor off somebody who lost it.</summary>
    private static async Task<NoContent> RemoveFactor(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RemoveTwoFactor(id), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Lets somebody sign in at once who failed too often.</summary>
    private static async Task<NoContent> Unlock(Guid id, EmptyBody body, ISender sender, CancellationToken ct)
    {
        await sender.Send(new UnlockAccount(id), ct);
        return TypedResults.NoContent();
    }

    internal sealed record DeactivateBody(HandOverTo? HandOver = null);

    internal sealed record GrantBody(string Role, Guid? TeamId = null, Guid? SiteId = null);
}

/// <summary>How a person sets a password themselves: the code, or a link that carries it.</summary>
internal sealed record ResetLinkResponse(string Code, string Link, DateTimeOffset ExpiresAt);
