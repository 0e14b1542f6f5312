using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Search;

/// <summary>
/// The names of what a query names by its id, as the lists behind figures do, in the reader's language. What the reader may not know of has none.
/// </summary>
public sealed class SearchNames(IServiceDeskDb db, ICurrentUser user, TicketScope scope)
{
    private static readonly IReadOnlyDictionary<Guid, string> None = new Dictionary<Guid, string>();

    internal async ValueTask<IReadOnlyDictionary<Guid, string>> FindAsync(SearchNode? root, CancellationToken ct)
    {
        var wanted = (root?.Everything() ?? []).SelectMany(Named).Distinct().ToLookup(x => x.From, x => x.Id);
        List<SqlText> parts = [.. wanted.Where(g => g.Key != Registry || user.May(Permissions.ConfigurationRead)).Select(g => Names(g.Key, [.. g]))];
        return parts.Count == 0 ? None
            : (await db.QueryAsync<Name>(SqlText.Join(" union all ", parts), TicketLists.Patience, ct)).DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => n.Text);
    }

    /// <summary>The ids in a value, which is one or, where it says who held a ticket, has some.</summary>
    internal static IEnumerable<Guid> IdsIn(string value)
    {
        foreach (var part in value.Split(':', '@'))
        {
            if (Guid.TryParseExact(part, "D", out var id))
                yield return id;
        }
    }

    private const string People = "users";
    private const string Teams = "teams";
    private const string Registry = "configuration_items";
    private const string Listed = "tickets";

    private static IEnumerable<(string From, Guid Id)> Named(SearchNode node)
    {
        (string Field, IEnumerable<string?> Values)[] said = node switch
        {
            FieldCondition c => [(c.Field, c.Values)],
            Changed c => [(c.Field, [c.From, c.To]), ("owner", [c.By])],
            _ => [],
        };
        return
        [
            .. from each in said
               from value in each.Values.OfType<string>()
               from id in IdsIn(value)
               from source in Sources(each.Field, value, id)
               select (source, id),
        ];
    }

    private static string[] Sources(string field, string value, Guid id) => SearchFields.Find(field) switch
    {
        { Kind: FieldKind.Person or FieldKind.Custom } => [People],
        { Kind: FieldKind.Team } => [Teams],
        { Kind: FieldKind.Ticket } => [Listed],
        { Kind: FieldKind.Holder } => [value.StartsWith($"person:{id}", StringComparison.OrdinalIgnoreCase) ? People : Teams],
        { Kind: FieldKind.Record, Name: var name } => name switch
        {
            "service" => ["services"],
            "category" => ["categories"],
            "site" => ["sites"],
            "requester.dept" => ["departments"],
            _ => [Registry],
        },
        _ => [],
    };

    private SqlText Names(string table, Guid[] ids)
    {
        var name = table switch
        {
            Teams or "services" or "categories" => user.Language == "fr" ? "coalesce(x.name_fr, x.name_en)" : "coalesce(x.name_en, x.name_fr)",
            Listed => "x.reference",
            _ => "x.name",
        };
        var seen = table == Listed ? SqlText.Of($" and ({scope.Sees("x")})") : SqlText.Empty;
        return SqlText.Of($"select x.id as \"Id\", {SqlText.Raw(name)} as \"Text\" from {SqlText.Raw(table)} x where x.id = any({ids}){seen}");
    }

    private sealed record Name
    {
        public Guid Id { get; init; }
        public string Text { get; init; } = "";
    }
}
