using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Infrastructure.Outbox;

/// <summary>Maps events to their stable names and back, and writes them as JSON.</summary>
public static class EventCatalog
{
    private static readonly Dictionary<string, Type> ByName = typeof(IDomainEvent).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IDomainEvent)))
        .ToDictionary(t => t.GetCustomAttribute<EventNameAttribute>()?.Name ?? throw new InvalidOperationException($"{t.Name} has no stable name."));

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(p => p.Value, p => p.Key);

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TypedIdJsonConverterFactory() },
    };

    public static IEnumerable<Type> All => ByType.Keys;

    public static string NameOf(IDomainEvent domainEvent) => ByType[domainEvent.GetType()];

    public static string Write(IDomainEvent domainEvent) => JsonSerializer.Serialize(domainEvent, domainEvent.GetType(), Format);

    /// <summary>Null for a name that a later release wrote and this one does not know.</summary>
    public static IDomainEvent? Read(string name, string payload) =>
        ByName.TryGetValue(name, out var type) ? (IDomainEvent?)JsonSerializer.Deserialize(payload, type, Format) : null;
}

/// <summary>Writes a typed id as its uuid.</summary>
internal sealed class TypedIdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct, ITypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
