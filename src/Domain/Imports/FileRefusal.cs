using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.Imports;

/// <summary>Why a whole file cannot be taken: a stable code with what it is about, and the sentence in English.</summary>
public sealed record FileRefusal
{
    private FileRefusal(string? code, string text, params (string Name, string Value)[] values) =>
        (Code, Text, Values) = (code, text, values.ToDictionary(v => v.Name, v => v.Value));

    /// <summary>None for what only its sentence tells.</summary>
    public string? Code { get; }

    public string Text { get; }

    public IReadOnlyDictionary<string, string> Values { get; }

    public static FileRefusal Empty() => new("empty", "The file is empty.");

    public static FileRefusal Columns(string missing) => new("columns", $"The heading lacks the columns {missing}.", ("columns", missing));

    public static FileRefusal Record(int line, int most) => new(
        "record", $"Line {line}: a record of more than {most} characters; is a quote missing?", ("line", $"{line}"), ("most", $"{most}"));

    public static FileRefusal Packing() => new("packing", "The file cannot be unpacked: it is damaged or was cut off.");

    /// <summary>The database says what is wrong, in its own words.</summary>
    public static FileRefusal Value(string said) => new("value", $"A value of the next rows cannot be kept: {said}", ("said", said));

    public static FileRefusal Rule(RuleViolationException broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        return new(broken.Code == "import.policy_unknown" ? "policy" : null, broken.Message);
    }
}
