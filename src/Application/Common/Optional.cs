using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceDesk.Application.Common;

/// <summary>A member of a merge patch (RFC 7396): absent leaves the value, null clears it.</summary>
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly struct Optional<T>(T? value)
{
    public bool IsPresent { get; } = true;

    public T? Value { get; } = value;

    /// <summary>The new value, or the one there is.</summary>
    public T? Or(T? current) => IsPresent ? Value : current;
}

/// <summary>Reads a member that is there as present; one that is not stays absent.</summary>
public sealed class OptionalConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GenericTypeArguments[0]))!;

    private sealed class Converter<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return new(reader.TokenType == JsonTokenType.Null ? default : JsonSerializer.Deserialize<T>(ref reader, options));
            }
            catch (JsonException e)
            {
                // Without a path, so that the reader around it tells which member this is.
                throw new JsonException(e.Message, e);
            }
        }

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
