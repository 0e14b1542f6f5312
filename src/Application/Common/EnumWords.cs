using System.Collections.Frozen;
using System.Text.Json;

namespace ServiceDesk.Application.Common;

/// <summary>
/// The words of enumerations as the API writes them (inProgress), and no other spelling: the framework would read "high,low", " high " and
/// "HIGH" as well.
/// </summary>
public static class EnumWords
{
    /// <summary>All of an enumeration, for who asks what there is.</summary>
    public static string Known<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Distinct().Select(Of));

    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.ByValue[value];

    public static bool TryParse<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word is not null && Table<T>.ByWord.TryGetValue(word, out value);
    }

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByWord = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
