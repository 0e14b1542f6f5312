using ServiceDesk.Domain.Catalog;

namespace ServiceDesk.Application.Search;

/// <summary>A field, its sign and its values: priority:p1, due&lt;2d, team:(a, "b c").</summary>
public sealed partial class SearchParser
{
    private SearchNode? Field()
    {
        var start = position;
        var name = Name();
        if (name.Length > 0 && position < text.Length && text[position] == '(' && SearchFields.Fold(name) is "changed" or "achange" or "modifie")
            return Change();
        var op = name.Length < 2 ? null : Operator();
        if (op is null || AtSpaceOrEnd() || (op == SearchOp.Is && text[position] is '/' or ':' or '\\'))
            return Back(start);

        var field = SearchFields.Find(name, more);
        namesMore |= field is null or { Kind: FieldKind.Custom };
        if (field is null && text[position - 1] != ':')
            return Back(start);

        var natural = op == SearchOp.Is && text[position - 1] == ':';
        if (natural && Comparison() is { } sign)
            (op, natural) = (sign, false);
        if (Values() is not { } values)
        {
            broken = true;
            return null;
        }

        if (natural && field is { Kind: FieldKind.Custom, Type: CustomFieldType.Text } && !values.Exists(v => SearchConditions.IsSpecial(field, v)))
            op = SearchOp.Contains;
        if (field is not null)
            return SearchConditions.Make(field, op.Value, values, notices);
        notices.Add(SearchNotice.FieldUnknown(name));
        return new Nothing(name);
    }

    private SearchOp? Operator()
    {
        if (position >= text.Length)
            return null;
        if (text[position] == ':')
        {
            position++;
            return SearchOp.Is;
        }

        return Comparison();
    }

    private SearchOp? Comparison()
    {
        var rest = text.AsSpan(position);
        (string Sign, SearchOp Op)[] known =
        [
            ("!=", SearchOp.IsNot), ("<=", SearchOp.AtMost), (">=", SearchOp.AtLeast), ("=", SearchOp.Is), ("<", SearchOp.Less), (">", SearchOp.More),
            ("~", SearchOp.Contains), ("^", SearchOp.Starts),
        ];
        foreach (var (sign, op) in known)
        {
            if (rest.StartsWith(sign))
            {
                position += sign.Length;
                return op;
            }
        }

        return null;
    }

    // Null when a list or a quotation is not closed.
    private List<SearchValue>? Values()
    {
        if (AtEnd())
            return null;
        if (text[position] != '(')
            return Value(listed: false) is { } one ? one : null;

        position++;
        List<SearchValue> values = [];
        while (true)
        {
            if (AtEnd())
                return null;
            if (text[position] == ')')
            {
                position++;
                return values;
            }

            if (text[position] == ',')
                position++;
            else if (Value(listed: true) is { } more)
                values.AddRange(more);
            else
                return null;
        }
    }

    private List<SearchValue>? Value(bool listed)
    {
        if (text[position] == '"')
            return Quoted() is { } quoted ? [new SearchValue(quoted, Quoted: true)] : null;

        var start = position;
        while (position < text.Length && text[position] is not ('(' or ')' or '"') && !(listed ? text[position] == ',' : char.IsWhiteSpace(text[position])))
            position++;
        if (position == start)
            return null;
        var bare = text[start..position].Trim();
        return [.. bare.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(v => new SearchValue(v, Quoted: false))];
    }
}
