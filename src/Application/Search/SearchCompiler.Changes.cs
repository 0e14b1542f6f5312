using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Search;

public sealed partial class SearchCompiler
{
    /// <summary>Whether the timeline the caller reads tells of such a change.</summary>
    private SqlText WasChanged(Changed change)
    {
        if (SearchFields.Find(change.Field) is not { } field || SearchChanges.Find(field.Name) is not { } told)
            return SqlText.False;

        List<SqlText> where = [SqlText.Of($"e.ticket_id = t.id{Readable("e.visibility")}"), SqlText.Raw(told.Events)];
        if (change.From is { } from)
            where.Add(Value(field, told, from, told.From));
        if (change.To is { } to)
            where.Add(Value(field, told, to, told.To));
        if (change.By is { } by)
            where.Add(Person(by, SqlText.Raw("e.actor_id")));
        if (change.During.Count > 0)
            where.Add(Instant(new FieldCondition("updated", change.During.Count == 2 ? SearchOp.Between : SearchOp.Is, change.During), SqlText.Raw("e.at")));
        return SqlText.Of($"exists (select 1 from ticket_events e where {SqlText.And(where)})");
    }

    private SqlText Value(SearchField field, ToldChange told, string value, string content) => field.Kind switch
    {
        FieldKind.Person => Person(value, SqlText.Raw($"({content})::uuid")),
        FieldKind.Team => Team(value, SqlText.Raw($"({content})::uuid")),
        FieldKind.Record => Record(field, value, SqlText.Raw($"({content})::uuid")),
        FieldKind.Ticket => Parent(value, SqlText.Raw($"({content})::uuid")),
        // A label that came or went: in one of the two lists alone.
        FieldKind.Tag => SqlText.Of($"""
            ({SqlText.Raw(content)} @> to_jsonb(array[{SearchConditions.Bare(value).ToLowerInvariant()}])
            and not {SqlText.Raw(content == told.From ? told.To : told.From)} @> to_jsonb(array[{SearchConditions.Bare(value).ToLowerInvariant()}]))
            """),
        _ when field.Name == "state" => SqlText.Of($"{SqlText.Raw(content)} = any({States(FieldCondition.Of(field.Name, value)).ToArray()})"),
        _ => Choice(field, FieldCondition.Of(field.Name, value), SqlText.Raw(content)),
    };
}
