using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>What other commands do to drafts: sending removes the sender's, merging moves everybody's.</summary>
public sealed class DraftDesk(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>The caller's draft was sent; it goes in the same transaction.</summary>
    public async Task SentAsync(TicketId ticket, Visibility visibility, CancellationToken ct)
    {
        var kind = visibility == Visibility.Public ? DraftKind.Reply : DraftKind.Note;
        if (await db.Set<Draft>().SingleOrDefaultAsync(d => d.TicketId == ticket && d.UserId == user.Id && d.Kind == kind, ct) is { } draft)
            db.Set<Draft>().Remove(draft);
    }

    /// <summary>Nobody's words are lost by a merge: drafts go on at the survivor, after what their author was writing there.</summary>
    public async Task MoveAsync(TicketId duplicate, TicketId survivor, DateTimeOffset at, CancellationToken ct)
    {
        var drafts = await db.Set<Draft>().Where(d => d.TicketId == duplicate || d.TicketId == survivor).ToListAsync(ct);
        foreach (var draft in drafts.Where(d => d.TicketId == duplicate))
        {
            var there = drafts.SingleOrDefault(d => d.TicketId == survivor && d.UserId == draft.UserId && d.Kind == draft.Kind);
            var moved = draft.MovedTo(survivor, there, at);
            if (there is null)
                db.Set<Draft>().Add(moved);
            db.Set<Draft>().Remove(draft);
        }
    }
}
