using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>Events name other tickets by their id; this takes out the ids of those the reader may not know of.</summary>
public sealed class TicketsInDetails(IServiceDeskDb db)
{
    private static readonly string[] NameTickets = ["ticket", "into", "outOf", "parent"];

    // A change of the parent names the tickets as what was before and after; other changes of fields name other things there.
    private static bool NamesTicket(string member, bool ofParent) => NameTickets.Contains(member) || (ofParent && member is ("before" or "after"));

    private static bool IsOfParent(JsonElement details) =>
        details.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array && fields.EnumerateArray().Any(f => f.ValueEquals("parent"));

    /// <summary>The details in their order, without the tickets the caller cannot see.</summary>
    public async Task<List<JsonElement>> KnownAsync(IEnumerable<string> details, CancellationToken ct)
    {
        List<JsonElement> parsed = [.. details.Select(d => JsonElement.Parse(d))];
        var named = parsed.SelectMany(Named).Distinct().ToList();
        if (named.Count == 0)
            return parsed;

        var ids = named.ConvertAll(id => new TicketId(id));
        var visible = await db.Tickets.Where(t => ids.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct);
        HashSet<Guid> hidden = [.. named.Except(visible.Select(v => v.Value))];
        return hidden.Count == 0 ? parsed : parsed.ConvertAll(d => Named(d).Any(hidden.Contains) ? Without(d, hidden) : d);
    }

    private static IEnumerable<Guid> Named(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            yield break;

        var ofParent = IsOfParent(element);
        foreach (var member in element.EnumerateObject())
        {
            if (NamesTicket(member.Name, ofParent) && member.Value.ValueKind == JsonValueKind.String && member.Value.TryGetGuid(out var id))
                yield return id;
            foreach (var inner in Named(member.Value))
                yield return inner;
        }
    }

    private static JsonElement Without(JsonElement details, HashSet<Guid> hidden)
    {
        var left = JsonObject.Create(details)!;
        Remove(left, IsOfParent(details), hidden);
        return JsonSerializer.SerializeToElement(left);
    }

    private static void Remove(JsonObject from, bool ofParent, HashSet<Guid> hidden)
    {
        foreach (var (name, value) in from.ToList())
        {
            if (value is JsonObject inner)
                Remove(inner, ofParent: false, hidden);
            else if (NamesTicket(name, ofParent) && value is JsonValue text && text.TryGetValue<string>(out var word) && Guid.TryParse(word, out var id) && hidden.Contains(id))
                from.Remove(name);
        }
    }
}
