using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class ServiceLevelEndpoints
{
    public static void MapServiceLevels(this IEndpointRouteBuilder api)
    {
        api.MapGet("/service-levels/explain", Explain).WithName(nameof(ExplainServiceLevels)).WithTags("Service levels");
        api.MapGet("/incidents/{id}/service-levels", OfIncident).WithName(nameof(GetTicketServiceLevels)).WithTags("Incidents");
    }

    /// <summary>Says step by step why each deadline of a ticket is what it is.</summary>
    private static async Task<Ok<ServiceLevelExplanation>> Explain(TicketKey ticket, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ExplainServiceLevels(ticket), ct));

    /// <summary>The clocks of an incident as of now, and the parts of a sentence about each that is still open.</summary>
    private static async Task<Ok<TicketServiceLevels>> OfIncident(TicketKey id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetTicketServiceLevels(id), ct));
}
