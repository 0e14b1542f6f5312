using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Attachments;

/// <summary>Adds a file to a ticket; an internal one is seen only by who reads internal notes.</summary>
[Permission(Permissions.CommentsAdd)]
public sealed record AddAttachment(TicketKey Ticket, FileUpload File, Visibility Visibility) : ICommand<AttachmentResponse>;

internal sealed class AddAttachmentValidator : AbstractValidator<AddAttachment>
{
    public AddAttachmentValidator() => RuleFor(x => x.Visibility).IsInEnum();
}

internal sealed class AddAttachmentHandler(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, AttachmentDesk desk)
    : IRequestHandler<AddAttachment, AttachmentResponse>
{
    public async Task<AttachmentResponse> Handle(AddAttachment request, CancellationToken ct)
    {
        if (request.Visibility == Visibility.Internal && !user.May(Permissions.CommentsReadInternal))
            throw new ForbiddenException(Permissions.CommentsReadInternal);

        var ticket = await db.Tickets.ForCommandAsync(request.Ticket, conditions, user, ct);
        if (request.Visibility == Visibility.Internal)
            user.Demand(Permissions.CommentsReadInternal, ticket);
        var attachment = await desk.TakeInAsync(request.File, ct);
        attachment.AttachTo(ticket, null, request.Visibility, desk.Act);

        return await desk.SaveAsync(attachment, request.File, ct);
    }
}
