using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Organisation;

namespace ServiceDesk.Api.Endpoints;

internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        var settings = api.MapGroup("/settings").WithTags("Settings");
        settings.MapGet("/", Get).WithName(nameof(GetSettings));
        settings.MapPatch("/", Change).WithName(nameof(ChangeSettings));

        var matrix = api.MapGroup("/priority-matrix").WithTags("Settings");
        matrix.MapGet("/", Matrix).WithName(nameof(GetPriorityMatrix));
        matrix.MapPut("/", Redraw).WithName(nameof(RedrawPriorityMatrix));
    }

    /// <summary>What the organisation decided once for the whole desk.</summary>
    private static async Task<Ok<SettingsResponse>> Get(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetSettings(), ct));

    /// <summary>Changes what is given.</summary>
    private static async Task<Ok<SettingsResponse>> Change(ChangeSettings body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body, ct));

    /// <summary>How the priority of incidents follows from impact (rows) and urgency (columns).</summary>
    private static async Task<Ok<PriorityMatrixResponse>> Matrix(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetPriorityMatrix(), ct));

    /// <summary>Writes the nine cells anew.</summary>
    private static async Task<Ok<PriorityMatrixResponse>> Redraw(RedrawPriorityMatrix body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body, ct));
}
