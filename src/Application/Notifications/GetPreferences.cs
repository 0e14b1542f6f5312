using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Notifications;

namespace ServiceDesk.Application.Notifications;

/// <summary>What the caller wants to be told of, and what their pages keep.</summary>
[Permission(Permissions.SignedIn)]
public sealed record GetPreferences : IQuery<PreferencesResponse>;

/// <summary>Every kind of notification with whether it is wanted; <c>Interface</c> belongs to the pages.</summary>
public sealed record PreferencesResponse(IReadOnlyDictionary<string, bool> Notifications, JsonElement Interface, long Version) : IVersioned
{
    public static PreferencesResponse Of(UserPreferences preferences) => new(
        Enum.GetValues<NotificationKind>().ToDictionary(k => JsonNamingPolicy.CamelCase.ConvertName(k.ToString()), preferences.Wants),
        JsonElement.Parse(preferences.Interface), preferences.Version);
}

internal sealed class GetPreferencesHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<GetPreferences, PreferencesResponse>
{
    public async Task<PreferencesResponse> Handle(GetPreferences request, CancellationToken ct) =>
        PreferencesResponse.Of(await db.Set<UserPreferences>().AsNoTracking().SingleOrDefaultAsync(p => p.UserId == user.Id, ct) ?? UserPreferences.Of(user.Id));
}
