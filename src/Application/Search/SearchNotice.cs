namespace ServiceDesk.Application.Search;

/// <summary>What of a query could not be used: a stable code, and what it is about by name.</summary>
public sealed record SearchNotice
{
    private SearchNotice(string code, string text, params (string Name, string Value)[] values) =>
        (Code, Text, Values) = (code, text, values.ToDictionary(v => v.Name, v => v.Value));

    public string Code { get; }

    public IReadOnlyDictionary<string, string> Values { get; }

    internal string Text { get; }

    internal static SearchNotice NotParsed() => new("notParsed", "Read as plain words: the query does not parse.");

    internal static SearchNotice TooMany(int most) => new("tooMany", $"Only the first {most} conditions were used.", ("most", $"{most}"));

    internal static SearchNotice NoWord(string text) =>
        new("noWord", $"There is no word in this to search for: titles that hold '{text}' are listed.", ("text", text));

    internal static SearchNotice InEveryText(string text) =>
        new("inEveryText", $"These words are in every text: titles that begin with '{text}' are listed.", ("text", text));

    internal static SearchNotice FieldUnknown(string field) => new(
        "fieldUnknown", $"There is no field '{field}'; nothing matches. Put the text in quotes to search for it.", ("field", field));

    internal static SearchNotice FieldClosed(string field) =>
        new("fieldClosed", $"'{field}' cannot be searched for; nothing matches.", ("field", field));

    internal static SearchNotice Operator(string field, string sign, string known) => new(
        "operator", $"'{field}' does not take {sign}; nothing matches. It takes {known}", ("field", field), ("operator", sign), ("known", known));

    internal static SearchNotice Value(string field, string value, string known) => known.Length == 0
        ? new("value", $"'{field}' cannot be '{value}'; nothing matches.", ("field", field), ("value", value))
        : new("valueOf", $"'{field}' cannot be '{value}'; nothing matches. Known: {known}.", ("field", field), ("value", value), ("known", known));

    internal static SearchNotice ChangeField(string known) =>
        new("changeField", $"Changed() begins with one of: {known}; nothing matches.", ("known", known));

    internal static SearchNotice ChangeArguments() =>
        new("changeArguments", "Changed() takes a field, then from, to, by and during, each once; nothing matches.");

    internal static SearchNotice ChangeNotKept(string field) => new(
        "changeNotKept", $"What '{field}' was and became is not kept by the timeline; nothing matches.", ("field", field));

    internal static SearchNotice ChangeDuring(string value) =>
        new("changeDuring", $"Changed() cannot be during '{value}'; nothing matches.", ("value", value));

    internal static SearchNotice ChangeUnclear(string field) =>
        new("changeUnclear", $"Changed({field}) does not know what is asked for; nothing matches.", ("field", field));
}
