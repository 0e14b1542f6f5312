using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Infrastructure.Outbox;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>Keeps a value that is read and written whole in one jsonb column: camelCase, enums as words, ids as uuids, nulls left out.</summary>
internal static class JsonColumn
{
    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TypedIdJsonConverterFactory(), new CalendarWindowConverter() },
    };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class?
    {
        property.HasColumnType("jsonb").HasConversion(new Converter<T>(), new Comparer<T>());
        return property;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Format);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Format)!;

    private sealed class Converter<T>() : ValueConverter<T, string>(value => Write(value), json => Read<T>(json));

    // The values are immutable, so a snapshot is the value itself.
    private sealed class Comparer<T>() : ValueComparer<T>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && Write(a) == Write(b)),
        value => Write(value).GetHashCode(StringComparison.Ordinal),
        value => value)
        where T : class?;

    /// <summary>Writes a window as people do: from 08:00 to 24:00.</summary>
    private sealed class CalendarWindowConverter : JsonConverter<CalendarWindow>
    {
        public override CalendarWindow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var times = JsonSerializer.Deserialize<Times>(ref reader, options)!;
            return CalendarWindow.Parse(times.From, times.To);
        }

        public override void Write(Utf8JsonWriter writer, CalendarWindow value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Times(CalendarWindow.Text(value.From), CalendarWindow.Text(value.To)), options);

        private sealed record Times(string From, string To);
    }
}
