using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Hosting;

/// <summary>A member of an enumeration is one of its words, exactly as the API writes it.</summary>
internal sealed class WordConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && EnumWords.TryParse<T>(reader.GetString(), out var value) ? value : throw NoWord();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(EnumWords.Of(value));

        private static JsonException NoWord() => new($"It is not one of: {EnumWords.Known<T>()}.");

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EnumWords.TryParse<T>(reader.GetString(), out var value) ? value : throw NoWord();

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(EnumWords.Of(value));
    }
}
