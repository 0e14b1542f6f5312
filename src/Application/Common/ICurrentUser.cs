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
    IReadOnlySet<string> Permissions { get; }

    /// <summary>Sees every unrestricted ticket (ruling 15).</summary>
    bool ReadsAllTickets { get; }

    /// <summary>Teams and sites whose tickets a limited grant lets see.</summary>
    IReadOnlyList<TeamId> ReadsTeams { get; }
    IReadOnlyList<SiteId> ReadsSites { get; }

    /// <summary>By what door the call came: "session", "token", "import", "system".</summary>
    string Via { get; }

    /// <summary>The address the call came from, for the audit trail.</summary>
    string? RemoteAddress { get; }

    bool May(string permission);
}
