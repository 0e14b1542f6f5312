using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class TicketListEndpoints
{
    public static void MapTicketLists(this IEndpointRouteBuilder api)
    {
        var tickets = api.MapGroup("/tickets").WithTags("Tickets");
        tickets.MapGet("/", List).WithName(nameof(ListTickets));
        api.MapGroup("/incidents").WithTags("Incidents").MapGet("/", ListIncidents).WithName(nameof(ListIncidents));
    }

    /// <summary>Tickets of every practice the caller sees: filters, full text, one of the known orders.</summary>
    private static async Task<Ok<Page<TicketRow>>> List([AsParameters] ListTickets query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Incidents the caller sees; the same filters and orders as for all tickets.</summary>
    private static async Task<Ok<Page<TicketRow>>> ListIncidents([AsParameters] ListTickets query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query with { Practice = ["incident"] }, ct));
}
