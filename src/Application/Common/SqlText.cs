using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ServiceDesk.Application.Common;

/// <summary>
/// A piece of SQL with its values kept apart from its text, so that pieces can be put together and no value ever becomes text.
/// </summary>
public sealed class SqlText
{
    public static readonly SqlText Empty = new([]);
    public static readonly SqlText True = Raw("true");
    public static readonly SqlText False = Raw("false");

    // Either a string, which is text, or a Value.
    private readonly IReadOnlyList<object> parts;

    private SqlText(IReadOnlyList<object> parts) => this.parts = parts;

    /// <summary>Text of our own; never anything a caller sent.</summary>
    public static SqlText Raw(string text) => new([text]);

    /// <summary>Text with holes: other pieces are put in as they are, everything else becomes a parameter.</summary>
    public static SqlText Of(FormattableString sql)
    {
        List<object> parts = [];
        var format = sql.Format.AsSpan();
        while (format.Length > 0)
        {
            var at = format.IndexOfAny('{', '}');
            if (at < 0)
            {
                parts.Add(format.ToString());
                break;
            }

            if (at + 1 < format.Length && format[at + 1] == format[at])
            {
                parts.Add(format[..(at + 1)].ToString());
                format = format[(at + 2)..];
                continue;
            }

            if (at > 0)
                parts.Add(format[..at].ToString());
            var end = at + format[at..].IndexOf('}');
            var argument = sql.GetArgument(int.Parse(format[(at + 1)..end], NumberStyles.None, CultureInfo.InvariantCulture));
            if (argument is SqlText inner)
                parts.AddRange(inner.parts);
            else
                parts.Add(new Value(argument ?? throw new ArgumentException("A null has no type in SQL; write it as text.", nameof(sql))));
            format = format[(end + 1)..];
        }

        return new SqlText(parts);
    }

    public static SqlText Join(string separator, IEnumerable<SqlText> pieces)
    {
        List<object> all = [];
        foreach (var piece in pieces)
        {
            if (all.Count > 0)
                all.Add(separator);
            all.AddRange(piece.parts);
        }

        return new SqlText(all);
    }

    /// <summary>All of them; true when there are none.</summary>
    public static SqlText And(IReadOnlyCollection<SqlText> conditions) => conditions.Count switch
    {
        0 => True,
        1 => conditions.First(),
        _ => Of($"({Join(" and ", conditions)})"),
    };

    /// <summary>Any of them; false when there are none.</summary>
    public static SqlText Or(IReadOnlyCollection<SqlText> conditions) => conditions.Count switch
    {
        0 => False,
        1 => conditions.First(),
        _ => Of($"({Join(" or ", conditions)})"),
    };

    /// <summary>For <see cref="IServiceDeskDb.Sql{T}"/>.</summary>
    public FormattableString ToFormattable()
    {
        var text = new StringBuilder();
        List<object?> values = [];
        foreach (var part in parts)
        {
            if (part is Value value)
            {
                text.Append('{').Append(values.Count).Append('}');
                values.Add(value.Content);
            }
            else
            {
                text.Append(((string)part).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }
        }

        return FormattableStringFactory.Create(text.ToString(), [.. values]);
    }

    public override string ToString() => ToFormattable().Format;

    private sealed record Value(object Content);
}
