using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Attachments;

namespace ServiceDesk.Application.Attachments;

/// <summary>Removes a file from a ticket: one's own, or any with the right to redact. Its name stays on the timeline's record.</summary>
[Permission(Permissions.CommentsAdd)]
public sealed record RemoveAttachment(TicketKey Ticket, Guid Id) : ICommand<Unit>;

/// <summary>Gives up an upload of one's own that is not attached yet.</summary>
[Permission(Permissions.CommentsAdd)]
public sealed record DiscardAttachment(Guid Id) : ICommand<Unit>;

internal sealed class RemoveAttachmentHandler(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, AttachmentDesk desk)
    : IRequestHandler<RemoveAttachment, Unit>
{
    public async Task<Unit> Handle(RemoveAttachment request, CancellationToken ct)
    {
        var id = new AttachmentId(request.Id);
        var ticket = await db.Tickets.ForCommandAsync(request.Ticket, conditions, user, ct);
        var file = await desk.VisibleOf(ticket.Id).SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFoundException("The file");
        if (file.UploadedById != user.Id)
            user.Demand(Permissions.CommentsRedact, ticket);

        file.RemoveFrom(ticket, desk.Act);

        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

internal sealed class DiscardAttachmentHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DiscardAttachment, Unit>
{
    public async Task<Unit> Handle(DiscardAttachment request, CancellationToken ct)
    {
        var id = new AttachmentId(request.Id);
        var file = await db.Set<Attachment>()
            .SingleOrDefaultAsync(a => a.Id == id && a.UploadedById == user.Id && a.TicketId == null && a.RemovedAt == null, ct)
            ?? throw new NotFoundException("The file");

        file.Discard(clock.GetUtcNow());

        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
