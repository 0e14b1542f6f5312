using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Application.Views;

namespace ServiceDesk.Api.Endpoints;

internal static class ViewEndpoints
{
    public static void MapViews(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/views").WithTags("Views");
        views.MapGet("/", List).WithName(nameof(ListViews));
        views.MapPost("/", Save).WithName(nameof(SaveView));
        views.MapGet("/counts", Counts).WithName(nameof(CountViews));
        views.MapGet("/{id}", Get).WithName(nameof(GetView));
        views.MapPatch("/{id:guid}", Update).WithName(nameof(UpdateView));
        views.MapDelete("/{id:guid}", Delete).WithName(nameof(DeleteView));
        views.MapGet("/{id}/tickets", Tickets).WithName(nameof(ListViewTickets));
    }

    /// <summary>The built-in views for the caller, their own, and those shared with their teams.</summary>
    private static async Task<Ok<Page<ViewResponse>>> List(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new ListViews(), ct));

    /// <summary>Saves a query as a view, private or shared with one of the caller's teams.</summary>
    private static async Task<Created<ViewResponse>> Save(SaveView body, ISender sender, CancellationToken ct)
    {
        var view = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/views/{view.Id}", view);
    }

    /// <summary>How many tickets are in each pinned view, counted up to 99.</summary>
    private static async Task<Ok<ViewCounts>> Counts(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new CountViews(), ct));

    /// <summary>One view, by key or id.</summary>
    private static async Task<Ok<ViewResponse>> Get(string id, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetView(id), ct));

    /// <summary>Changes a view of one's own; members that are not there stay as they are.</summary>
    private static async Task<Ok<ViewResponse>> Update(Guid id, ViewPatch body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new UpdateView(id, body.Name, body.Query, body.Sort, body.Columns, body.TeamId, body.Pinned), ct));

    /// <summary>Deletes a view of one's own.</summary>
    private static async Task<NoContent> Delete(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new DeleteView(id), ct);
        return TypedResults.NoContent();
    }

    /// <summary>What is in a view, as the caller may see it.</summary>
    private static async Task<Ok<Page<TicketRow>>> Tickets(
        string id, string? q, string? sort, string? cursor, int? limit, bool? count, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListViewTickets(id, q, sort, cursor, limit, count), ct));

    internal sealed record ViewPatch(
        Optional<string> Name = default, Optional<string> Query = default, Optional<string> Sort = default,
        Optional<IReadOnlyList<string>> Columns = default, Optional<Guid?> TeamId = default, Optional<bool> Pinned = default);
}
