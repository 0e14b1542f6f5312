namespace ServiceDesk.Application.Common;

/// <summary>Pages of records sorted by a name that need not be unique, then by id.</summary>
internal static class NamePaging
{
    private const string Sort = "name";

    public static (string Name, Guid Id)? After(string? cursor) =>
        Cursor.Parse(cursor, Sort, 2) is not { } parsed ? null
        : Guid.TryParse(parsed.Values[1], out var id) ? (parsed.Values[0], id)
        : throw new MalformedRequestException("cursor.invalid", "cursor", "This cursor does not belong to this list and sort.");

    /// <summary>Takes one row more than the limit to know whether there is a next page.</summary>
    public static Page<T> Page<T>(IReadOnlyList<T> rows, int limit, Func<T, (string Name, Guid Id)> key)
    {
        if (rows.Count <= limit)
            return new Page<T>(rows, null);

        var (name, id) = key(rows[limit - 1]);
        return new Page<T>([.. rows.Take(limit)], new Cursor(Sort, [name, id.ToString()]).ToString());
    }
}
