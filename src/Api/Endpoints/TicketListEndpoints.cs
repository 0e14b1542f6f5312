using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Api.Idempotency;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Search;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class TicketListEndpoints
{
    public static void MapTicketLists(this IEndpointRouteBuilder api)
    {
        var tickets = api.MapGroup("/tickets").WithTags("Tickets");
        tickets.MapGet("/", List).WithName(nameof(ListTickets));
        tickets.MapGet("/counts", Counts).WithName(nameof(GetTicketCounts));
        tickets.MapGet("/tags", Tags).WithName(nameof(SuggestTags));
        tickets.MapPost("/bulk", Bulk).WithName("BulkTickets");
        var incidents = api.MapGroup("/incidents").WithTags("Incidents");
        incidents.MapGet("/", ListIncidents).WithName(nameof(ListIncidents));
        incidents.MapGet("/suggestions", Suggest).WithName(nameof(SuggestIncidents));
        api.MapGet("/search", Search).WithName(nameof(SearchEverything)).WithTags("Search");
    }

    /// <summary>Tickets of every practice the caller sees: filters, full text, one of the known orders.</summary>
    private static async Task<Ok<Page<TicketRow>>> List([AsParameters] ListTickets query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Incidents the caller sees; the same filters and orders as for all tickets.</summary>
    [WithoutParameter("practice")]
    private static async Task<Ok<Page<TicketRow>>> ListIncidents([AsParameters] ListTickets query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query with { Practice = ["incident"] }, ct));

    /// <summary>How many tickets there are per state and per team, each counted up to 99.</summary>
    private static async Task<Ok<TicketCounts>> Counts(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetTicketCounts(), ct));

    /// <summary>Tags in use that begin with what is typed, the most used first.</summary>
    private static async Task<Ok<Page<TagSuggestion>>> Tags([AsParameters] SuggestTags query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>
    /// Does the same to up to 200 tickets, each in a transaction of its own; with dryRun nothing is kept. With an Idempotency-Key each is done
    /// once, also when the answer was lost on the way.
    /// </summary>
    private static async Task<Ok<BulkAnswer>> Bulk(BulkBody body, TicketBulk bulk, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(await bulk.RunAsync(body, http.Features.Get<IdempotentCall>(), ct));

    /// <summary>What may already be known while a title is typed.</summary>
    private static async Task<Ok<IncidentSuggestions>> Suggest([AsParameters] SuggestIncidents query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Typed hits for the palette.</summary>
    private static async Task<Ok<SearchHits>> Search([AsParameters] SearchEverything query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));
}
