using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Hosting;

/// <summary>
/// Refuses null as an item of a list whose items cannot be null. The serialiser respects annotations of members, not those of what is in
/// a list; it asks here once an object is read.
/// </summary>
internal static class NoNullItems
{
    /// <summary>How the refusal begins, before the member; <see cref="Problems.MalformedRequest"/> takes the member from it.</summary>
    public const string Said = "An item cannot be null: ";

    public static void Respect(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Assembly.GetName().Name?.StartsWith("ServiceDesk.", StringComparison.Ordinal) != true)
            return;

        var lists = type.Properties.Where(p => p.AttributeProvider is PropertyInfo property && HasItems(property)).ToList();
        if (lists.Count == 0)
            return;

        type.OnDeserialized = read =>
        {
            foreach (var list in lists)
            {
                if (Items(list.Get!(read)) is { } items && items.Cast<object?>().Any(item => item is null))
                    throw new JsonException(Said + list.Name);
            }
        };
    }

    private static bool HasItems(PropertyInfo property)
    {
        var known = new NullabilityInfoContext().Create(property);
        if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>))
            known = known.GenericTypeArguments[0];
        var item = known.ElementType ?? (known.Type.IsAssignableTo(typeof(IEnumerable)) && known.GenericTypeArguments.Length == 1 ? known.GenericTypeArguments[0] : null);
        return known.Type != typeof(string) && item is { ReadState: NullabilityState.NotNull, Type.IsValueType: false };
    }

    // A member that may be absent holds its list one step further in.
    private static IEnumerable? Items(object? value) =>
        value as IEnumerable ?? value?.GetType().GetProperty(nameof(Optional<object>.Value))?.GetValue(value) as IEnumerable;
}
