using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>The caller's draft, also when they see the ticket no longer: their words stay theirs.</summary>
[Permission(Permissions.SignedIn)]
public sealed record GetDraft(TicketKey Ticket, DraftKind Kind) : IQuery<DraftResponse>;

internal sealed class GetDraftHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<GetDraft, DraftResponse>
{
    public async Task<DraftResponse> Handle(GetDraft request, CancellationToken ct) =>
        DraftResponse.Of(await Drafts.OfAsync(db, user, request.Ticket, request.Kind, ct));
}

internal static class Drafts
{
    public static async Task<Draft> OfAsync(IServiceDeskDb db, ICurrentUser user, TicketKey ticket, DraftKind kind, CancellationToken ct)
    {
        var named = db.Tickets.IgnoreQueryFilters(["visibility"]).Where(ticket.Matches<Ticket>());
        return await db.Set<Draft>().SingleOrDefaultAsync(d => d.UserId == user.Id && d.Kind == kind && named.Any(t => t.Id == d.TicketId), ct)
            ?? throw new NotFoundException("The draft");
    }
}
