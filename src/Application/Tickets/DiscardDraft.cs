using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>Throws the caller's draft away.</summary>
[Permission(Permissions.CommentsAdd)]
public sealed record DiscardDraft(TicketKey Ticket, DraftKind Kind) : ICommand<Unit>;

internal sealed class DiscardDraftHandler(IServiceDeskDb db, ICurrentUser user) : IRequestHandler<DiscardDraft, Unit>
{
    public async Task<Unit> Handle(DiscardDraft request, CancellationToken ct)
    {
        var draft = await Drafts.OfAsync(db, user, request.Ticket, request.Kind, ct);

        db.Set<Draft>().Remove(draft);

        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
