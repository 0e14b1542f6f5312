using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ServiceDesk.Api.Hosting;

/// <summary>
/// An instant is written as RFC 3339 has it: date, time and offset. What lacks one of them would be completed by where the server stands.
/// </summary>
internal static partial class Instants
{
    public const string Wanted = "It is not a time such as 2026-11-22T08:00:00Z: with its date and its offset.";

    /// <summary>Whether it is written as one; that the numbers mean one is for whoever reads them.</summary>
    public static bool AreWritten(string? text) => text is not null && Written().IsMatch(text);

    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (!AreWritten(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant))
            return false;
        // What is told is what is kept, and the database keeps microseconds.
        instant = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        return true;
    }

    // Seconds may be left out, as ISO 8601 lets them be.
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}

/// <summary>Reads instants of bodies; they are written as the framework writes them.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Instants.TryParse(reader.GetString(), out var instant) ? instant : throw new JsonException(Instants.Wanted);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
