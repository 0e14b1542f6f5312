using System.Globalization;
using System.Text;
using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.Catalog;

/// <summary>What records with a label in two languages share.</summary>
internal static class Labels
{
    public const int KeyMaxLength = 100;

    private static readonly string TooLong = $"A text, or en and fr, of at most {LocalizedText.MaxLength} characters.";

    public static IRuleBuilderOptions<T, LocalizedText> Label<T>(this IRuleBuilder<T, LocalizedText> rule) =>
        rule.Must(Fits).WithMessage(TooLong);

    public static IRuleBuilderOptions<T, Optional<LocalizedText>> Label<T>(this IRuleBuilder<T, Optional<LocalizedText>> rule) =>
        rule.Must(l => !l.IsPresent || (l.Value is { } label && Fits(label))).WithMessage(TooLong);

    public static IRuleBuilderOptions<T, string?> Key<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(k => k is null || (k.Length is > 0 and <= KeyMaxLength && k.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')))
            .WithMessage($"Letters, digits, '-', '_' and '.', at most {KeyMaxLength}.");

    /// <summary>A key made of the label: "Réseau sans fil" becomes "reseau-sans-fil".</summary>
    public static string KeyOf(LocalizedText name)
    {
        var key = new StringBuilder();
        var plain = name.In("en").Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        foreach (var c in plain)
        {
            if (char.IsAsciiLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));
            else if (key.Length > 0 && key[^1] != '-')
                key.Append('-');
        }

        return key.ToString().Trim('-') is { Length: > 0 } made
            ? made[..Math.Min(made.Length, KeyMaxLength)]
            : throw RuleViolationException.Meaning("key.wanted", "No key can be made of this name: give one.");
    }

    public static bool Fits(LocalizedText label) =>
        (label.En ?? label.Fr)?.Trim().Length > 0 && (label.En?.Length ?? 0) <= LocalizedText.MaxLength && (label.Fr?.Length ?? 0) <= LocalizedText.MaxLength;
}

/// <summary>Pages of records sorted by a unique key.</summary>
internal static class KeyPaging
{
    private const string Sort = "key";

    /// <summary>The key after which the page begins; empty for the first one.</summary>
    public static string After(string? cursor) => Cursor.Parse(cursor, Sort, 1)?.Values[0] ?? "";

    public static Page<T> Page<T>(IReadOnlyList<T> rows, int limit, Func<T, string> key) => rows.Count <= limit
        ? new Page<T>(rows, null)
        : new Page<T>([.. rows.Take(limit)], new Cursor(Sort, [key(rows[limit - 1])]).ToString());
}
