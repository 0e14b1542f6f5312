using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;

namespace ServiceDesk.Api.Endpoints;

internal static class ServiceAccountEndpoints
{
    public static void MapServiceAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/service-accounts").WithTags("Tokens");
        accounts.MapGet("/", List).WithName(nameof(ListServiceAccounts));
        accounts.MapPost("/", Create).WithName(nameof(CreateServiceAccount));
        accounts.MapGet("/{id:guid}", Get).WithName(nameof(GetServiceAccount));
        accounts.MapPatch("/{id:guid}", Update).WithName(nameof(UpdateServiceAccount));
        accounts.MapGet("/{id:guid}/tokens", Tokens).WithName(nameof(ListServiceAccountTokens));
        accounts.MapPost("/{id:guid}/tokens", NewToken).WithName(nameof(CreateServiceAccountToken)).WithMetadata(new NotReplayed());
        accounts.MapDelete("/{id:guid}/tokens/{tokenId:guid}", Revoke).WithName(nameof(RevokeServiceAccountToken));
    }

    /// <summary>Machines that call the API, by name.</summary>
    private static async Task<Ok<Page<ServiceAccountResponse>>> List([AsParameters] ListServiceAccounts query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>An account for a machine; give it a token next.</summary>
    private static async Task<Created<ServiceAccountResponse>> Create(CreateServiceAccount body, ISender sender, CancellationToken ct)
    {
        var account = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/service-accounts/{account.Id}", account);
    }

    /// <summary>One of them.</summary>
    private static async Task<Ok<ServiceAccountResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetServiceAccount(id), ct));

    /// <summary>Renames it, takes it out of use or back: a merge patch.</summary>
    private static async Task<Ok<ServiceAccountResponse>> Update(Guid id, ServiceAccountPatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateServiceAccount(id, body.Name, body.Active), ct));

    /// <summary>Its tokens, without their secrets.</summary>
    private static async Task<Ok<Page<TokenResponse>>> Tokens(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListServiceAccountTokens(id), ct));

    /// <summary>A token for it; the secret is shown this once.</summary>
    private static async Task<Created<CreatedToken>> NewToken(Guid id, CreateToken body, ISender sender, CancellationToken ct)
    {
        var token = await sender.Send(new CreateServiceAccountToken(id, body.Name, body.Scopes, body.ExpiresAt), ct);
        return TypedResults.Created($"/api/v1/service-accounts/{id}/tokens/{token.Id}", token);
    }

    /// <summary>Ends one of its tokens at once.</summary>
    private static async Task<NoContent> Revoke(Guid id, Guid tokenId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RevokeServiceAccountToken(id, tokenId), ct);
        return TypedResults.NoContent();
    }

    internal sealed record ServiceAccountPatch(Optional<string> Name = default, Optional<bool> Active = default);
}
