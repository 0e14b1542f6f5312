using System.Globalization;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Catalog;
using static ServiceDesk.Application.Search.SearchConditions;

namespace ServiceDesk.Application.Search;

/// <summary>
/// Fields administrators added: numbers and dates are compared as such. What a condition holds says which it is, so that a stored view needs
/// to know nothing of the field.
/// </summary>
internal static class AddedField
{
    /// <summary>The condition, or null when the field cannot have such a value.</summary>
    public static SearchNode? Make(SearchField field, SearchOp op, IReadOnlyList<string> values)
    {
        if (values.Any(v => v is Empty or AnyValue))
            return op == SearchOp.Is ? new FieldCondition(field.Name, op, values) : null;
        if (field.Type == CustomFieldType.Boolean)
        {
            var words = values.Select(Truth).ToList();
            return words.Contains(null) ? null : new FieldCondition(field.Name, op, [.. words.Select(w => w!)]);
        }

        if (op is SearchOp.Contains or SearchOp.Starts || (op == SearchOp.Is && field.Type is not (CustomFieldType.Number or CustomFieldType.Date)))
            return new FieldCondition(field.Name, op, values);
        if (!values.All(v => Fits(field, v)))
            return null;
        return op != SearchOp.Is ? new FieldCondition(field.Name, op, values)
            : values.Count == 1 ? Same(field, values[0]) : new AnyOf([.. values.Select(v => Same(field, v))]);
    }

    /// <summary>From one end to the other, either of which may be open; null when they are no numbers or no days.</summary>
    public static FieldCondition? Between(SearchField field, string from, string to)
    {
        string[] ends = [.. new[] { from, to }.Where(e => e.Length > 0)];
        return ends.Length > 0 && ends.All(e => Fits(field, e)) && ends.Select(IsNumber).Distinct().Count() == 1
            ? new FieldCondition(field.Name, SearchOp.Between, [from, to]) : null;
    }

    /// <summary>As SQL; <paramref name="day"/> tells the days a time is in, for who asks.</summary>
    public static SqlText Compile(string name, FieldCondition condition, Func<string, (DateOnly From, DateOnly To)?> day)
    {
        var key = name["field.".Length..];
        var content = SqlText.Of($"jsonb_extract_path_text(t.custom_fields, {key})");
        if (condition.Op == SearchOp.Between)
        {
            return SqlText.And(
            [
                condition.Values[0].Length == 0 ? SqlText.True : Compared(key, content, SearchOp.AtLeast, condition.Values[0], day),
                condition.Values[1].Length == 0 ? SqlText.True : Compared(key, content, SearchOp.AtMost, condition.Values[1], day),
            ]);
        }

        return SqlText.Or([.. condition.Values.Select(value => (value, condition.Op) switch
        {
            (Empty, _) => SqlText.Of($"{content} is null"),
            (AnyValue, _) => SqlText.Of($"{content} is not null"),
            (_, SearchOp.Contains) => SqlText.Of($"{content} ilike {"%" + SearchCompiler.Like(Bare(value)) + "%"}"),
            (_, SearchOp.Starts) => SqlText.Of($"{content} ilike {SearchCompiler.Like(Bare(value)) + "%"}"),
            (_, SearchOp.Is) => SqlText.Of($"""
                (lower({content}) = lower({Bare(value)}) or (jsonb_typeof(jsonb_extract_path(t.custom_fields, {key})) = 'array'
                and jsonb_exists(jsonb_extract_path(t.custom_fields, {key}), {Bare(value)})))
                """),
            _ => Compared(key, content, condition.Op, value, day),
        })]);
    }

    // A cast comes only where it cannot fail, as the database may look at any ticket first.
    private static SqlText Compared(string key, SqlText content, SearchOp op, string value, Func<string, (DateOnly From, DateOnly To)?> day)
    {
        if (IsNumber(value))
        {
            return SqlText.Of($"""
                case when jsonb_typeof(jsonb_extract_path(t.custom_fields, {key})) = 'number'
                then ({content})::numeric {SqlText.Raw(SignOf(op))} {Number(value)} else false end
                """);
        }

        if (day(value) is not var (from, to))
            return SqlText.False;
        var (sign, end) = op switch
        {
            SearchOp.Less => ("<", from),
            SearchOp.AtMost => ("<=", to),
            SearchOp.More => (">", to),
            _ => (">=", from),
        };
        return SqlText.Of($"""
            case when {content} ~ '^\d\d\d\d-\d\d-\d\d$'
            then {content} collate "C" {SqlText.Raw(sign)} {end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} else false end
            """);
    }

    // As for the times of a ticket: -3d is "in the last three days", +2d "within two days".
    private static FieldCondition Same(SearchField field, string value) => new(field.Name, SearchOp.Between, value[0] switch
    {
        '-' when !IsNumber(value) => [value, "today"],
        '+' when !IsNumber(value) => ["today", value],
        _ => [value, value],
    });

    private static bool Fits(SearchField field, string value) => field.Type switch
    {
        CustomFieldType.Number => IsNumber(value),
        CustomFieldType.Date => SearchInstant.IsKnown(value),
        null => IsNumber(value) || SearchInstant.IsKnown(value),
        _ => false,
    };

    private static bool IsNumber(string value) => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static decimal Number(string value) => decimal.Parse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string? Truth(string value) => SearchFields.Fold(value) switch
    {
        "true" or "yes" or "oui" or "vrai" => "true",
        "false" or "no" or "non" or "faux" => "false",
        _ => null,
    };

    private static string SignOf(SearchOp op) => op switch
    {
        SearchOp.Less => "<",
        SearchOp.AtMost => "<=",
        SearchOp.More => ">",
        _ => ">=",
    };
}
