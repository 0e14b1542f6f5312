using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Api.Hosting;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.People;

namespace ServiceDesk.Api.Endpoints;

internal static class SetupEndpoints
{
    public static void MapSetup(this IEndpointRouteBuilder api)
    {
        var setup = api.MapGroup("/setup").WithTags("Setup");
        setup.MapGet("/", Get).WithName(nameof(GetSetup));
        setup.MapPost("/", Run).WithName(nameof(RunSetup)).WithMetadata(new NoAntiforgery(), new NotReplayed());
    }

    /// <summary>Whether the installation still lacks an administrator, and whether it has the demo accounts.</summary>
    private static async Task<Ok<SetupResponse>> Get(ISender sender, IConfiguration configuration, IHostEnvironment environment, CancellationToken ct) =>
        TypedResults.Ok(new SetupResponse((await sender.Send(new GetSetup(), ct)).Needed, DemoData.IsOn(configuration, environment)));

    /// <summary>Makes the first administrator, with the code printed in the server's log.</summary>
    private static async Task<Ok<SetupDone>> Run(RunSetup body, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(body, ct));
}

/// <summary>What the sign-in page must know before anybody is signed in.</summary>
internal sealed record SetupResponse(bool Needed, bool Demo);
