using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>What the words about people, teams and places may look like; one definition for forms, patches and imports.</summary>
internal static class PeopleRules
{
    public const int PhoneMaxLength = 50;
    public const int KeyMaxLength = 100;
    public const int PlaceMaxLength = 200;
    public const int AddressMaxLength = 500;
    public const int DescriptionMaxLength = 1000;

    public const string UserNameMessage = "A user name has 1 to 100 characters without spaces.";
    public const string NameMessage = "A name has 1 to 200 characters.";
    public const string EmailMessage = "This is not an e-mail address.";
    public const string PhoneMessage = "A telephone number has at most 50 characters.";
    public const string LanguageMessage = "The languages are en and fr.";
    public const string TimeZoneMessage = "A time zone is an IANA name such as Europe/Paris.";
    public const string LabelMessage = "A label has 1 to 200 characters in at least one language.";
    public const string KeyMessage = "A key has 1 to 100 characters: letters, digits, '-', '_' and '.'.";

    public static bool IsUserName(string? text) =>
        text?.Trim() is { Length: > 0 and <= User.UserNameMaxLength } name && !name.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    public static bool IsName(string? text) => IsLine(text, User.NameMaxLength);

    public static bool IsPhone(string? text) => string.IsNullOrWhiteSpace(text) || IsLine(text, PhoneMaxLength);

    public static bool IsLanguage(string? text) => text is "en" or "fr";

    public static bool IsTimeZone(string? text) =>
        text is not null && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && (zone.HasIanaId || text is "UTC" or "Etc/UTC");

    public static bool IsEmail(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;

        var parts = text.Trim().Split('@');
        return text.Trim().Length <= User.EmailMaxLength && parts.Length == 2 && parts[0].Length is > 0 and <= 64 && parts[1].Length > 0
            && !text.Trim().Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';');
    }

    public static bool IsKey(string? text) =>
        text is { Length: > 0 and <= KeyMaxLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    public static bool IsLabel(LocalizedText? label) =>
        label is not null && (IsLine(label.En, LocalizedText.MaxLength) || IsLine(label.Fr, LocalizedText.MaxLength))
        && label.En is not { Length: > LocalizedText.MaxLength } && label.Fr is not { Length: > LocalizedText.MaxLength };

    public static bool IsLine(string? text, int maxLength) => TextRules.CanBeSeen(text) && text!.Trim().Length <= maxLength && !text.Any(char.IsControl);

    /// <summary>A member of a patch that is absent, or whose value is fit.</summary>
    public static IRuleBuilderOptions<T, Optional<TValue>> Fit<T, TValue>(
        this IRuleBuilder<T, Optional<TValue>> rule, Func<TValue?, bool> isFit, string message) =>
        rule.Must(member => !member.IsPresent || isFit(member.Value)).WithMessage(message);

    /// <summary>A plain member whose value is fit.</summary>
    public static IRuleBuilderOptions<T, TValue> Is<T, TValue>(this IRuleBuilder<T, TValue> rule, Func<TValue?, bool> isFit, string message) =>
        rule.Must(value => isFit(value)).WithMessage(message);
}
