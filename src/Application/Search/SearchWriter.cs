namespace ServiceDesk.Application.Search;

/// <summary>Writes a tree the way it could have been typed, in neutral words, and what is named by its id by its name where that is known.</summary>
internal sealed class SearchWriter
{
    private static readonly Dictionary<Guid, string> None = [];

    private readonly IReadOnlyDictionary<Guid, string> names;

    private SearchWriter(IReadOnlyDictionary<Guid, string> names) => this.names = names;

    public static string Write(SearchNode node, IReadOnlyDictionary<Guid, string>? names = null) => new SearchWriter(names ?? None).Text(node);

    private string Text(SearchNode node, bool inside = false) => node switch
    {
        AllOf all => Wrapped(string.Join(" ", all.Of.Select(n => Text(n, true))), inside && all.Of.Count > 1),
        AnyOf any => Wrapped(string.Join(" OR ", any.Of.Select(n => Text(n, true))), inside),
        Not not => "NOT " + Text(not.Of, true),
        FieldCondition { Op: SearchOp.Between } c => $"{c.Field}:{c.Values[0]}{SearchOperators.Sign(c.Op)}{c.Values[1]}",
        FieldCondition { Values.Count: 1 } c => c.Field + SearchOperators.Sign(c.Op) + Value(c.Values[0]),
        FieldCondition c => $"{c.Field}{SearchOperators.Sign(c.Op)}({string.Join(", ", c.Values.Select(Value))})",
        Changed c => Change(c),
        Words { Phrase: true } w => $"\"{w.Text}\"",
        Words w => $"text:{Quote(w.Text)}" + (w.Begun ? "*" : ""),
        _ => "nothing",
    };

    private string Change(Changed c)
    {
        (string Name, string? Value)[] said = [("from", c.From), ("to", c.To), ("by", c.By)];
        var parts = said.Where(p => p.Value is not null).Select(p => $", {p.Name}:{Value(p.Value!)}");
        return $"changed({c.Field}{string.Concat(parts)}{(c.During.Count == 0 ? "" : ", during:" + string.Join("..", c.During))})";
    }

    // Ids stand alone, or in what a holder is: person:id@team.
    private string Value(string value)
    {
        var ids = SearchNames.IdsIn(value).Where(names.ContainsKey).ToList();
        return ids.Count == 0 ? Quote(value)
            : ids.Aggregate(value, (text, id) => text.Replace(id.ToString(), Named(names[id]), StringComparison.OrdinalIgnoreCase));
    }

    private static string Named(string name) => $"\"{name.Replace('"', '\'')}\"";

    private static string Wrapped(string text, bool wrap) => wrap ? $"({text})" : text;

    private static string Quote(string value) =>
        value.StartsWith('\\') ? $"\"{value[1..]}\"" : value.Any(c => char.IsWhiteSpace(c) || c is '(' or ')' or ',') ? $"\"{value}\"" : value;
}
