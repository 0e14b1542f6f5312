using System.Globalization;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Tickets;

/// <summary>An order a list can be read in; each has an index. The last column makes it total.</summary>
public sealed record TicketSort(string Name, IReadOnlyList<string> Columns, bool Descending)
{
    /// <summary>By how well it matches; only with q.</summary>
    public const string Relevance = "relevance";

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["dueAt"] = ["due_at", "id"],
        ["priority"] = ["priority", "due_at", "id"],
        ["priority,dueAt"] = ["priority", "due_at", "id"],
        ["openedAt"] = ["opened_at", "id"],
        ["updatedAt"] = ["updated_at", "id"],
        ["reference"] = ["reference"],
        [Relevance] = ["score", "id"],
    };

    public bool IsByRelevance => Columns[0] == "score";

    /// <summary>True when its index holds the open apart from the done.</summary>
    internal bool SplitsByOpen => Columns.Contains("due_at");

    /// <summary>True when there is an index in this order for each team.</summary>
    internal bool HasTeamIndex => Columns[0] is "due_at" or "priority" or "opened_at";

    public static TicketSort Parse(string text)
    {
        var keys = text.Split(',');
        var descending = keys[0].StartsWith('-');
        var name = string.Join(",", keys.Select(k => k.StartsWith('-') ? k[1..] : k));
        if (!Known.TryGetValue(name, out var columns) || keys.Any(k => k.StartsWith('-') != descending))
        {
            throw new MalformedRequestException(
                "sort.unsupported", "sort", $"There is no such order. Known, each also with '-' before every key: {string.Join("; ", Known.Keys)}.");
        }

        return new TicketSort(name, columns, descending ^ (columns[0] == "score"));
    }

    /// <summary>The sort as the cursor remembers it.</summary>
    internal string Key => (Descending ? "-" : "") + Name;

    /// <summary>Only what comes after the cursor's row.</summary>
    internal SqlText After(Cursor cursor, Func<string, SqlText> column)
    {
        var columns = SqlText.Join(", ", Columns.Select(column));
        var values = SqlText.Join(", ", Columns.Select((c, i) => Value(c, cursor.Values[i])));
        return Columns.Count == 1
            ? SqlText.Of($"{columns} {SqlText.Raw(Descending ? "<" : ">")} {values}")
            : SqlText.Of($"({columns}) {SqlText.Raw(Descending ? "<" : ">")} ({values})");
    }

    internal SqlText OrderBy(Func<string, SqlText> column) =>
        SqlText.Join(", ", Columns.Select(c => SqlText.Of($"{column(c)} {SqlText.Raw(Descending ? "desc" : "asc")}")));

    private static SqlText Value(string column, string text)
    {
        try
        {
            return column switch
            {
                "id" => SqlText.Of($"{Guid.Parse(text)}"),
                "reference" or "priority" => SqlText.Of($"{text}"),
                "score" => SqlText.Of($"{double.Parse(text, CultureInfo.InvariantCulture)}"),
                _ => SqlText.Of($"{DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime()}"),
            };
        }
        catch (FormatException)
        {
            throw new MalformedRequestException("cursor.invalid", "cursor", "This cursor does not belong to this list and sort.");
        }
    }
}
