using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Api.Hosting;

/// <summary>How the API writes JSON, and how strictly it reads it.</summary>
internal static class ApiJson
{
    public static IServiceCollection AddApiJson(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        return services;
    }

    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new WordConverter());
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new IsoDurationConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new LocalizedTextConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NoNullItems.Respect } };
    }
}

/// <summary>A label is written as one text for all languages or as { "en", "fr" } (ruling 9); it is given as the object.</summary>
internal sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return LocalizedText.Both(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A label is a text or an object with en and fr.");

        HashSet<string> given = [];
        string? en = null, fr = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var language = reader.GetString();
            if (!given.Add(language!))
                throw new JsonException($"A label has '{language}' twice.");
            reader.Read();
            var text = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
            (en, fr) = language switch
            {
                "en" => (text, fr),
                "fr" => (en, text),
                _ => throw new JsonException($"A label has the languages en and fr, not '{language}'."),
            };
        }

        return new LocalizedText(en, fr);
    }

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("en", value.En ?? value.Fr);
        writer.WriteString("fr", value.Fr ?? value.En);
        writer.WriteEndObject();
    }
}

/// <summary>Durations as ISO 8601 with hours, minutes and seconds: PT4H30M. Days and longer are refused (ruling 6).</summary>
internal sealed class IsoDurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        if (IsoDuration.TryParse(text, out var duration))
            return duration;

        // Well written, but a day or a month has no fixed number of hours.
        throw text.Length > 2 && text[0] == 'P' && text[^1] is 'D' or 'W' or 'Y' or 'M' or 'H' or 'S'
            ? RuleViolationException.Meaning("duration.unit", $"'{text}': durations have hours, minutes and seconds only, such as PT4H30M.")
            : new JsonException($"'{text}' is not a duration such as PT4H30M.");
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(IsoDuration.Format(value));
}
