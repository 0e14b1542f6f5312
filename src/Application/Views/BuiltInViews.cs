using ServiceDesk.Application.Common;
using ServiceDesk.Application.Search;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Application.Views;

/// <summary>A view every installation has; its key is its id.</summary>
internal sealed record BuiltInView(string Key, LocalizedText Name, SearchNode Filter, string Sort, bool ForStaff);

internal static class BuiltInViews
{
    private static readonly SearchNode Open = FieldCondition.Of("state", "open");
    private static readonly SearchNode MyTeams = FieldCondition.Of("group", SearchConditions.MyTeams);

    /// <summary>What a row shows unless the view or the person says otherwise.</summary>
    public static readonly IReadOnlyList<string> Columns = ["reference", "priority", "title", "requester", "state", "team", "assignee", "dueAt", "updatedAt"];

    public static readonly IReadOnlyList<BuiltInView> All =
    [
        Staff("my-work", "My work", "Mon travail", "priority,dueAt", FieldCondition.Of("owner", SearchConditions.Me), Open),
        Staff("unassigned", "Unassigned in my teams", "Non attribués dans mes équipes", "priority,dueAt",
            MyTeams, FieldCondition.Of("owner", SearchConditions.Empty), Open),
        Staff("my-teams", "My teams' queue", "File de mes équipes", "dueAt", MyTeams, Open),
        Staff("breaching-today", "Breaching today", "Échéance aujourd'hui", "dueAt",
            Open, new FieldCondition("due", SearchOp.AtLeast, ["now"]), new FieldCondition("due", SearchOp.AtMost, ["today"])),
        Staff("breached", "Breached", "En retard", "dueAt", Open, FieldCondition.Of("sla", "breached")),
        Staff("waiting", "Waiting for more than five days", "En attente depuis plus de cinq jours", "dueAt",
            FieldCondition.Of("state", "pending"), new FieldCondition("since", SearchOp.Less, ["-5d"])),
        Staff("major", "Major incidents", "Incidents majeurs", "-openedAt", Open, FieldCondition.Of("major", "true")),
        new("requested", new LocalizedText("My requests", "Mes demandes"), FieldCondition.Of("requester", SearchConditions.Me), "-updatedAt", false),
        new("followed", new LocalizedText("Followed by me", "Suivis par moi"), FieldCondition.Of("watcher", SearchConditions.Me), "-updatedAt", false),
    ];

    /// <summary>Those for this caller.</summary>
    public static IEnumerable<BuiltInView> For(ICurrentUser user) => All.Where(v => !v.ForStaff || user.May(Permissions.IncidentsWork));

    private static BuiltInView Staff(string key, string english, string french, string sort, params SearchNode[] conditions) =>
        new(key, new LocalizedText(english, french), SearchNode.All(conditions), sort, ForStaff: true);
}
