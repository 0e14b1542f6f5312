using System.Globalization;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using static ServiceDesk.Application.Search.SearchConditions;

namespace ServiceDesk.Application.Search;

public sealed partial class SearchCompiler
{
    private SqlText Field(SearchField field, FieldCondition condition)
    {
        var column = field.Column == "updated_at" ? TicketVersions.UpdatedAt(user, "t") : SqlText.Raw("t." + field.Column);
        return field.Kind switch
        {
            FieldKind.Number => Number(condition),
            FieldKind.Text => Subject(condition),
            FieldKind.Choice => Choice(field, condition, column),
            FieldKind.Person => Person(field, condition, column),
            FieldKind.Team => Each(condition, v => Team(v, column)),
            FieldKind.Record => Each(condition, v => Record(field, v, column)),
            FieldKind.Instant when field.Name.StartsWith("due.", StringComparison.Ordinal) => DueOf(field.Name["due.".Length..], condition),
            FieldKind.Instant => Instant(condition, column),
            FieldKind.Count => Count(condition, column),
            FieldKind.Elapsed => Elapsed(condition),
            FieldKind.Tag => Each(condition, v => v switch
            {
                Empty => SqlText.Raw("cardinality(t.tags) = 0"),
                AnyValue => SqlText.Raw("cardinality(t.tags) > 0"),
                _ => SqlText.Of($"t.tags @> array[{Bare(v).ToLowerInvariant()}]"),
            }),
            FieldKind.Has => Each(condition, Has),
            FieldKind.Clock => Each(condition, v => field.Name == "clock" ? ClockOutcomes.Has(v, clock.GetUtcNow()) : Clock(v)),
            FieldKind.Flag => Flag(field, condition, column),
            FieldKind.Ticket => Each(condition, v => Parent(v, column)),
            FieldKind.External => Each(condition, External),
            FieldKind.Holder => Each(condition, v => SearchHolder.Had(v, clock.GetUtcNow())),
            FieldKind.FileName => FileName(condition),
            FieldKind.Custom => AddedField.Compile(field.Name, condition, Days),
            _ => SqlText.False,
        };
    }

    private static SqlText Each(FieldCondition condition, Func<string, SqlText> one) => SqlText.Or([.. condition.Values.Select(one)]);

    private static SqlText Number(FieldCondition condition)
    {
        string[] references = [.. condition.Values.SelectMany(References)];
        return references.Length == 0 ? SqlText.False : SqlText.Of($"t.reference = any({references})");
    }

    private static SqlText Subject(FieldCondition condition) => Each(condition, value => condition.Op switch
    {
        SearchOp.Contains => SqlText.Of($"t.title ilike {"%" + Like(Bare(value)) + "%"}"),
        SearchOp.Starts => SqlText.Of($"t.title ilike {Like(Bare(value)) + "%"}"),
        SearchOp.Is when SearchParser.IsSilent(Bare(value)) => SqlText.Of($"t.title ilike {Like(Bare(value)) + "%"}"),
        SearchOp.Is => Subject(SqlText.Of($"(select search_query({Bare(value)}, true))")),
        _ => SqlText.False,
    });

    // The index finds the words anywhere; the weight says that they are the subject's.
    private static SqlText Subject(SqlText query) => SqlText.Of($"(s.public_words @@ {query} and ts_filter(s.public_words, '{{a}}') @@ {query})");

    private static SqlText Choice(SearchField field, FieldCondition condition, SqlText column)
    {
        if (condition.Values.Contains(Empty))
            return SqlText.Of($"{column} is null");
        if (condition.Values.Contains(AnyValue))
            return SqlText.Of($"{column} is not null");

        var words = field.Name == "state" ? States(condition) : [.. condition.Values];
        if (field.Name == "state" && words.Count == OpenStates.Count && words.All(OpenStates.Contains))
            return SqlText.Raw("t.open");
        if (field.Name == "state" && words.Count == DoneStates.Count && words.All(DoneStates.Contains))
            return SqlText.Raw("not t.open");

        // Our own words, so that the planner sees them and its statistics of them.
        string[] known = [.. words.Where(w => field.Choices.Any(c => c.Word == w))];
        return known.Length == 0 ? SqlText.False : SqlText.Of($"{column} in ({SqlText.Raw(string.Join(", ", known.Select(w => $"'{w}'")))})");
    }

    private SqlText Person(SearchField field, FieldCondition condition, SqlText column)
    {
        if (field.Name == "watcher")
        {
            var who = Each(condition, v => Person(v, SqlText.Raw("w.user_id")));
            return SqlText.Of($"exists (select 1 from ticket_watchers w where w.ticket_id = t.id and {who})");
        }

        if (field.Name == "participant")
            return Each(condition, Participant);

        Guid[] ids = [.. condition.Values.Where(v => Guid.TryParse(v, out _)).Select(Guid.Parse)];
        return ids.Length > 1 && ids.Length == condition.Values.Count ? SqlText.Of($"{column} = any({ids})") : Each(condition, v => Person(v, column));
    }

