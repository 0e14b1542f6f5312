using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Search;

/// <summary>Turns a tree into a condition over tickets <c>t</c> and, where words are asked for, their words <c>s</c>.</summary>
public sealed partial class SearchCompiler(ICurrentUser user, SearchHours hours, TimeProvider clock)
{
    public static readonly IReadOnlyList<string> OpenStates = ["new", "assigned", "inProgress", "pending"];
    public static readonly IReadOnlyList<string> DoneStates = ["resolved", "closed", "cancelled"];

    private TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(user.TimeZone, out var known) ? known : TimeZoneInfo.Utc;

    /// <summary>True when the condition needs the words of the tickets.</summary>
    public static bool NeedsWords(SearchNode node) => node.Everything().Any(n => n is Words or FieldCondition { Field: "subject", Op: SearchOp.Is });

    /// <summary>True when everything that matches is open; false when nothing that matches is; null when that is not said.</summary>
    public static bool? Open(SearchNode? node)
    {
        var states = node?.Conjuncts.OfType<FieldCondition>().FirstOrDefault(c => c is { Field: "state", Op: SearchOp.Is }) is { } c ? States(c) : null;
        return states is null ? null : states.All(OpenStates.Contains) ? true : states.All(DoneStates.Contains) ? false : null;
    }

    /// <summary>Before <see cref="Compile"/>: what only the calendars know.</summary>
    public ValueTask PrepareAsync(SearchNode? node, CancellationToken ct) => hours.PrepareAsync(node, ct);

    public SqlText Compile(SearchNode node) => node switch
    {
        AllOf all => All(all),
        AnyOf any => SqlText.Or([.. any.Of.Select(Compile)]),
        Not { Of: Nothing } => SqlText.False,
        Not not => SqlText.Of($"({Compile(not.Of)}) is not true"),
        Words words => Matches(Query(words)),
        Changed change => WasChanged(change),
        FieldCondition condition => SearchFields.Find(condition.Field) is { } field ? Field(field, condition) : SqlText.False,
        _ => SqlText.False,
    };

    // Words beside each other are one question: what the languages leave out is then left out of it, and does not ask for itself alone.
    private SqlText All(AllOf all)
    {
        Words[] words = [.. all.Of.OfType<Words>().Where(w => !w.Phrase)];
        if (words.Length < 2)
            return SqlText.And([.. all.Of.Select(Compile)]);

        var together = new Words(string.Join(" ", words.Select(w => w.Text)), Begun: words[^1].Begun);
        return SqlText.And([.. all.Of.Where(n => n is not Words { Phrase: false }).Select(Compile).Prepend(Compile(together))]);
    }

    /// <summary>How well a ticket matches what was asked for, best first by descending: its own reference before any text.</summary>
    public SqlText Score(SearchNode node)
    {
        Words[] words = [.. node.Everything().OfType<Words>()];
        if (words.Length == 0)
            return SqlText.Raw("0::float8");

        string[] references = [.. words.SelectMany(w => References(w.Text))];
        var rank = SqlText.Of($"ts_rank({SqlText.Raw(WeightsLiteral)}, {Vector}, {SqlText.Join(" || ", words.Select(Query))})::float8");
        return references.Length == 0 ? rank : SqlText.Of($"case when t.reference = any({references}) then 100 else 0 end + {rank}");
    }

    // Subject before public text before notes.
    private const string WeightsLiteral = "'{0.02,0.1,0.3,1.0}'::float4[]";

    private Reach Notes => user.ReachOf(Permissions.CommentsReadInternal);

    private SqlText Vector => Notes.IsNone ? SqlText.Raw("s.public_words")
        : Notes.Everywhere ? SqlText.Raw("coalesce(s.all_words, s.public_words)")
        : SqlText.Of($"case when {Notes.Covers("t")} then coalesce(s.all_words, s.public_words) else s.public_words end");

    // The first half is answered by the indexes of the words whatever the second one says.
    private SqlText Matches(SqlText query)
    {
        if (Notes.IsNone)
            return SqlText.Of($"s.public_words @@ {query}");

        var either = SqlText.Of($"(s.public_words @@ {query} or s.all_words @@ {query})");
        return Notes.Everywhere ? either : SqlText.Of($"({either} and (s.public_words @@ {query} or {Notes.Covers("t")}))");
    }

    /// <summary>Of what is written on the ticket, what the caller may read: to be added to a condition.</summary>
    private SqlText Readable(string visibility) =>
        Notes.Everywhere ? SqlText.Empty
        : Notes.IsNone ? SqlText.Raw($" and {visibility} = 'public'")
        : SqlText.Of($" and ({SqlText.Raw(visibility)} = 'public' or {Notes.Covers("t")})");

    private static SqlText Query(Words words) =>
        words.Phrase ? SqlText.Of($"(select search_phrase({words.Text}))") : SqlText.Of($"(select search_query({words.Text}, {SqlText.Raw(words.Begun ? "true" : "false")}))");

    private static IEnumerable<string> References(string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (long.TryParse(word.TrimStart('#'), System.Globalization.NumberStyles.None, null, out var number))
            {
                foreach (var practice in Enum.GetValues<Domain.Tickets.Practice>())
                    yield return Domain.Tickets.Ticket.FormatReference(practice, number);
            }
            else if (Tickets.TicketKey.TryParse(word, null, out var key) && key.Reference is { Length: > 0 } reference)
            {
                yield return reference;
            }
        }
    }

    private static List<string> States(FieldCondition condition) =>
        [.. condition.Values.SelectMany(v => v switch { "open" => OpenStates, "done" => DoneStates, _ => [v] }).Distinct()];
}
