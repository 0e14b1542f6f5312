namespace ServiceDesk.Domain.Imports;

/// <summary>Why a row of a file cannot be taken: a stable code with what it is about, and the sentence in English.</summary>
public sealed record RowRefusal
{
    private RowRefusal(string code, string text, params (string Name, string Value)[] values) =>
        (Code, Text, Values) = (code, text, values.ToDictionary(v => v.Name, v => v.Value));

    public string Code { get; }

    public string Text { get; private init; }

    public IReadOnlyDictionary<string, string> Values { get; private init; }

    public static RowRefusal Width(int fields, int wanted) =>
        new("width", $"has {fields} fields instead of {wanted}", ("fields", $"{fields}"), ("wanted", $"{wanted}"));

    public static RowRefusal TooLong(int most, string begin) =>
        new("tooLong", $"a field is longer than {most} characters: '{begin}…'", ("most", $"{most}"), ("begin", begin));

    public static RowRefusal NoText(int field) =>
        new("noText", $"field {field} holds the character U+0000, which is no text", ("field", $"{field}"));

    public static RowRefusal Number() => new("number", "has no number");

    public static RowRefusal State(string value) => new("state", $"incident_state '{value}' is not known", ("value", value));

    public static RowRefusal Missing(string column) => new("missing", $"{column} is missing", ("column", column));

    public static RowRefusal Date(string column, string value) =>
        new("date", $"{column} '{value}' is not a date such as 29/2/2016 01:16", ("column", column), ("value", value));

    public static RowRefusal Level(string column, string value, int most) =>
        new("level", $"{column} '{value}' is not one of 1 to {most}", ("column", column), ("value", value), ("most", $"{most}"));

    public static RowRefusal Count(string column, string value) =>
        new("count", $"{column} '{value}' is not a number", ("column", column), ("value", value));

    public static RowRefusal Apart(string number) => new(
        "apart", $"{number} stands further up already, and the rows of an incident must stand together", ("number", number));

    /// <summary>With the line of the file it stands on.</summary>
    public RowRefusal On(int line) => this with
    {
        Text = $"Line {line}: {Text}.",
        Values = new Dictionary<string, string>(Values) { ["line"] = $"{line}" },
    };
}