    private SqlText Person(string value, SqlText column) => value switch
    {
        Me => SqlText.Of($"{column} = {user.Id.Value}"),
        Empty => SqlText.Of($"{column} is null"),
        AnyValue => SqlText.Of($"{column} is not null"),
        _ when Guid.TryParse(value, out var id) => SqlText.Of($"{column} = {id}"),
        _ => SqlText.Of($"""
            {column} in (select u.id from users u
            where lower(u.user_name) = lower({Bare(value)}) or lower(u.email) = lower({Bare(value)}) or {Named("u.name", value)})
            """),
    };

    private SqlText Team(string value, SqlText column) => value switch
    {
        MyTeams => SqlText.Of($"{column} = any({user.TeamIds.Select(t => t.Value).ToArray()})"),
        Empty => SqlText.Of($"{column} is null"),
        AnyValue => SqlText.Of($"{column} is not null"),
        _ when Guid.TryParse(value, out var id) => SqlText.Of($"{column} = {id}"),
        _ => Labelled("teams", value, column),
    };

    private static SqlText Record(SearchField field, string value, SqlText column)
    {
        if (field.Name == "asset")
            return Asset(value);
        if (field.Name == "requester.dept")
            return Department(value);
        if (value == Empty)
            return SqlText.Of($"{column} is null");
        if (value == AnyValue)
            return SqlText.Of($"{column} is not null");
        if (Guid.TryParse(value, out var id))
            return field.Name == "category" ? Below(SqlText.Of($"x.id = {id}"), column) : SqlText.Of($"{column} = {id}");

        return field.Name switch
        {
            "site" => SqlText.Of($"{column} in (select x.id from sites x where {Named("x.name", value)})"),
            "service" => Labelled("services", value, column),
            "category.only" => Labelled("categories", value, column),
            _ => Below(CalledSo(value), column),
        };
    }

    // As a policy's category covers those below it. Found once, before the tickets are looked at.
    private static SqlText Below(SqlText category, SqlText column) => SqlText.Of($"""
        {column} = any(array(with recursive below as (
        select x.id from categories x where {category} union select y.id from categories y join below b on y.parent_id = b.id) select id from below))
        """);

    private static SqlText Labelled(string table, string value, SqlText column) =>
        SqlText.Of($"{column} in (select x.id from {SqlText.Raw(table)} x where {CalledSo(value)})");

    private static SqlText CalledSo(string value) => SqlText.Of($"(lower(x.key) = lower({Bare(value)}) or {Named("x.name_en", value)} or {Named("x.name_fr", value)})");

    private static SqlText Named(string column, string value) =>
        SqlText.Of($"search_plain({SqlText.Raw(column)}) ilike search_plain({"%" + Like(Bare(value)) + "%"})");

    private SqlText Instant(FieldCondition condition, SqlText column)
    {
        var known = column.ToString() == "t.due_at" ? SqlText.Raw("t.due_at < 'infinity'") : SqlText.Of($"{column} is not null");
        if (condition.Op == SearchOp.Between)
        {
            List<SqlText> ends = [known];
            if (At(condition.Values[0]) is { } from)
                ends.Add(SqlText.Of($"{column} >= {from.From}"));
            if (At(condition.Values[1]) is { } to)
                ends.Add(SqlText.Of($"{column} {SqlText.Raw(to.IsPoint ? "<=" : "<")} {to.To}"));
            return SqlText.And(ends);
        }

        return Each(condition, value => value switch
        {
            Empty => SqlText.Of($"({known}) is not true"),
            AnyValue => known,
            _ => At(value) is { } at ? SqlText.And([known, Compare(condition.Op, at, column)]) : SqlText.False,
        });
    }

    private SqlText Compare(SearchOp op, SearchInstant at, SqlText column)
    {
        var now = clock.GetUtcNow();
        return op switch
        {
            SearchOp.Less => SqlText.Of($"{column} < {at.From}"),
            SearchOp.AtMost => SqlText.Of($"{column} {SqlText.Raw(at.IsPoint ? "<=" : "<")} {at.To}"),
            SearchOp.More => SqlText.Of($"{column} {SqlText.Raw(at.IsPoint ? ">" : ">=")} {at.To}"),
            SearchOp.AtLeast => SqlText.Of($"{column} >= {at.From}"),
            // created:-3d is "in the last three days", due:+2d "within two days".
            SearchOp.Is when at.IsPoint && at.From <= now => SqlText.Of($"{column} >= {at.From} and {column} <= {now}"),
            SearchOp.Is when at.IsPoint => SqlText.Of($"{column} >= {now} and {column} <= {at.From}"),
            SearchOp.Is => SqlText.Of($"{column} >= {at.From} and {column} < {at.To}"),
            _ => SqlText.False,
        };
    }

    private SearchInstant? At(string value) => SearchInstant.TryParse(value, clock.GetUtcNow(), Zone, hours.Calendar, out var at) ? at : null;

