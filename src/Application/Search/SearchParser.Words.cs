using System.Text;

namespace ServiceDesk.Application.Search;

/// <summary>What is left of a text when it is no query.</summary>
public sealed partial class SearchParser
{
    private static AllOf? PlainWords(string text)
    {
        Words[] words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('"', '(', ')')).Where(Speaks).Take(MaxAtoms).Select(w => new Words(w))];
        return words.Length == 0 ? null : new AllOf([.. words.Take(words.Length - 1), words[^1] with { Begun = true }]);
    }

    // The last word may be only begun.
    private static SearchNode BeginLast(SearchNode node) => node switch
    {
        Words { Phrase: false } word => word with { Begun = true },
        AllOf { Of: var of } when of[of.Count - 1] is Words { Phrase: false } last => new AllOf([.. of.Take(of.Count - 1), last with { Begun = true }]),
        _ => node,
    };

    private static bool Speaks(string word) => word.Any(char.IsLetterOrDigit);

    // Half a surrogate pair and control signs are nothing anybody searches for, and the database takes neither.
    private static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
            clean.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? " " : rune.ToString());
        return clean.ToString().Trim();
    }
}
