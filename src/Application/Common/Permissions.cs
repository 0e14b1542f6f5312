namespace ServiceDesk.Application.Common;

/// <summary>Every permission of the product, named resource.action. Roles bundle them; use cases declare them.</summary>
public static class Permissions
{
    /// <summary>Held by everybody who is signed in.</summary>
    public const string SignedIn = "session.use";

    public const string IncidentsOpen = "incidents.open";
    public const string IncidentsRead = "incidents.read";
    public const string IncidentsOpenForOthers = "incidents.openForOthers";
    public const string IncidentsWork = "incidents.work";
    public const string IncidentsAssign = "incidents.assign";
    public const string IncidentsOverridePriority = "incidents.overridePriority";
    public const string IncidentsDeclareMajor = "incidents.declareMajor";
    public const string IncidentsMerge = "incidents.merge";
    public const string TicketsReadAll = "tickets.readAll";
    public const string TicketsReadRestricted = "tickets.readRestricted";
    public const string TicketsRestrict = "tickets.restrict";
    public const string CommentsAdd = "comments.add";
    public const string CommentsReadInternal = "comments.readInternal";
    public const string CommentsRedact = "comments.redact";
    public const string ViewsShare = "views.share";
    public const string ReportsRead = "reports.read";
    public const string ReportsExport = "reports.export";
    public const string UsersRead = "users.read";
    public const string UsersManage = "users.manage";
    public const string UsersErase = "users.erase";
    public const string TeamsManage = "teams.manage";
    public const string RolesManage = "roles.manage";
    public const string OrganisationManage = "organisation.manage";
    public const string CatalogManage = "catalog.manage";
    public const string ConfigurationRead = "configuration.read";
    public const string ConfigurationManage = "configuration.manage";
    public const string ServiceLevelsRead = "serviceLevels.read";
    public const string ServiceLevelsManage = "serviceLevels.manage";
    public const string RepliesManage = "replies.manage";
    public const string SettingsRead = "settings.read";
    public const string SettingsManage = "settings.manage";
    public const string ImportsRun = "imports.run";
    public const string AuditRead = "audit.read";
    public const string ServiceAccountsManage = "serviceAccounts.manage";
    public const string TokensOwn = "tokens.own";

    /// <summary>
    /// Rights to do something to a ticket: held through a role limited to a team or a site they count for its tickets alone. What everybody
    /// has (to open, to read what they see, to comment on it) is limited by what they see.
    /// </summary>
    public static readonly IReadOnlySet<string> OnTickets = new HashSet<string>
    {
        IncidentsWork, IncidentsAssign, IncidentsOverridePriority, IncidentsDeclareMajor, IncidentsMerge, TicketsReadAll, TicketsRestrict,
        CommentsReadInternal, CommentsRedact,
    };

    /// <summary>All of them, in order.</summary>
    public static readonly IReadOnlyList<string> All =
        [.. typeof(Permissions).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal)];
}
