using ServiceDesk.Domain.Common;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>What somebody tells of a problem, and how it was resolved, in one language.</summary>
internal sealed record DemoWords(string Title, string Description, string Resolution);

/// <summary>A problem in both languages.</summary>
internal sealed record DemoProblem(DemoWords English, DemoWords French)
{
    public DemoWords In(string language) => language == "fr" ? French : English;
}

/// <summary>What a category is divided into, with the problems that come up there.</summary>
internal sealed record DemoTopic(string Key, LocalizedText Name, List<DemoProblem> Problems);

/// <summary>A category and the team whose work it is.</summary>
internal sealed record DemoCategory(string Key, LocalizedText Name, string Team, List<DemoTopic> Topics);

/// <summary>The texts of the demo, from seed/incidents.</summary>
internal sealed class DemoTexts
{
    private readonly Dictionary<string, List<LocalizedText>> sayings = [];

    private DemoTexts(IReadOnlyList<DemoCategory> categories) => Categories = categories;

    public IReadOnlyList<DemoCategory> Categories { get; }

    public IReadOnlyList<string> FirstNames { get; private init; } = [];

    public IReadOnlyList<string> FamilyNames { get; private init; } = [];

    /// <summary>A saying of this kind; the same one for the same number.</summary>
    public string Say(string kind, string language, int number) => sayings[kind][number % sayings[kind].Count].In(language);

    public static DemoTexts Read()
    {
        var names = Lines("names.txt").ToList();
        var texts = new DemoTexts(Problems())
        {
            FirstNames = names[0].Split(' '),
            FamilyNames = names[1].Split(' '),
        };
        List<LocalizedText>? kind = null;
        string? english = null;
        foreach (var line in Lines("threads.txt"))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
                texts.sayings[line[2..]] = kind = [];
            else if (english is null)
                english = line;
            else
            {
                kind!.Add(new LocalizedText(english, line));
                english = null;
            }
        }

        return texts;
    }

    public static Stream Open(string file) => typeof(DemoTexts).Assembly.GetManifestResourceStream("incidents/" + file)
        ?? throw new InvalidOperationException($"seed/incidents/{file} is not embedded.");

    private static List<DemoCategory> Problems()
    {
        List<DemoCategory> categories = [];
        DemoWords? english = null;
        foreach (var line in Lines("problems.txt"))
        {
            var parts = (line[0] is '=' or '-' ? line[2..] : line).Split(" | ");
            if (line[0] == '=')
                categories.Add(new DemoCategory(parts[0], new LocalizedText(parts[1], parts[2]), parts[3], []));
            else if (line[0] == '-')
                categories[^1].Topics.Add(new DemoTopic(parts[0], new LocalizedText(parts[1], parts[2]), []));
            else if (english is null)
                english = new DemoWords(parts[0], parts[1], parts[2]);
            else
            {
                categories[^1].Topics[^1].Problems.Add(new DemoProblem(english, new DemoWords(parts[0], parts[1], parts[2])));
                english = null;
            }
        }

        return categories;
    }

    /// <summary>The lines of a file, each cut at its bars.</summary>
    public static List<string[]> Table(string file) => [.. Lines(file).Select(l => l.Split(" | "))];

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}

/// <summary>Chance that is the same at every start.</summary>
internal static class DemoChance
{
    public static int Of(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 16777619u);
        hash ^= hash >> 15;
        return (int)(unchecked(hash * 2246822519u) >> 1);
    }

    public static T Pick<T>(IReadOnlyList<T> from, string by) => from[Of(by) % from.Count];
}
