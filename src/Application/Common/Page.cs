using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using ServiceDesk.Application.Search;

namespace ServiceDesk.Application.Common;

/// <summary>One page of a list, with the cursor of the next one or null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <summary>With count=true: how many match, exact up to 10,000.</summary>
    public int? Total { get; init; }

    /// <summary>True when there are more than <see cref="Total"/>.</summary>
    public bool? TotalCapped { get; init; }

    /// <summary>How q was understood; only in searches.</summary>
    public string? InterpretedAs { get; init; }

    /// <summary>What in q could not be used; only in searches.</summary>
    public IReadOnlyList<string>? Notices { get; init; }

    /// <summary>The same, for a page that says it in its reader's language: a code and what it is about.</summary>
    public IReadOnlyList<SearchNotice>? NoticeCodes { get; init; }
}

/// <summary>Bounds every list shares.</summary>
public static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;
    public const int CountCap = 10_000;
}

/// <summary>An opaque cursor: the sort it belongs to and the values of the last row, so that it cannot be used with another sort.</summary>
public sealed record Cursor(string Sort, IReadOnlyList<string> Values)
{
    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Null for no cursor; a malformed or foreign one is the caller's mistake.</summary>
    public static Cursor? Parse(string? text, string sort, int values)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        try
        {
            var cursor = JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text));
            if (cursor is not null && cursor.Sort == sort && cursor.Values?.Count == values
                && cursor.Values.All(v => v?.Contains('\0', StringComparison.Ordinal) == false))
                return cursor;
        }
        catch (Exception e) when (e is FormatException or JsonException or DecoderFallbackException)
        {
        }

        throw new MalformedRequestException("cursor.invalid", "cursor", "This cursor does not belong to this list and sort.");
    }
}