    private static SqlText Count(FieldCondition condition, SqlText column)
    {
        int? Amount(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;
        if (condition.Op == SearchOp.Between)
            return SqlText.Of($"{column} between {Amount(condition.Values[0]) ?? 0} and {Amount(condition.Values[1]) ?? int.MaxValue}");

        var sign = condition.Op switch
        {
            SearchOp.Less => "<",
            SearchOp.AtMost => "<=",
            SearchOp.More => ">",
            SearchOp.AtLeast => ">=",
            _ => "=",
        };
        return Each(condition, v => Amount(v) is { } amount ? SqlText.Of($"{column} {SqlText.Raw(sign)} {amount}") : SqlText.False);
    }

    private static SqlText Flag(SearchField field, FieldCondition condition, SqlText column)
    {
        var yes = condition.Values.Contains("true");
        return field.Name is "restricted" or "firstContact" ? SqlText.Of($"{column} is {SqlText.Raw(yes ? "" : "not ")}true")
            : SqlText.Of($"{column} is {SqlText.Raw(yes ? "not " : "")}null");
    }

    // A parent that the caller does not see is none for them, as on the ticket itself.
    private SqlText Parent(string value, SqlText column)
    {
        var sees = new TicketScope(user).Sees("p");
        var all = ReferenceEquals(sees, SqlText.True);
        var seen = all ? SqlText.Of($"{column} is not null") : SqlText.Of($"exists (select 1 from tickets p where p.id = {column} and ({sees}))");
        return value switch
        {
            Empty => SqlText.Of($"not ({seen})"),
            AnyValue => seen,
            _ when Guid.TryParse(value, out var id) => all ? SqlText.Of($"{column} = {id}") : SqlText.And([SqlText.Of($"{column} = {id}"), seen]),
            _ => SqlText.Of($"{column} in (select p.id from tickets p where p.reference = any({References(value).ToArray()}) and ({sees}))"),
        };
    }

    private static SqlText External(string value)
    {
        if (value == Empty)
            return SqlText.Raw("t.external_system is null");
        if (value == AnyValue)
            return SqlText.Raw("t.external_system is not null");

        var bare = Bare(value);
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? SqlText.Of($"(t.external_system is not null and t.external_system = {bare[..colon]} and t.external_id = {bare[(colon + 1)..]})")
            : SqlText.Of($"(t.external_system is not null and t.external_id = {bare})");
    }

    // The days a time is in, where the reader is.
    private (DateOnly From, DateOnly To)? Days(string value) => At(value) is not { } at ? null
        : (Day(at.From), at.IsPoint ? Day(at.From) : Day(at.To.AddTicks(-1)));

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    private SqlText FileName(FieldCondition condition)
    {
        var file = SqlText.Of($"select 1 from attachments a where a.ticket_id = t.id and a.removed_at is null{Readable("a.visibility")}");
        return Each(condition, value => value switch
        {
            Empty => SqlText.Of($"not exists ({file})"),
            AnyValue => SqlText.Of($"exists ({file})"),
            _ => ByName(value),
        });

        SqlText ByName(string value)
        {
            var named = SqlText.Of($"exists ({file} and a.name ilike {(condition.Op == SearchOp.Starts ? "" : "%") + Like(Bare(value)) + "%"})");
            return condition.Op == SearchOp.Is && !SearchParser.IsSilent(Bare(value)) ? SqlText.Or([named, Inside(value)]) : named;
        }
    }

    // The words of files have the lowest weight. Asked of the index once, before the tickets are looked at.
    private SqlText Inside(string value)
    {
        var query = SqlText.Of($"(select search_query({Bare(value)}, true))");
        SqlText In(string words) => SqlText.Of($"""
            t.id in (select w.ticket_id from ticket_search w
            where w.{SqlText.Raw(words)} @@ {query} and ts_filter(w.{SqlText.Raw(words)}, '{SqlText.Raw("{d}")}') @@ {query})
            """);
        var noted = In("all_words");
        return Notes.IsNone ? In("public_words")
            : SqlText.Or([In("public_words"), Notes.Everywhere ? noted : SqlText.And([Notes.Covers("t"), noted])]);
    }

    private SqlText Has(string what) => what switch
    {
        "child" => SqlText.Of($"exists (select 1 from tickets c where c.parent_id = t.id and {new TicketScope(user).Sees("c")})"),
        "parent" => Parent(AnyValue, SqlText.Raw("t.parent_id")),
        "task" => SqlText.Of($"(exists (select 1 from ticket_tasks x where x.ticket_id = t.id) and {Notes.Covers("t")})"),
        "link" => Linked(),
        "draft" => SqlText.Of($"exists (select 1 from ticket_drafts d where d.ticket_id = t.id and d.user_id = {user.Id.Value})"),
        "unread" => Unread(),
        "owner" => SqlText.Raw("t.assignee_id is not null"),
        "due" => SqlText.Raw("t.due_at < 'infinity'"),
        "attachment" => SqlText.Of($"exists (select 1 from attachments a where a.ticket_id = t.id and a.removed_at is null{Readable("a.visibility")})"),
        "comment" => SqlText.Of($"exists (select 1 from comments c where c.ticket_id = t.id{Readable("c.visibility")})"),
        _ => SqlText.False,
    };

    /// <summary>Text for a pattern, in which it stands for itself.</summary>
    internal static string Like(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
