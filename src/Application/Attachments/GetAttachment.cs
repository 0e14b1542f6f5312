using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Attachments;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Attachments;

/// <summary>One file of a ticket, with its bytes.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record GetAttachment(TicketKey Ticket, Guid Id) : IQuery<AttachmentContent>;

/// <summary>What is delivered, and as what.</summary>
public sealed record AttachmentContent(string Name, string MediaType, DateTimeOffset UploadedAt, byte[] Hash, Stream Content);

internal sealed class GetAttachmentHandler(IServiceDeskDb db, AttachmentDesk desk, IAttachmentStore store) : IRequestHandler<GetAttachment, AttachmentContent>
{
    public async Task<AttachmentContent> Handle(GetAttachment request, CancellationToken ct)
    {
        var id = new AttachmentId(request.Id);
        var ticket = await db.Tickets.Where(request.Ticket.Matches<Ticket>()).Select(t => (TicketId?)t.Id).SingleOrDefaultAsync(ct)
            ?? throw new NotFoundException("The ticket");
        var file = await desk.VisibleOf(ticket).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFoundException("The file");

        return new AttachmentContent(file.Name, file.MediaType, file.UploadedAt, file.Hash, store.Open(file.Hash));
    }
}
