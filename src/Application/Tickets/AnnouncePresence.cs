using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>Says that the caller has a ticket open and what they do; good for 30 seconds. Answers who else has; open pages hear of it on the event stream. It never locks anything.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record AnnouncePresence(TicketKey Ticket, PresenceActivity Activity) : ICommand<Page<PresenceResponse>>;

/// <summary>Somebody who has the ticket open now.</summary>
public sealed record PresenceResponse(PersonRef User, PresenceActivity Activity, DateTimeOffset SeenAt);

internal sealed class AnnouncePresenceValidator : AbstractValidator<AnnouncePresence>
{
    public AnnouncePresenceValidator() => RuleFor(x => x.Activity).IsInEnum();
}

internal sealed class AnnouncePresenceHandler(IServiceDeskDb db, ICurrentUser user, ConversationScope scope, TimeProvider clock)
    : IRequestHandler<AnnouncePresence, Page<PresenceResponse>>
{
    public async Task<Page<PresenceResponse>> Handle(AnnouncePresence request, CancellationToken ct)
    {
        var ticket = await scope.IdAsync<Ticket>(request.Ticket, ct);
        var now = clock.GetUtcNow();
        var mine = await db.Set<Presence>().SingleOrDefaultAsync(p => p.TicketId == ticket && p.UserId == user.Id, ct);
        if (mine is null)
            db.Set<Presence>().Add(mine = Presence.Of(ticket, user.Id));
        mine.Is(request.Activity, now);
        await db.SaveChangesAsync(ct);

        return await Present.OnAsync(db, ticket, now, ct);
    }
}

/// <summary>Says that the caller closed a ticket; without it they are taken for gone after 30 seconds.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record LeaveTicket(TicketKey Ticket) : ICommand<Unit>;

internal sealed class LeaveTicketHandler(IServiceDeskDb db, ICurrentUser user, ConversationScope scope, TimeProvider clock) : IRequestHandler<LeaveTicket, Unit>
{
    public async Task<Unit> Handle(LeaveTicket request, CancellationToken ct)
    {
        var ticket = await scope.IdAsync<Ticket>(request.Ticket, ct);
        if (await db.Set<Presence>().SingleOrDefaultAsync(p => p.TicketId == ticket && p.UserId == user.Id, ct) is not { } mine)
            return Unit.Value;

        mine.Leave(clock.GetUtcNow());
        db.Set<Presence>().Remove(mine);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <summary>Who has a ticket open now.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record ListPresence(TicketKey Ticket) : IQuery<Page<PresenceResponse>>;

internal sealed class ListPresenceHandler(IServiceDeskDb db, ConversationScope scope, TimeProvider clock)
    : IRequestHandler<ListPresence, Page<PresenceResponse>>
{
    public async Task<Page<PresenceResponse>> Handle(ListPresence request, CancellationToken ct) =>
        await Present.OnAsync(db, await scope.IdAsync<Ticket>(request.Ticket, ct), clock.GetUtcNow(), ct);
}

/// <summary>Who has which ticket open now, of those the caller works on: for lists, which cannot ask for each line.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record ListPresences : IQuery<Page<TicketPresence>>;

/// <summary>Somebody who has a ticket open now.</summary>
public sealed record TicketPresence(Guid TicketId, PersonRef User, PresenceActivity Activity, DateTimeOffset SeenAt);

internal sealed class ListPresencesHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListPresences, Page<TicketPresence>>
{
    private const int Most = 500;

    public async Task<Page<TicketPresence>> Handle(ListPresences request, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Presence.Lifetime;
        var theirs = db.Tickets.Within(user.ReachOf(Permissions.IncidentsWork));
        return Present.All(await db.Set<Presence>().AsNoTracking().Where(p => p.SeenAt > since && theirs.Any(t => t.Id == p.TicketId))
            .OrderByDescending(p => p.SeenAt).ThenBy(p => p.TicketId).ThenBy(p => p.UserId).Take(Most)
            .Select(p => new TicketPresence(
                p.TicketId.Value, new PersonRef(p.UserId.Value, db.Users.Where(u => u.Id == p.UserId).Select(u => u.Name).First()), p.Activity, p.SeenAt))
            .ToListAsync(ct));
    }
}

internal static class Present
{
    /// <summary>A list like every other, though who is present always fits one page.</summary>
    public static Page<T> All<T>(IReadOnlyList<T> present) => new(present, null);

    public static async Task<Page<PresenceResponse>> OnAsync(IServiceDeskDb db, TicketId ticket, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Presence.Lifetime;
        return All(await db.Set<Presence>().AsNoTracking().Where(p => p.TicketId == ticket && p.SeenAt > since).OrderBy(p => p.UserId)
            .Select(p => new PresenceResponse(
                new PersonRef(p.UserId.Value, db.Users.Where(u => u.Id == p.UserId).Select(u => u.Name).First()), p.Activity, p.SeenAt))
            .ToListAsync(ct));
    }
}
