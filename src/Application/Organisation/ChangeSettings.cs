using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.Organisation;

/// <summary>Changes settings of the organisation; what is left out stays.</summary>
[Permission(Permissions.SettingsManage)]
public sealed record ChangeSettings : ICommand<SettingsResponse>
{
    public Optional<string> Name { get; init; }

    /// <summary>An IANA name. Calendars keep the zone they have.</summary>
    public Optional<string> TimeZone { get; init; }

    /// <summary>en or fr: for people who have not chosen one.</summary>
    public Optional<string> Language { get; init; }
    public Optional<TimeSpan?> ReopenWindow { get; init; }
    public Optional<TimeSpan?> FirstContactWindow { get; init; }
    public Optional<bool?> AutoClose { get; init; }
    public Optional<int?> RetentionDays { get; init; }
}

internal sealed class ChangeSettingsValidator : AbstractValidator<ChangeSettings>
{
    public ChangeSettingsValidator()
    {
        RuleFor(x => x.Name).Must(n => !n.IsPresent || n.Value?.Trim() is { Length: > 0 and <= 200 })
            .WithMessage("A name of at most 200 characters.");
        RuleFor(x => x.TimeZone).Must(z => !z.IsPresent || IsZone(z.Value))
            .WithMessage("A time zone of the IANA database, such as Europe/Paris.");
        RuleFor(x => x.Language).Must(l => !l.IsPresent || l.Value is "en" or "fr").WithMessage("The languages are en and fr.");
        RuleFor(x => x.ReopenWindow).Must(Given).WithMessage("It cannot be left empty.")
            .Must(w => w.Value is null || w.Value > TimeSpan.Zero).WithMessage("Some time, such as PT168H: without any nobody could reopen.");
        RuleFor(x => x.FirstContactWindow).Must(Given).WithMessage("It cannot be left empty.");
        RuleFor(x => x.AutoClose).Must(a => !a.IsPresent || a.Value is not null).WithMessage("It cannot be left empty.");
        RuleFor(x => x.RetentionDays).Must(d => !d.IsPresent || d.Value is not null).WithMessage("It cannot be left empty.");
    }

    private static bool Given(Optional<TimeSpan?> span) => !span.IsPresent || span.Value is not null;

    // Windows names are known on some systems only.
    private static bool IsZone(string? zone) => zone is { Length: > 0 and <= 64 }
        && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
        && (zone == "UTC" || !TimeZoneInfo.TryConvertWindowsIdToIanaId(zone, out _));
}

internal sealed class ChangeSettingsHandler(IServiceDeskDb db, IRequestConditions conditions)
    : IRequestHandler<ChangeSettings, SettingsResponse>
{
    public async Task<SettingsResponse> Handle(ChangeSettings request, CancellationToken ct)
    {
        var settings = await db.Settings.ForCommandAsync(s => true, "The settings", new GetSettings(), conditions, ct);

        if (request.Name.IsPresent || request.TimeZone.IsPresent || request.Language.IsPresent)
            settings.Describe(request.Name.Or(settings.Name)!.Trim(), request.TimeZone.Or(settings.TimeZone)!, request.Language.Or(settings.Language)!);
        if (request.ReopenWindow.IsPresent || request.FirstContactWindow.IsPresent || request.AutoClose.IsPresent)
            settings.SetWindows(
                request.ReopenWindow.Value ?? settings.ReopenWindow, request.FirstContactWindow.Value ?? settings.FirstContactWindow,
                request.AutoClose.Value ?? settings.AutoClose);
        if (request.RetentionDays.Value is { } days)
            settings.Keep(days);

        await db.SaveChangesAsync(ct);
        return SettingsResponse.Of(settings);
    }
}
