using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Notifications;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>
/// The caller has read what was written on a ticket up to an instant: the time of the newest message they saw, or now. It only moves on.
/// Lists say "unread" of what others wrote later. What they were told of the ticket until then is read with it.
/// </summary>
[Permission(Permissions.IncidentsRead)]
public sealed record MarkTicketRead(TicketKey Ticket, DateTimeOffset? Until) : ICommand<Unit>;

internal sealed class MarkTicketReadHandler(IServiceDeskDb db, ICurrentUser user, ConversationScope scope, TimeProvider clock)
    : IRequestHandler<MarkTicketRead, Unit>
{
    public async Task<Unit> Handle(MarkTicketRead request, CancellationToken ct)
    {
        var ticket = await scope.IdAsync<Ticket>(request.Ticket, ct);
        var now = clock.GetUtcNow();
        var read = await db.Set<TicketRead>().SingleOrDefaultAsync(r => r.TicketId == ticket && r.UserId == user.Id, ct);
        if (read is null)
            db.Set<TicketRead>().Add(read = TicketRead.Of(ticket, user.Id));

        // Nobody has read what is still to be written.
        var upTo = request.Until is { } until && until < now ? until : now;
        read.Until(upTo);
        await db.SaveChangesAsync(ct);
        await db.Set<Notification>().Where(n => n.UserId == user.Id && n.TicketId == ticket && n.ReadAt == null && n.At <= upTo)
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), ct);
        return Unit.Value;
    }
}
