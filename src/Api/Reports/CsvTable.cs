using System.Globalization;
using System.Text;
using ServiceDesk.Application.Reports;

namespace ServiceDesk.Api.Reports;

/// <summary>A report as CSV (RFC 4180, UTF-8). A text that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
internal static class CsvTable
{
    public const string MediaType = "text/csv";

    public static byte[] Write(IReportTable table, IReadOnlyList<string> heads)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, heads);
        foreach (var row in table.Cells)
            Line(text, row);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, IEnumerable<object?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(object? value) => value switch
    {
        null => "",
        string word => Quoted(word.Length > 0 && word[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + word : word),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Quoted(string word) => word.AsSpan().ContainsAny(",\"\r\n") ? $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : word;
}
