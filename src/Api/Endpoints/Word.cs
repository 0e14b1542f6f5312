using ServiceDesk.Application.Common;

namespace ServiceDesk.Api.Endpoints;

/// <summary>A word of an enumeration in a query, written as in JSON: inProgress. Anything else is a 400.</summary>
internal readonly record struct Word<T>(T Value)
    where T : struct, Enum
{
    public static bool TryParse(string? text, IFormatProvider? provider, out Word<T> word)
    {
        var known = EnumWords.TryParse<T>(text, out var value);
        word = new Word<T>(value);
        return known;
    }
}
