namespace ServiceDesk.Api.Problems;

/// <summary>A title and what to do, in one language.</summary>
internal sealed record ProblemText(string Title, string Remedy);

/// <summary>One code of the API's errors.</summary>
internal sealed record ProblemEntry(string Code, int Status, string Area, ProblemText En, ProblemText Fr)
{
    public ProblemText In(string language) => language == "fr" ? Fr : En;
}

/// <summary>Every code there is, from catalogue.txt: for the page of each, for the documentation, and for the test that none is missing.</summary>
internal static class ProblemCatalog
{
    public static IReadOnlyList<ProblemEntry> All { get; } = [.. Read()];

    private static readonly Dictionary<string, ProblemEntry> ByCode = All.ToDictionary(e => e.Code);

    public static ProblemEntry? Find(string code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<ProblemEntry> Read()
    {
        using var reader = new StreamReader(typeof(ProblemCatalog).Assembly.GetManifestResourceStream("problems.txt")!);
        var area = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                area = line[2..];
            else if (line.Length > 0)
                yield return Parse(line, area);
        }
    }

    private static ProblemEntry Parse(string line, string area) => line.Split(" | ") is [var code, var status, var title, var remedy, var titre, var remede]
        ? new ProblemEntry(code, int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), area, new ProblemText(title, remedy), new ProblemText(titre, remede))
        : throw new InvalidOperationException($"catalogue.txt: '{line}' has not six columns.");
}
