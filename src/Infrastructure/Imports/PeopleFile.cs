using System.Text;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.People;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>CSV in UTF-8 with a first line that names the columns, in any order; commas, semicolons or tabs between them.</summary>
internal sealed class PeopleFile : IPeopleFile
{
    private const string Code = "import.file";

    private static readonly Dictionary<string, Func<PersonRow, string?, PersonRow>> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["userName"] = (r, v) => r with { UserName = v },
        ["name"] = (r, v) => r with { Name = v },
        ["email"] = (r, v) => r with { Email = v },
        ["phone"] = (r, v) => r with { Phone = v },
        ["site"] = (r, v) => r with { Site = v },
        ["department"] = (r, v) => r with { Department = v },
        ["manager"] = (r, v) => r with { Manager = v },
        ["team"] = (r, v) => r with { Team = v },
        ["role"] = (r, v) => r with { Role = v },
        ["language"] = (r, v) => r with { Language = v },
        ["timeZone"] = (r, v) => r with { TimeZone = v },
        ["vip"] = (r, v) => r with { Vip = v },
    };

    public async Task<IReadOnlyList<PersonRow>> ReadAsync(Stream content, CancellationToken ct)
    {
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var records = new CsvRecords(text, detectSeparator: true);
        try
        {
            var columns = Header(await records.ReadAsync(ct) ?? throw Unreadable("The file is empty."));
            List<PersonRow> rows = [];
            while (await records.ReadAsync(ct) is { } cells)
            {
                if (cells.Length > columns.Count)
                    throw Unreadable($"Line {records.Line} has more cells than the first line names.");
                if (cells.Any(cell => cell.Contains('\0', StringComparison.Ordinal)))
                    throw Unreadable($"Line {records.Line} holds the character U+0000, which is no text.");
                if (rows.Count == IPeopleFile.MostRows)
                    throw Unreadable($"A file has at most {IPeopleFile.MostRows} people; split it.");
                rows.Add(cells.Select((cell, i) => (Cell: cell, Column: columns[i]))
                    .Aggregate(new PersonRow(records.Line), (row, c) => c.Column(row, string.IsNullOrWhiteSpace(c.Cell) ? null : c.Cell.Trim())));
            }

            return rows;
        }
        catch (UnreadableFileException e)
        {
            throw Unreadable(e.Message);
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable("The file is not in UTF-8. Save it as \"CSV UTF-8\".");
        }
    }

    private static List<Func<PersonRow, string?, PersonRow>> Header(string[] names)
    {
        List<Func<PersonRow, string?, PersonRow>> columns = [];
        foreach (var name in names.Select(n => n.Trim()))
            columns.Add(Columns.GetValueOrDefault(name) ?? throw Unreadable($"There is no column '{name}'. Known: {string.Join(", ", Columns.Keys)}."));
        if (columns.Distinct().Count() != columns.Count)
            throw Unreadable("The first line names a column twice.");

        return columns.Contains(Columns["userName"]) ? columns : throw Unreadable("The column userName is missing.");
    }

    private static MalformedRequestException Unreadable(string message) => new(Code, "file", message);
}
