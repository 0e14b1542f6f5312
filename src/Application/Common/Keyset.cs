using System.Globalization;

namespace ServiceDesk.Application.Common;

/// <summary>Values in and out of a cursor, and the page that is cut from one row too many.</summary>
public static class Keyset
{
    extension(Cursor cursor)
    {
        public DateTimeOffset Instant(int position) =>
            DateTimeOffset.TryParseExact(cursor.Values[position], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : throw Foreign();

        public Guid Id(int position) => Guid.TryParse(cursor.Values[position], out var id) ? id : throw Foreign();

        public long Number(int position) =>
            long.TryParse(cursor.Values[position], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Foreign();
    }

    public static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The page of <paramref name="rows"/>, which were asked for with one more than the limit to know whether there is a next one.</summary>
    public static Page<T> ToPage<T>(this IReadOnlyList<T> rows, int limit, string sort, Func<T, IReadOnlyList<string>> key) =>
        rows.Count <= limit ? new Page<T>(rows, null) : new Page<T>([.. rows.Take(limit)], new Cursor(sort, key(rows[limit - 1])).ToString());

    private static MalformedRequestException Foreign() => new("cursor.invalid", "cursor", "This cursor does not belong to this list and sort.");
}
