using System.Globalization;
using System.IO.Compression;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Api.Tests.Imports;

/// <summary>The log that ships with the product, read the simple way: to know what must come out of an import without asking the importer.</summary>
internal static class Excerpt
{
    public const string FileName = "servicenow-excerpt.csv.gz";

    private static readonly Lazy<string[]> AllLines = new(ReadLines);

    public static string Heading => AllLines.Value[0];

    public static IEnumerable<string> Lines => AllLines.Value.Skip(1);

    /// <summary>The rows of each incident in their order, by column.</summary>
    public static IReadOnlyList<IReadOnlyList<Dictionary<string, string>>> Incidents { get; } = Group(Lines);

    public static byte[] Packed()
    {
        using var copy = new MemoryStream();
        using var stream = Open();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static IReadOnlyList<IReadOnlyList<Dictionary<string, string>>> Group(IEnumerable<string> lines)
    {
        var columns = Heading.Split(',');
        return [.. lines.Select(l => l.Split(',').Select((v, i) => (columns[i], v)).ToDictionary(p => p.Item1, p => p.v))
            .GroupBy(r => r["number"]).Select(g => (IReadOnlyList<Dictionary<string, string>>)[.. g])];
    }

    public static DateTimeOffset? At(string text) =>
        text == "?" ? null : new DateTimeOffset(DateTime.ParseExact(text, "d/M/yyyy HH:mm", CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static double? HoursToResolve(IReadOnlyList<Dictionary<string, string>> incident) =>
        (At(incident[0]["resolved_at"]) - At(incident[0]["opened_at"]))?.TotalHours;

    private static Stream Open() => typeof(DemoAccounts).Assembly.GetManifestResourceStream("incidents/" + FileName)!;

    private static string[] ReadLines()
    {
        using var text = new StreamReader(new GZipStream(Open(), CompressionMode.Decompress));
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
