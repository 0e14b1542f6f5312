using System.Globalization;

namespace ServiceDesk.Application.Search;

/// <summary>Makes a condition of a field and what was typed for it: special words and choices become neutral, nonsense matches nothing and says so.</summary>
internal static class SearchConditions
{
    public const string Me = "me";
    public const string MyTeams = "my-teams";
    public const string Empty = "empty";
    public const string AnyValue = "any";

    public static SearchNode Make(SearchField field, SearchOp op, IReadOnlyList<SearchValue> typed, List<SearchNotice> notices)
    {
        if (typed.Count == 0)
            return Refuse(field, "()", notices);
        if (op == SearchOp.IsNot)
            return new Not(Make(field, SearchOp.Is, typed, notices));

        if (field.Kind == FieldKind.Absent)
            return Say(field, SearchNotice.FieldClosed(field.Name), notices);
        var range = SearchOperators.Range(field, typed);
        if (SearchOperators.Refusal(field, range is null ? op : SearchOp.Between) is { } refusal)
            return Say(field, refusal, notices);
        if (range is var (start, end))
            return Between(field, start, end, notices);

        List<string> values = [];
        foreach (var value in typed)
        {
            if (Neutral(field, value) is not { } neutral)
                return Refuse(field, value.Text, notices);
            values.Add(neutral);
        }

        var compares = op is SearchOp.Less or SearchOp.AtMost or SearchOp.More or SearchOp.AtLeast;
        if (field.Kind == FieldKind.Choice && compares)
            return Compared(field, op, values[0], notices);
        if (field.Kind == FieldKind.Custom)
            return AddedField.Make(field, op, values) ?? Refuse(field, string.Join(", ", typed.Select(v => v.Text)), notices);
        return field.Name == "text" ? SearchNode.All(values.Select(v => new Words(Bare(v), Phrase: v.Contains(' ', StringComparison.Ordinal))))
            : new FieldCondition(field.Name, op, values);
    }

    /// <summary>The value without the mark that says it is no special word.</summary>
    public static string Bare(string value) => value.StartsWith('\\') ? value[1..] : value;

    private static SearchNode Between(SearchField field, string from, string to, List<SearchNotice> notices)
    {
        foreach (var end in new[] { from, to })
        {
            if (end.Length > 0 && Neutral(field, new SearchValue(end, false)) is null)
                return Refuse(field, end, notices);
        }

        if (field.Kind == FieldKind.Custom)
            return (SearchNode?)AddedField.Between(field, from, to) ?? Refuse(field, $"{from}..{to}", notices);
        if (field.Kind != FieldKind.Choice)
            return new FieldCondition(field.Name, SearchOp.Between, [from.Length == 0 ? from : Neutral(field, new SearchValue(from, false))!, to.Length == 0 ? to : Neutral(field, new SearchValue(to, false))!]);
        var words = field.Choices.Select(c => c.Word).ToList();
        var (first, last) = (from.Length == 0 ? 0 : words.IndexOf(field.Word(from)!), to.Length == 0 ? words.Count - 1 : words.IndexOf(field.Word(to)!));
        return last < first ? Refuse(field, from + ".." + to, notices) : new FieldCondition(field.Name, SearchOp.Is, words[first..(last + 1)]);
    }

    // Choices compare in their natural order, so that priority<=p2 is p1 and p2.
    private static SearchNode Compared(SearchField field, SearchOp op, string word, List<SearchNotice> notices)
    {
        var words = field.Choices.Select(c => c.Word).ToList();
        var at = words.IndexOf(word);
        if (at < 0 || field.Name is not ("priority" or "impact" or "urgency"))
            return Refuse(field, word, notices);

        var chosen = op switch
        {
            SearchOp.Less => words[..at],
            SearchOp.AtMost => words[..(at + 1)],
            SearchOp.More => words[(at + 1)..],
            _ => words[at..],
        };
        return chosen.Count == 0 ? new Nothing(field.Name) : new FieldCondition(field.Name, SearchOp.Is, chosen);
    }

    internal static bool IsSpecial(SearchField field, SearchValue value) => !value.Quoted && Neutral(field, value) is Empty or AnyValue;

    internal static string? Neutral(SearchField field, SearchValue value)
    {
        var special = value.Quoted ? null : SearchFields.Fold(value.Text) switch
        {
            "me" or "moi" => Me,
            "myteams" or "mesequipes" => MyTeams,
            "empty" or "vide" or "none" or "aucun" or "aucune" => Empty,
            "any" or "tous" or "toutes" or "quelconque" => AnyValue,
            _ => null,
        };
        if (special is not null && Takes(field, special))
            return special;

        return field.Kind switch
        {
            FieldKind.Choice or FieldKind.Clock or FieldKind.Has => field.Word(value.Text),
            FieldKind.Instant => SearchInstant.IsKnown(value.Text) ? SearchInstant.Signed(value.Text, ahead: field.Name.StartsWith("due", StringComparison.Ordinal)) : null,
            FieldKind.Count => int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? value.Text : null,
            FieldKind.Flag => SearchFields.Fold(value.Text) switch
            {
                "true" or "yes" or "oui" or "vrai" => "true",
                "false" or "no" or "non" or "faux" => "false",
                _ => null,
            },
            FieldKind.Elapsed => SearchAmount.TryParse(value.Text, out _) ? SearchFields.Fold(value.Text) : null,
            FieldKind.Holder => SearchHolder.IsKnown(value.Text) ? value.Text : null,
            FieldKind.Number or FieldKind.Ticket => value.Text.TrimStart('#'),
            _ when value.Text.Length == 0 => null,
            _ => value.Quoted && Takes(field, value.Text) ? "\\" + value.Text : value.Text,
        };
    }

    private static bool Takes(SearchField field, string special) => special switch
    {
        Empty or AnyValue when field.Name == "participant" => false,
        Me => field.Kind == FieldKind.Person,
        MyTeams => field.Kind == FieldKind.Team,
        Empty or AnyValue => field.Kind is FieldKind.Person or FieldKind.Team or FieldKind.Record or FieldKind.Instant or FieldKind.Ticket
            or FieldKind.Tag or FieldKind.External or FieldKind.Custom or FieldKind.FileName || field.Name == "waiting",
        _ => false,
    };

    private static Nothing Refuse(SearchField field, string typed, List<SearchNotice> notices)
    {
        var known = string.Join(", ", field.Choices.Select(c => c.Word));
        return Say(field, SearchNotice.Value(field.Name, typed, known), notices);
    }

    private static Nothing Say(SearchField field, SearchNotice notice, List<SearchNotice> notices)
    {
        notices.Add(notice);
        return new Nothing(field.Name);
    }
}
