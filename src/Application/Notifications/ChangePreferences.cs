using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Notifications;

namespace ServiceDesk.Application.Notifications;

/// <summary>Switches kinds of notification on and off, and replaces what the pages keep; what is not named stays.</summary>
[Permission(Permissions.SignedIn)]
public sealed record ChangePreferences : ICommand<PreferencesResponse>
{
    /// <summary>By kind: assignedToMe, takenFromMe, teamQueue, publicMessage, internalNote, stateChanged, alarm, majorDeclared, nudged.</summary>
    public IReadOnlyDictionary<string, bool>? Notifications { get; init; }

    /// <summary>An object of at most 20,000 characters.</summary>
    public JsonElement? Interface { get; init; }
}

internal sealed class ChangePreferencesValidator : AbstractValidator<ChangePreferences>
{
    public ChangePreferencesValidator()
    {
        RuleForEach(x => x.Notifications).Must(n => Kinds.TryParse(n.Key, out _)).WithMessage("No such kind of notification.");
        RuleFor(x => x.Interface).Must(i => i is null || (i.Value.ValueKind == JsonValueKind.Object && i.Value.GetRawText().Length <= UserPreferences.InterfaceMaxLength))
            .WithMessage($"An object of at most {UserPreferences.InterfaceMaxLength} characters.");
    }
}

internal static class Kinds
{
    public static bool TryParse(string word, out NotificationKind kind) =>
        EnumWords.TryParse(word, out kind);
}

internal sealed class ChangePreferencesHandler(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions) : IRequestHandler<ChangePreferences, PreferencesResponse>
{
    public async Task<PreferencesResponse> Handle(ChangePreferences request, CancellationToken ct)
    {
        var preferences = await db.Set<UserPreferences>().SingleOrDefaultAsync(p => p.UserId == user.Id, ct);
        if (preferences is null)
            db.Set<UserPreferences>().Add(preferences = UserPreferences.Of(user.Id));
        conditions.Demand(preferences, new GetPreferences());

        foreach (var (word, wanted) in request.Notifications ?? new Dictionary<string, bool>())
        {
            if (Kinds.TryParse(word, out var kind))
                preferences.Choose(kind, wanted);
        }

        if (request.Interface is { } json)
            preferences.Arrange(json.GetRawText());
        preferences.Changed();
        await db.SaveChangesAsync(ct);
        return PreferencesResponse.Of(preferences);
    }
}
