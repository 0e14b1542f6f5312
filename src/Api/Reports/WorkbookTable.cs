using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ServiceDesk.Application.Reports;

namespace ServiceDesk.Api.Reports;

/// <summary>A report as a workbook. Texts are inline strings, which are never formulas.</summary>
internal static class WorkbookTable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(IReportTable table, IReadOnlyList<string> heads, string name)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            WriteSheet(sheet, table, heads);
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = name }));
        }

        return file.ToArray();
    }

    private static void WriteSheet(WorksheetPart sheet, IReportTable table, IReadOnlyList<string> heads)
    {
        using var writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, heads);
        foreach (var row in table.Cells)
            WriteRow(writer, row);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<object?> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var value in cells)
            writer.WriteElement(Of(value));
        writer.WriteEndElement();
    }

    private static Cell Of(object? value) => value switch
    {
        null => new Cell(),
        string word => Text(word),
        DateTimeOffset at => Text(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        _ => new Cell { DataType = CellValues.Number, CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
    };

    // Characters that XML cannot hold would spoil the whole file.
    private static Cell Text(string word) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(string.Concat(word.Where(System.Xml.XmlConvert.IsXmlChar))) { Space = SpaceProcessingModeValues.Preserve }),
    };
}
