using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>The caller's draft, also when they see the ticket no longer: their words stay theirs. Null for a ticket they see and write no draft for.</summary>
[Permission(Permissions.CommentsAdd)]
public sealed record GetDraft(TicketKey Ticket, DraftKind Kind) : IQuery<DraftResponse?>;

internal sealed class GetDraftHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<GetDraft, DraftResponse?>
{
    public async Task<DraftResponse?> Handle(GetDraft request, CancellationToken ct)
    {
        if (await Drafts.FindAsync(db, user, request.Ticket, request.Kind, ct) is { } draft)
            return DraftResponse.Of(draft);

        return await db.Tickets.AnyAsync(request.Ticket.Matches<Ticket>(), ct) ? null : throw new NotFoundException("The ticket");
    }
}

internal static class Drafts
{
    public static async Task<Draft> OfAsync(IServiceDeskDb db, ICurrentUser user, TicketKey ticket, DraftKind kind, CancellationToken ct) =>
        await FindAsync(db, user, ticket, kind, ct) ?? throw new NotFoundException("The draft");

    public static async Task<Draft?> FindAsync(IServiceDeskDb db, ICurrentUser user, TicketKey ticket, DraftKind kind, CancellationToken ct)
    {
        var named = db.Tickets.IgnoreQueryFilters(["visibility"]).Where(ticket.Matches<Ticket>());
        return await db.Set<Draft>().SingleOrDefaultAsync(d => d.UserId == user.Id && d.Kind == kind && named.Any(t => t.Id == d.TicketId), ct);
    }
}
