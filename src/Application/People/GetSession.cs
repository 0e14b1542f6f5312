using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;

namespace ServiceDesk.Application.People;

/// <summary>Who is signed in, with their permissions and teams.</summary>
[Permission(Permissions.SignedIn, ForAnyToken = true)]
public sealed record GetSession : IQuery<SessionInfo>;

/// <summary>The person behind a session or token.</summary>
public sealed record SessionInfo(SessionUser User, IReadOnlyList<string> Permissions, IReadOnlyList<NamedRef> Teams);

public sealed record SessionUser(Guid Id, string UserName, string Name, string? Email, string Language, string TimeZone, Guid? DefaultTeamId);

internal sealed class GetSessionHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<GetSession, SessionInfo>
{
    public async Task<SessionInfo> Handle(GetSession request, CancellationToken ct)
    {
        var french = user.Language == "fr";
        var person = await db.Users.AsNoTracking().Where(u => u.Id == user.Id)
            .Select(u => new SessionUser(
                u.Id.Value, u.UserName, u.Name, u.Email, u.Language, u.TimeZone, u.DefaultTeamId == null ? null : u.DefaultTeamId.Value.Value))
            .SingleAsync(ct);
        var teams = await db.Teams.AsNoTracking().Where(t => t.Members.Any(m => m.UserId == user.Id))
            .Select(t => new NamedRef(t.Id.Value, (french ? t.Name.Fr ?? t.Name.En : t.Name.En ?? t.Name.Fr)!))
            .ToListAsync(ct);
        return new SessionInfo(person, [.. user.Permissions.Order(StringComparer.Ordinal)], [.. teams.OrderBy(t => t.Name, StringComparer.Ordinal)]);
    }
}
