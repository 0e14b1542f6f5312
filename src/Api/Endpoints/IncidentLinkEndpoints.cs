using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Incidents;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Api.Endpoints;

internal static class IncidentLinkEndpoints
{
    public static void MapIncidentLinks(this IEndpointRouteBuilder api)
    {
        var incident = api.MapGroup("/incidents/{id}").WithTags("Incident links and watchers");
        incident.MapGet("/links", Links).WithName(nameof(ListIncidentLinks));
        incident.MapPost("/links", Link).WithName(nameof(LinkIncident));
        incident.MapDelete("/links/{linkId:guid}", Unlink).WithName(nameof(UnlinkIncident));
        incident.MapGet("/children", Children).WithName(nameof(ListIncidentChildren));
        incident.MapGet("/watchers", Watchers).WithName(nameof(ListIncidentWatchers));
        incident.MapPost("/watchers", Watch).WithName(nameof(WatchIncident));
        incident.MapDelete("/watchers/{userId:guid}", Unwatch).WithName(nameof(UnwatchIncident));
    }

    /// <summary>What it is linked to, read from this end; its parent, children and merged duplicates included.</summary>
    private static async Task<Ok<Page<LinkResponse>>> Links(TicketKey id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIncidentLinks(id), ct));

    /// <summary>Links it to another ticket, by id or reference; the link shows at both ends.</summary>
    private static async Task<Created<LinkResponse>> Link(TicketKey id, LinkBody body, ISender sender, CancellationToken ct)
    {
        TicketKey.TryParse(body.TargetId, null, out var target);
        var link = await sender.Send(new LinkIncident(id, body.Type, target), ct);
        return TypedResults.Created($"/api/v1/incidents/{id}/links/{link.Id}", link);
    }

    /// <summary>Takes a link away, from either end.</summary>
    private static async Task<NoContent> Unlink(TicketKey id, Guid linkId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new UnlinkIncident(id, linkId), ct);
        return TypedResults.NoContent();
    }

    /// <summary>The incidents directly below it, oldest first.</summary>
    private static async Task<Ok<Page<LinkedTicket>>> Children(TicketKey id, [AsParameters] ChildrenQuery query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIncidentChildren(id, query.Open, query.Limit, query.Cursor), ct));

    /// <summary>Who follows it.</summary>
    private static async Task<Ok<Page<WatcherResponse>>> Watchers(TicketKey id, [AsParameters] PageQuery query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIncidentWatchers(id, query.Limit, query.Cursor), ct));

    /// <summary>Makes somebody follow it; repeating it changes nothing.</summary>
    private static async Task<Created<WatcherResponse>> Watch(TicketKey id, WatcherBody body, ISender sender, CancellationToken ct)
    {
        var watcher = await sender.Send(new WatchIncident(id, body.UserId), ct);
        return TypedResults.Created($"/api/v1/incidents/{id}/watchers/{watcher.User.Id}", watcher);
    }

    /// <summary>Lets somebody follow it no longer.</summary>
    private static async Task<NoContent> Unwatch(TicketKey id, Guid userId, ISender sender, CancellationToken ct)
    {
        await sender.Send(new UnwatchIncident(id, userId), ct);
        return TypedResults.NoContent();
    }

    internal sealed record LinkBody(LinkType Type, string TargetId);

    internal sealed record WatcherBody(Guid UserId);

    internal sealed record ChildrenQuery(bool? Open = null, int Limit = Paging.DefaultLimit, string? Cursor = null);
}

/// <summary>The parameters of a list without filters.</summary>
internal sealed record PageQuery(int Limit = Paging.DefaultLimit, string? Cursor = null);
