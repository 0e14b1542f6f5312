namespace ServiceDesk.Application.Search;

/// <summary>A typed query as it was understood; no root when it asks for nothing.</summary>
public sealed record ParsedSearch(SearchNode? Root, IReadOnlyList<SearchNotice> Told)
{
    /// <summary>What could not be used, in English.</summary>
    public IReadOnlyList<string> Notices => [.. Told.Select(n => n.Text)];

    /// <summary>It names a field that may be one an administrator added.</summary>
    internal bool NamesMore { get; init; }

    /// <summary>Of what it names by its id.</summary>
    internal IReadOnlyDictionary<Guid, string>? Names { get; init; }

    public string InterpretedAs => Root is null ? "" : SearchWriter.Write(Root, Names);
}

/// <summary>
/// Reads what people type. Never fails: what is no query is read as plain words, and the notices say so. Any subject pasted from
/// a mail works.
/// </summary>
public sealed partial class SearchParser
{
    public const int MaxLength = 1_000;
    private const int MaxDepth = 20;
    private const int MaxAtoms = 60;

    private readonly string text;
    private readonly IReadOnlyList<SearchField> more;
    private readonly List<SearchNotice> notices = [];
    private bool namesMore;
    private int position;
    private int atoms;
    private int depth;
    private bool broken;

    private SearchParser(string text, IReadOnlyList<SearchField> more) => (this.text, this.more) = (text, more);

    /// <summary><paramref name="more"/> are the fields administrators added.</summary>
    public static ParsedSearch Parse(string? typed, IReadOnlyList<SearchField>? more = null)
    {
        var text = Clean(typed ?? "");
        if (text.Length == 0)
            return new ParsedSearch(null, []);

        var parser = new SearchParser(text, more ?? []);
        var root = parser.Any();
        parser.Blanks();
        if (parser.position < text.Length)
            parser.broken = true;
        if (parser.broken)
        {
            parser.notices.Clear();
            parser.notices.Add(SearchNotice.NotParsed());
        }

        else if (parser.atoms > MaxAtoms)
        {
            parser.notices.Add(SearchNotice.TooMany(MaxAtoms));
        }

        var asked = parser.broken ? PlainWords(text) : root is null ? null : BeginLast(root);
        return new ParsedSearch(parser.Told(asked), parser.notices) { NamesMore = parser.namesMore };
    }

    private SearchNode? Any()
    {
        List<SearchNode> any = [];
        do
        {
            if (All() is { } node)
                any.Add(node);
        }
        while (!broken && Keyword("OR", "OU"));
        return any.Count switch { 0 => null, 1 => any[0], _ => new AnyOf(any) };
    }

    private SearchNode? All()
    {
        List<SearchNode> all = [];
        var wanted = true;
        while (!broken && !AtEnd() && text[position] != ')' && !IsKeyword("OR", "OU"))
        {
            if (Keyword("AND", "ET"))
            {
                wanted = true;
                continue;
            }

            wanted = false;
            if (Negated() is { } node && ++atoms <= MaxAtoms)
                all.Add(node);
        }

        // "AND" or "OR" with nothing beside it is a word of a subject in capitals.
        if (wanted)
            broken = true;
        return all.Count == 0 ? null : SearchNode.All(all);
    }

    private SearchNode? Negated()
    {
        var not = Keyword("NOT", "NON", "SAUF");
        if (!not && text[position] is '-' or '!' && position + 1 < text.Length && !char.IsWhiteSpace(text[position + 1]) && text[position + 1] is not ('-' or '!'))
        {
            not = true;
            position++;
        }

        if (not && AtEnd())
            broken = true;
        return broken ? null : Atom() is { } node ? not ? new Not(node) : node : null;
    }

    private SearchNode? Atom()
    {
        Blanks();
        switch (text[position])
        {
            case '(':
                return Group();
            case ')':
                broken = true;
                return null;
            case '"':
                var phrase = Quoted();
                return phrase is null || !Speaks(phrase) ? null : new Words(phrase, Phrase: true);
        }

        return Field() ?? Word();
    }

    private SearchNode? Group()
    {
        position++;
        if (++depth > MaxDepth)
        {
            broken = true;
            return null;
        }

        var inner = !AtEnd() && text[position] == ')' ? null : Any();
        depth--;
        if (AtEnd() || text[position] != ')')
            broken = true;
        else
            position++;
        return inner;
    }

    private SearchNode? Word()
    {
        var start = position;
        while (position < text.Length && !char.IsWhiteSpace(text[position]) && text[position] is not ('"' or '(' or ')'))
            position++;
        if (position == start && position < text.Length)
            position++;
        var word = text[start..position];
        if (word.Length > 1 && word[0] == '#' && word.Length < 12 && word.AsSpan(1).ContainsAnyExceptInRange('0', '9') is false)
            return FieldCondition.Of("number", word[1..]);
        return Speaks(word) ? new Words(word) : null;
    }

    private string Name()
    {
        var start = position;
        if (position < text.Length && char.IsLetter(text[position]))
        {
            while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '-' or '_' or '.'))
                position++;
        }

        return text[start..position];
    }

    private string? Quoted()
    {
        var end = text.IndexOf('"', position + 1);
        if (end < 0)
        {
            broken = true;
            return null;
        }

        var inside = text[(position + 1)..end];
        position = end + 1;
        return inside.Trim();
    }

    private bool Keyword(params ReadOnlySpan<string> words)
    {
        Blanks();
        foreach (var word in words)
        {
            if (IsKeyword(word))
            {
                position += word.Length;
                Blanks();
                return true;
            }
        }

        return false;
    }

    private bool IsKeyword(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            var end = position + word.Length;
            if (text.AsSpan(position).StartsWith(word, StringComparison.Ordinal) && (end == text.Length || char.IsWhiteSpace(text[end]) || text[end] == '('))
                return true;
        }

        return false;
    }

    private SearchNode? Back(int start)
    {
        position = start;
        return null;
    }

    private bool AtSpaceOrEnd() => position >= text.Length || char.IsWhiteSpace(text[position]);

    private bool AtEnd()
    {
        Blanks();
        return position >= text.Length;
    }

    private void Blanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }
}

/// <summary>A value as it was typed; a quoted one is never one of the special words.</summary>
internal sealed record SearchValue(string Text, bool Quoted);
