using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>Stores an enum as the word the API uses: inProgress.</summary>
internal sealed class EnumWordConverter<TEnum>() : ValueConverter<TEnum, string>(value => ToWord(value), word => ToValue(word))
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Words = Enum.GetValues<TEnum>().ToDictionary(v => v, v => Camel(v.ToString()));
    private static readonly Dictionary<string, TEnum> Values = Words.ToDictionary(p => p.Value, p => p.Key);

    private static string ToWord(TEnum value) => Words[value];

    private static TEnum ToValue(string word) => Values[word];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
