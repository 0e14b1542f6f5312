using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Organisation;

namespace ServiceDesk.Application.Organisation;

/// <summary>What the organisation decided once for the whole desk.</summary>
[Permission(Permissions.SettingsRead)]
public sealed record GetSettings : IQuery<SettingsResponse>;

/// <summary>The settings; the reopen window is also the time after which a resolved ticket closes by itself.</summary>
public sealed record SettingsResponse(
    string Name, string TimeZone, string Language, TimeSpan ReopenWindow, TimeSpan FirstContactWindow, bool AutoClose, int RetentionDays, long Version)
    : IVersioned
{
    internal static SettingsResponse Of(OrganisationSettings s) =>
        new(s.Name, s.TimeZone, s.Language, s.ReopenWindow, s.FirstContactWindow, s.AutoClose, s.RetentionDays, s.Version);
}

internal sealed class GetSettingsHandler(IServiceDeskDb db) : IRequestHandler<GetSettings, SettingsResponse>
{
    public async Task<SettingsResponse> Handle(GetSettings request, CancellationToken ct) =>
        SettingsResponse.Of(await db.Settings.AsNoTracking().SingleAsync(ct));
}
