namespace ServiceDesk.Domain.Common;

/// <summary>A label an administrator writes in the product's languages; a missing one falls back to the other (ruling 9).</summary>
public sealed record LocalizedText(string? En, string? Fr)
{
    public const int MaxLength = 200;

    public static LocalizedText Both(string text) => new(text, text);

    /// <summary>The text for a reader of the given language ("fr" or anything else for English).</summary>
    public string In(string language) => (language == "fr" ? Fr ?? En : En ?? Fr) ?? "";
}
