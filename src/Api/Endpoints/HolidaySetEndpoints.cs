using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.ServiceLevels;

namespace ServiceDesk.Api.Endpoints;

internal static class HolidaySetEndpoints
{
    public static void MapHolidaySets(this IEndpointRouteBuilder api)
    {
        var sets = api.MapGroup("/service-levels/holiday-sets").WithTags("Service levels");
        sets.MapGet("/", List).WithName(nameof(ListHolidaySets));
        sets.MapPost("/", Introduce).WithName(nameof(IntroduceHolidaySet));
        sets.MapGet("/{id:guid}", Get).WithName(nameof(GetHolidaySet));
        sets.MapPatch("/{id:guid}", Revise).WithName(nameof(ReviseHolidaySet));
        sets.MapDelete("/{id:guid}", Remove).WithName(nameof(RemoveHolidaySet));
    }

    /// <summary>The holiday sets by name, without their days.</summary>
    private static async Task<Ok<Page<HolidaySetRow>>> List([AsParameters] ListHolidaySets query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>Adds a holiday set, from days or from the text of an iCalendar file.</summary>
    private static async Task<Created<HolidaySetResponse>> Introduce(IntroduceHolidaySet body, ISender sender, CancellationToken ct)
    {
        var set = await sender.Send(body, ct);
        return TypedResults.Created($"/api/v1/service-levels/holiday-sets/{set.Id}", set);
    }

    /// <summary>One holiday set with its days.</summary>
    private static async Task<Ok<HolidaySetResponse>> Get(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetHolidaySet(id), ct));

    /// <summary>Changes it, and publishes a version of every calendar it is attached to.</summary>
    private static async Task<Ok<HolidaySetResponse>> Revise(Guid id, RevisionBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ReviseHolidaySet(id) { Name = body.Name, Days = body.Days }, ct));

    /// <summary>Removes a set that no calendar uses.</summary>
    private static async Task<NoContent> Remove(Guid id, ISender sender, CancellationToken ct)
    {
        await sender.Send(new RemoveHolidaySet(id), ct);
        return TypedResults.NoContent();
    }

    internal sealed record RevisionBody
    {
        public Optional<string> Name { get; init; }
        public Optional<IReadOnlyList<HolidayBody>> Days { get; init; }
    }
}
