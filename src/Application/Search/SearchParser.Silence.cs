using System.Text.RegularExpressions;

namespace ServiceDesk.Application.Search;

/// <summary>What the index of words cannot tell: signs, names of a letter and signs, and words that are in every text.</summary>
public sealed partial class SearchParser
{
    /// <summary>Words that both languages leave out of the index; a test holds them against the database's own lists.</summary>
    internal static readonly IReadOnlySet<string> InEveryText = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "as", "me", "on", "s", "t" };

    /// <summary>The index holds nothing of it.</summary>
    internal static bool IsSilent(string words) =>
        words.Split([' ', '\t', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(Signs)).All(w => w.Length == 0 || InEveryText.Contains(w));

    private static readonly char[] Signs = [.. ".,;:!?\"()[]{}<>/\\*&%$§=+~^_|#-–—…«»“”„‚‘"];

    // C++ and C# would be the letter c to the index.
    [GeneratedRegex(@"^\p{L}[+#]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex LetterAndSigns { get; }

    // What has no word to be found by is looked for in the titles as it stands, and the notices say so.
    private SearchNode? Told(SearchNode? asked)
    {
        if (asked is null)
        {
            notices.Add(SearchNotice.NoWord(text));
            return new FieldCondition("subject", SearchOp.Contains, ["\\" + text]);
        }

        var parts = asked.Conjuncts.Select(n => n is Words { Phrase: false } w && LetterAndSigns.IsMatch(w.Text)
            ? new FieldCondition("subject", SearchOp.Contains, ["\\" + w.Text]) : n).ToList();
        Words[] words = [.. parts.OfType<Words>()];
        if (words.Length == 0 || !words.All(w => IsSilent(w.Text)))
        {
            // A phrase of such words finds nothing: beside others it is left out as they are.
            return SearchNode.All(parts.Where(n => n is not Words { Phrase: true } w || !IsSilent(w.Text)));
        }

        var typed = words.Length == parts.Count && words.All(w => !w.Phrase) ? text : string.Join(" ", words.Select(w => w.Text));
        notices.Add(SearchNotice.InEveryText(typed));
        parts[parts.IndexOf(words[0])] = new FieldCondition("subject", SearchOp.Starts, ["\\" + typed]);
        return SearchNode.All(parts.Where(n => n is not Words));
    }
}
