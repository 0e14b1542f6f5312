using ServiceDesk.Domain.Catalog;

namespace ServiceDesk.Application.Search;

/// <summary>Which signs a field takes; one that means nothing for it is told and not guessed at.</summary>
internal static class SearchOperators
{
    private static readonly SearchOp[] Order = [SearchOp.Less, SearchOp.AtMost, SearchOp.More, SearchOp.AtLeast, SearchOp.Between];

    /// <summary>The two ends of 1..5, where the field has an order or is told by numbers.</summary>
    public static (string From, string To)? Range(SearchField field, IReadOnlyList<SearchValue> typed)
    {
        if (typed is not [{ Quoted: false, Text: var text }] || text.IndexOf("..", StringComparison.Ordinal) is var at && at < 0)
            return null;

        var (from, to) = (text[..at], text[(at + 2)..].TrimStart('.'));
        var isRange = field.Kind switch
        {
            FieldKind.Instant or FieldKind.Count or FieldKind.Elapsed or FieldKind.Choice or FieldKind.Number => true,
            FieldKind.Custom => field.Type is CustomFieldType.Number or CustomFieldType.Date || (field.Type is null && AddedField.Between(field, from, to) is not null),
            _ => false,
        };
        return isRange ? (from, to) : null;
    }

    /// <summary>Why the sign does not go with the field; null when it does.</summary>
    public static SearchNotice? Refusal(SearchField field, SearchOp op)
    {
        SearchOp[] takes = [SearchOp.Is, .. More(field)];
        return takes.Contains(op) ? null
            : SearchNotice.Operator(field.Name, Sign(op), string.Join(" ", takes.Select(Sign)));
    }

    private static SearchOp[] More(SearchField field) => field.Kind switch
    {
        FieldKind.Instant or FieldKind.Count or FieldKind.Elapsed => Order,
        FieldKind.Choice when field.Name is "priority" or "impact" or "urgency" => Order,
        FieldKind.Choice => [SearchOp.Between],
        FieldKind.Text when field.Name == "text" => [SearchOp.Contains],
        FieldKind.Text or FieldKind.FileName => [SearchOp.Contains, SearchOp.Starts],
        FieldKind.Person or FieldKind.Team or FieldKind.Record => [SearchOp.Contains],
        FieldKind.Custom => field.Type switch
        {
            CustomFieldType.Number or CustomFieldType.Date => Order,
            CustomFieldType.Text => [SearchOp.Contains, SearchOp.Starts],
            null => [SearchOp.Contains, SearchOp.Starts, .. Order],
            _ => [],
        },
        _ => [],
    };

    /// <summary>As it is typed; that of a range stands between its ends.</summary>
    public static string Sign(SearchOp op) => op switch
    {
        SearchOp.Less => "<",
        SearchOp.AtMost => "<=",
        SearchOp.More => ">",
        SearchOp.AtLeast => ">=",
        SearchOp.Contains => "~",
        SearchOp.Starts => "^",
        SearchOp.Between => "..",
        _ => ":",
    };
}
