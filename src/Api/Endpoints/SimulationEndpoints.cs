using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.ServiceLevels.Simulations;

namespace ServiceDesk.Api.Endpoints;

internal static class SimulationEndpoints
{
    public static void MapSimulations(this IEndpointRouteBuilder api) =>
        api.MapPost("/service-levels/simulations", Simulate).WithTags("Service levels").WithName(nameof(SimulatePolicy));

    /// <summary>Says what would move and what would become late if a policy were published for all tickets; changes nothing.</summary>
    private static async Task<Ok<SimulationResponse>> Simulate(SimulatePolicy body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body, ct));
}
