using System.Globalization;
using System.Text;
using FluentValidation;

namespace ServiceDesk.Application.Common;

/// <summary>What makes a text one that people can see.</summary>
internal static class TextRules
{
    public const string NothingToSee = "It has nothing that can be seen.";

    /// <summary>Some character is neither a space nor one that only steers its neighbours, such as the zero-width ones.</summary>
    public static bool CanBeSeen(string? text) => text is not null && text.EnumerateRunes().Any(r => !Rune.IsWhiteSpace(r)
        && Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned) && r.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164));

    public static IRuleBuilderOptions<T, string?> IsSeen<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || CanBeSeen(text)).WithMessage(NothingToSee);
}
