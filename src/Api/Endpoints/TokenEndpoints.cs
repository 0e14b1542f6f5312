using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;

namespace ServiceDesk.Api.Endpoints;

internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Tokens");
        tokens.MapGet("/", List).WithName(nameof(ListTokens));
        tokens.MapPost("/", Create).WithName(nameof(CreateToken)).WithMetadata(new NotReplayed());
        tokens.MapDelete("/{id:guid}", Revoke).WithName(nameof(RevokeToken));
    }

    /// <summary>One's own tokens, without their secrets.</summary>
    private static async Task<Ok<Page<TokenResponse>>> List(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new ListTokens(), ct));

    /// <summary>A token of one's own; the secret is shown this once.</summary>
    private static async Task<Created<CreatedToken>> Create(CreateToken body, ISender sender, CancellationToken ct)
    {
        var token = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/tokens/{token.Id}", token);
    }

    /// <summary>Ends a token at once.</summary>
    private static async Task<NoContent> Revoke(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RevokeToken(id), ct);
        return TypedResults.NoContent();
    }
}
