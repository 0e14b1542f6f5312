using ServiceDesk.Domain.Common;
using static ServiceDesk.Application.Common.Permissions;

namespace ServiceDesk.Application.Common;

/// <summary>The roles every installation starts with (ruling 15 says who sees what).</summary>
public static class BuiltInRoles
{
    private static readonly string[] Employee = [SignedIn, TokensOwn, IncidentsOpen, IncidentsRead, CommentsAdd];

    private static readonly string[] Technician =
    [
        .. Employee, TicketsReadAll, IncidentsOpenForOthers, IncidentsWork, IncidentsAssign, IncidentsMerge, CommentsReadInternal, UsersRead,
        ServiceLevelsRead, ConfigurationRead, SettingsRead,
    ];

    /// <summary>Those who give tickets to teams, and hear of the ones that nobody answers for.</summary>
    public const string DispatcherKey = "dispatcher";

    private static readonly string[] Dispatcher = [.. Technician, IncidentsOverridePriority, IncidentsDeclareMajor, ViewsShare];

    private static readonly string[] Supervisor =
    [
        .. Dispatcher, ReportsRead, ReportsExport, TicketsRestrict, CommentsRedact, RepliesManage, AuditRead,
    ];

    private static readonly string[] Estate = [.. Employee, UsersRead, ConfigurationRead, ConfigurationManage, CommentsReadInternal, ReportsRead];

    public static readonly IReadOnlyList<(string Key, LocalizedText Name, string[] Permissions)> All =
    [
        ("employee", new LocalizedText("Employee", "Collaborateur"), Employee),
        ("technician", new LocalizedText("Technician", "Technicien"), Technician),
        (DispatcherKey, new LocalizedText("Dispatcher", "Répartiteur"), Dispatcher),
        ("supervisor", new LocalizedText("Supervisor", "Superviseur"), Supervisor),
        ("changeManager", new LocalizedText("Change manager", "Gestionnaire des changements"), [.. Employee, UsersRead, ConfigurationRead, CommentsReadInternal, ReportsRead]),
        ("estateManager", new LocalizedText("Estate manager", "Responsable de parc"), Estate),
        ("auditor", new LocalizedText("Auditor", "Auditeur"), [.. Employee, TicketsReadAll, TicketsReadRestricted, CommentsReadInternal, AuditRead, ReportsRead]),
        ("administrator", new LocalizedText("Administrator", "Administrateur"), [.. Permissions.All.Where(p => p != TicketsReadRestricted)]),
    ];
}
