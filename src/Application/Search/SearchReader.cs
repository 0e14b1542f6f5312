using ServiceDesk.Application.Catalog;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Search;

/// <summary>Reads what people type, with the fields administrators added; those are asked for only when something may name one.</summary>
public sealed class SearchReader(ITicketForms forms, SearchNames names)
{
    public async ValueTask<ParsedSearch> ReadAsync(string? typed, CancellationToken ct)
    {
        var parsed = await ParseAsync(typed, ct);
        return parsed with { Names = await names.FindAsync(parsed.Root, ct) };
    }

    private async ValueTask<ParsedSearch> ParseAsync(string? typed, CancellationToken ct)
    {
        var parsed = SearchParser.Parse(typed);
        if (!parsed.NamesMore)
            return parsed;

        Dictionary<string, SearchField> fields = [];
        foreach (var practice in Enum.GetValues<Practice>())
        {
            foreach (var (key, field) in await forms.FieldsAsync(practice, ct))
                fields[key] = SearchFields.Added(key, field.Type);
        }

        return SearchParser.Parse(typed, [.. fields.Values]);
    }
}
