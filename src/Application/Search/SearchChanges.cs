namespace ServiceDesk.Application.Search;

/// <summary>How the timeline tells of a change of a field: by which events, and where they say what it was and became. All of it our own text.</summary>
internal sealed record ToldChange(string Events, string From, string To);

/// <summary>The fields of which changed(…) can be asked.</summary>
internal static class SearchChanges
{
    private static readonly string[] Classified = ["impact", "urgency", "service", "category", "site"];

    private static readonly Dictionary<string, ToldChange> Known = new(
        Classified.Select(f => KeyValuePair.Create(f, new ToldChange(Edited(f), $"e.details->'before'->>'{f}'", $"e.details->'after'->>'{f}'"))))
    {
        ["state"] = new(
            "e.type in ('assigned', 'started', 'held', 'resumed', 'resolved', 'reopened', 'closed', 'cancelled', 'merged', 'unmerged') "
            + "and e.details->>'from' is distinct from e.details->>'to'", "e.details->>'from'", "e.details->>'to'"),
        ["priority"] = new("e.type = 'priorityChanged'", "e.details->>'from'", "e.details->>'to'"),
        ["owner"] = new("e.type = 'assigned' and e.details->>'fromAssignee' is distinct from e.details->>'assignee'", "e.details->>'fromAssignee'", "e.details->>'assignee'"),
        ["group"] = new("e.type = 'assigned' and e.details->>'fromTeam' is distinct from e.details->>'team'", "e.details->>'fromTeam'", "e.details->>'team'"),
        ["requester"] = new("e.type = 'requesterChanged'", "e.details->>'from'", "e.details->>'to'"),
        ["parent"] = new(Edited("parent"), "e.details->>'before'", "e.details->>'after'"),
        ["tag"] = new(Edited("tags"), "e.details->'before'", "e.details->'after'"),
        ["subject"] = new(Edited("title"), "", ""),
    };

    public static IEnumerable<string> Names => Known.Keys;

    public static ToldChange? Find(string field) => Known.GetValueOrDefault(field);

    /// <summary>Makes a condition of what stands between the brackets; nonsense matches nothing and says so.</summary>
    public static SearchNode Make(IReadOnlyList<(string? Name, SearchValue Value)> arguments, List<SearchNotice> notices)
    {
        var asked = arguments[0].Value;
        if (arguments[0].Name is not null || SearchFields.Find(asked.Text) is not { } field || Find(field.Name) is not { } told)
            return Refuse(SearchNotice.ChangeField(string.Join(", ", Names)), notices);

        string[] order = ["from", "to", "by", "during"];
        var given = new Dictionary<string, SearchValue>();
        var place = 0;
        foreach (var (name, value) in arguments.Skip(1))
        {
            var member = name is null ? place < order.Length ? order[place] : null : Member(name);
            place = Array.IndexOf(order, member) + 1;
            if (member is null || (value.Text.Length > 0 && !given.TryAdd(member, value)))
                return Refuse(SearchNotice.ChangeArguments(), notices);
        }

        var ends = given.TryGetValue("during", out var during) ? during.Text.Split("..", 2) : [];
        var person = SearchFields.Find("requester")!;
        var (from, to, by) = (Neutral("from", field), Neutral("to", field), Neutral("by", person));
        if (told.From.Length == 0 && (given.ContainsKey("from") || given.ContainsKey("to")))
            return Refuse(SearchNotice.ChangeNotKept(field.Name), notices);
        if (ends.Any(e => !SearchInstant.IsKnown(e) && !(ends.Length == 2 && e.Length == 0)))
            return Refuse(SearchNotice.ChangeDuring(during!.Text), notices);
        if ((given.ContainsKey("from") && from is null) || (given.ContainsKey("to") && to is null) || (given.ContainsKey("by") && by is null))
            return Refuse(SearchNotice.ChangeUnclear(field.Name), notices);

        return new Changed(field.Name, from, to, by, [.. ends.Select(SearchInstant.Signed)]);

        string? Neutral(string member, SearchField of) => given.TryGetValue(member, out var value) ? SearchConditions.Neutral(of, value) : null;
    }

    private static string? Member(string name) => SearchFields.Fold(name) switch
    {
        "from" or "de" => "from",
        "to" or "a" or "vers" => "to",
        "by" or "par" => "by",
        "during" or "pendant" or "on" => "during",
        _ => null,
    };

    private static string Edited(string field) => $"e.type = 'fieldsChanged' and e.details->'fields' @> '[\"{field}\"]'";

    private static Nothing Refuse(SearchNotice because, List<SearchNotice> notices)
    {
        notices.Add(because);
        return new Nothing("changed");
    }
}
