using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.People;

/// <summary>
/// Somebody leaves: no more signing in, sessions and tokens end at once, and open work is handed over: to a colleague where they
/// are a member of the ticket's team, else to the queue of the ticket's team, or of the team that is named.
/// </summary>
[Permission(Permissions.UsersManage)]
public sealed record DeactivateUser(Guid Id, HandOverTo? HandOver = null) : ICommand<DeactivatedUser>;

/// <summary>Who goes on with the work.</summary>
public sealed record HandOverTo(Guid? ToUserId = null, Guid? ToTeamId = null);

/// <summary>The person, and where their open tickets went.</summary>
public sealed record DeactivatedUser(UserResponse User, HandedOver HandedOver) : IVersioned
{
    long IVersioned.Version => User.Version;
}

internal sealed class DeactivateUserHandler(
    IServiceDeskDb db, IRequestConditions conditions, ICurrentUser user, AccessRules rules, IAccounts accounts, WorkHandOver handOver, UserReader reader,
    TimeProvider clock)
    : IRequestHandler<DeactivateUser, DeactivatedUser>
{
    public Task<DeactivatedUser> Handle(DeactivateUser request, CancellationToken ct) => db.TogetherAsync(() => DeactivateAsync(request, ct), ct);

    private async Task<DeactivatedUser> DeactivateAsync(DeactivateUser request, CancellationToken ct)
    {
        var id = new UserId(request.Id);
        // Whoever is giving them a ticket is done first; who comes later finds them gone (a trigger on tickets holds the other end).
        await db.Sql<Guid>($"select id as \"Value\" from users where id = {id.Value} for no key update").ToListAsync(ct);
        var person = await db.Users.ForCommandAsync(u => u.Id == id && !u.IsService, "The user", new GetUser(request.Id), conditions, ct);
        if (!person.Active)
            throw new RuleViolationException("user.not_active", "This person has been deactivated already.");

        var (toUser, toTeam) = await HeirsAsync(id, request.HandOver ?? new HandOverTo(), ct);
        await rules.KeepAnAdministratorAsync(id, ct);
        person.Deactivate();
        foreach (var team in await db.Teams.Include(t => t.Members).Where(t => t.LeadId == id).ToListAsync(ct))
            team.LedBy(null);
        await accounts.EndEverythingAsync(id, ct);
        var moved = await handOver.AllAsync(id, toUser, toTeam, new Act(user.Id, clock.GetUtcNow()), ct);
        await db.SaveChangesAsync(ct);
        return new DeactivatedUser(await reader.GetAsync(id, ct), moved);
    }

    private async Task<(UserId? User, TeamId? Team)> HeirsAsync(UserId leaver, HandOverTo to, CancellationToken ct)
    {
        var heir = to.ToUserId is { } u ? new UserId(u) : (UserId?)null;
        var team = to.ToTeamId is { } t ? new TeamId(t) : (TeamId?)null;
        if (heir == leaver || (heir is not null && !await db.Users.AnyAsync(x => x.Id == heir && x.Active && !x.IsService, ct)))
            throw RuleViolationException.Meaning("user.heir_unknown", "toUserId names nobody else who is active.");
        if (team is not null && !await db.Teams.AnyAsync(x => x.Id == team && x.Active, ct))
            throw RuleViolationException.Meaning("team.unknown", "toTeamId names no active team.");
        if (heir is not null && team is not null && !await db.Teams.AnyAsync(x => x.Id == team && x.Members.Any(m => m.UserId == heir), ct))
            throw RuleViolationException.Meaning("user.heir_not_member", "toUserId names nobody in the team of toTeamId.");

        return (heir, team);
    }
}
