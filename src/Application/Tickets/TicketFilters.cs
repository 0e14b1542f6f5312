using System.Globalization;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Search;

namespace ServiceDesk.Application.Tickets;

/// <summary>The parameters of a list as conditions of the search language; a value that cannot be is a 400 that names it.</summary>
internal static class TicketFilters
{
    private const int MaxValues = 100;

    public static IEnumerable<SearchNode> Of(ListTickets request)
    {
        (string Parameter, string Field, string[]? Values)[] words =
        [
            ("state", "state", request.State), ("priority", "priority", request.Priority), ("impact", "impact", request.Impact),
            ("urgency", "urgency", request.Urgency), ("practice", "type", request.Practice), ("channel", "channel", request.Channel), ("sla", "sla", request.Sla),
        ];
        (string Parameter, string Field, string[]? Values)[] ids =
        [
            ("teamId", "group", request.TeamId), ("assigneeId", "owner", request.AssigneeId), ("requesterId", "requester", request.RequesterId),
            ("openedById", "openedBy", request.OpenedById), ("serviceId", "service", request.ServiceId), ("categoryId", "category", request.CategoryId),
            ("siteId", "site", request.SiteId), ("parentId", "parent", request.ParentId),
        ];
        return
        [
            .. request.Open is { } open ? [FieldCondition.Of("state", open ? "open" : "done")] : Array.Empty<SearchNode>(),
            .. words.SelectMany(w => Words(w.Parameter, w.Field, w.Values)),
            .. ids.SelectMany(i => Ids(i.Parameter, i.Field, i.Values)),
            .. Texts("tag", "tag", request.Tag),
            .. Texts("externalReference", "external", request.ExternalReference),
            .. request.Major is { } major ? [FieldCondition.Of("major", major ? "true" : "false")] : Array.Empty<SearchNode>(),
            .. Span("created", request.OpenedFrom, request.OpenedTo),
            .. Span("resolved", request.ResolvedFrom, request.ResolvedTo),
            .. Span("updated", request.UpdatedSince, null),
            .. Span("due", request.DueFrom, request.DueTo),
        ];
    }

    // Only the words of the API: what people type for them in either language is for q.
    private static IEnumerable<SearchNode> Words(string parameter, string name, string[]? given)
    {
        var field = SearchFields.Find(name)!;
        var values = Split(parameter, given).Select(v => field.Choices.Any(c => c.Word == v) ? v : throw Malformed(parameter, v)).ToList();
        if (values.Count > 0)
            yield return new FieldCondition(name, SearchOp.Is, values);
    }

    internal const string Only = "only:";

    // An id, or "none"; for people also "me", for teams "mine". A category is meant with those below it, after "only:" without them.
    private static IEnumerable<SearchNode> Ids(string parameter, string name, string[]? given)
    {
        var kind = SearchFields.Find(name)!.Kind;
        var all = Split(parameter, given);
        if (name == "category" && all.Length > 0 && all.All(v => v.StartsWith(Only, StringComparison.Ordinal)))
            (name, all) = ("category.only", [.. all.Select(v => v[Only.Length..])]);
        var values = all.Select(v => v switch
        {
            "none" => SearchConditions.Empty,
            "any" => SearchConditions.AnyValue,
            "me" when kind == FieldKind.Person => SearchConditions.Me,
            "mine" when kind == FieldKind.Team => SearchConditions.MyTeams,
            _ => Guid.TryParse(v, out var id) ? id.ToString()
                : kind == FieldKind.Ticket && TicketKey.TryParse(v, null, out var key) && key.Reference is { Length: > 0 } reference ? reference
                : throw Malformed(parameter, v),
        }).ToList();
        if (values.Count > 0)
            yield return new FieldCondition(name, SearchOp.Is, values);
    }

    private static IEnumerable<SearchNode> Texts(string parameter, string name, string[]? given)
    {
        if (given is { Length: > 0 })
        {
            var values = given.Take(MaxValues).Select(v => v.Contains('\0', StringComparison.Ordinal) ? throw Malformed(parameter, v) : "\\" + v.Trim()).ToList();
            yield return new FieldCondition(name, SearchOp.Is, values);
        }
    }

    // From inclusive, to exclusive.
    private static IEnumerable<SearchNode> Span(string field, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is { } start)
            yield return new FieldCondition(field, SearchOp.AtLeast, [Instant(start)]);
        if (to is { } end)
            yield return new FieldCondition(field, SearchOp.Less, [Instant(end)]);
    }

    private static string Instant(DateTimeOffset at) =>
        (at.Year is < 1900 or > 2200 ? new DateTimeOffset(at.Year < 1900 ? 1900 : 2200, 1, 1, 0, 0, 0, TimeSpan.Zero) : at).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string[] Split(string parameter, string[]? given)
    {
        string[] values = [.. (given ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries))];
        return values.Length <= MaxValues ? values : throw new MalformedRequestException("filter.too_many", parameter, $"At most {MaxValues} values.");
    }

    private static MalformedRequestException Malformed(string parameter, string value) =>
        new("filter.invalid", parameter, $"'{value}' is no value of {parameter}.");
}
