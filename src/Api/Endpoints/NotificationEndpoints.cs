using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Notifications;

namespace ServiceDesk.Api.Endpoints;

internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Notifications");
        me.MapGet("/notifications", List).WithName(nameof(ListNotifications));
        me.MapGet("/notifications/count", Count).WithName(nameof(CountNotifications));
        me.MapPost("/notifications/read", ReadAll).WithName("ReadAllNotifications");
        me.MapPost("/notifications/{id:guid}/read", Read).WithName(nameof(ReadNotifications));
        me.MapGet("/preferences", Preferences).WithName(nameof(GetPreferences));
        me.MapPatch("/preferences", Change).WithName(nameof(ChangePreferences));
    }

    /// <summary>What the caller was told, newest first.</summary>
    private static async Task<Ok<Page<NotificationResponse>>> List([AsParameters] ListNotifications query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query, ct));

    /// <summary>How many the caller has not read, counted up to 100.</summary>
    private static async Task<Ok<NotificationCount>> Count(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new CountNotifications(), ct));

    /// <summary>Marks all as read.</summary>
    private static async Task<Ok<NotificationCount>> ReadAll(EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ReadNotifications(null), ct));

    /// <summary>Marks one as read.</summary>
    private static async Task<Ok<NotificationCount>> Read(Guid id, EmptyBody body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ReadNotifications(id), ct));

    /// <summary>What the caller wants to be told of, and what their pages keep.</summary>
    private static async Task<Ok<PreferencesResponse>> Preferences(ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetPreferences(), ct));

    /// <summary>Switches kinds of notification on and off, and replaces what the pages keep.</summary>
    private static async Task<Ok<PreferencesResponse>> Change(ChangePreferences body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body, ct));
}
