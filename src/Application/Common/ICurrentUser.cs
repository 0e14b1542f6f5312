using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Common;

/// <summary>Who is calling, with the rights and teams they had when the request came in.</summary>
public interface ICurrentUser
{
    bool IsAuthenticated { get; }

    /// <summary>The product itself: workers. Sees everything.</summary>
    bool IsSystem { get; }
    UserId Id { get; }
    string Name { get; }

    /// <summary>"en" or "fr": the language labels are given in.</summary>
    string Language { get; }

    /// <summary>An IANA zone.</summary>
    string TimeZone { get; }
    TeamId? DefaultTeamId { get; }
    IReadOnlyList<TeamId> TeamIds { get; }
    /// <summary>Held by any grant, wherever it counts.</summary>
    IReadOnlySet<string> Permissions { get; }

    /// <summary>Sees every unrestricted ticket (ruling 15).</summary>
    bool ReadsAllTickets => ReachOf(Common.Permissions.TicketsReadAll).Everywhere;

    /// <summary>Teams and sites whose tickets a limited grant lets see.</summary>
    IReadOnlyList<TeamId> ReadsTeams => ReachOf(Common.Permissions.TicketsReadAll).Teams;
    IReadOnlyList<SiteId> ReadsSites => ReachOf(Common.Permissions.TicketsReadAll).Sites;

    /// <summary>By what door the call came: "session", "token", "import", "system".</summary>
    string Via { get; }

    /// <summary>The address the call came from, for the audit trail.</summary>
    string? RemoteAddress { get; }

    /// <summary>
    /// Whether any grant gives it: for what has no record, and at the door. A right to do something to a ticket is asked with its team
    /// and site.
    /// </summary>
    bool May(string permission);

    /// <summary>For which tickets the permission counts.</summary>
    Reach ReachOf(string permission);

    /// <summary>Whether the permission counts for a ticket of this team at this site.</summary>
    bool May(string permission, TeamId? team, SiteId? site) => ReachOf(permission).Covers(team, site);
}
