using System.Text.Json;

namespace ServiceDesk.Api.Endpoints;

/// <summary>A word of an enumeration in a query, written as in JSON: inProgress. Anything else is a 400.</summary>
internal readonly record struct Word<T>(T Value)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Words =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    public static bool TryParse(string? text, IFormatProvider? provider, out Word<T> word)
    {
        var known = Words.TryGetValue(text ?? "", out var value);
        word = new Word<T>(value);
        return known;
    }
}
