using FluentValidation;
using ServiceDesk.Application.Attachments;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// Adds a public message or an internal note. With a conversation version a public message is held back when there are newer
/// ones. The requester's answer ends a wait for them; on a resolved incident it does not reopen; a closed one takes no more.
/// </summary>
[Permission(Permissions.CommentsAdd)]
public sealed record AddIncidentComment(
    TicketKey Incident, string Body, Visibility Visibility, long? ConversationVersion, IReadOnlyList<Guid>? AttachmentIds) : ICommand<CommentResponse>, IOnOneTicket;

internal sealed class AddIncidentCommentValidator : AbstractValidator<AddIncidentComment>
{
    public AddIncidentCommentValidator()
    {
        RuleFor(x => x.Body).NotEmpty().MaximumLength(Comment.BodyMaxLength);
        RuleFor(x => x.AttachmentIds).Must(i => i is null || i.Count <= AttachmentBinding.MostAtOnce)
            .WithMessage($"At most {AttachmentBinding.MostAtOnce} attachments.");
    }
}

internal sealed class AddIncidentCommentHandler(
    IServiceDeskDb db, ICurrentUser user, IncidentDesk desk, ConversationCheck conversation, CommentReader comments, AttachmentBinding attachments,
    DraftDesk drafts)
    : IRequestHandler<AddIncidentComment, CommentResponse>
{
    public async Task<CommentResponse> Handle(AddIncidentComment request, CancellationToken ct)
    {
        if (request.Visibility == Visibility.Internal && !user.May(Permissions.CommentsReadInternal))
            throw new ForbiddenException(Permissions.CommentsReadInternal);

        var incident = await desk.LoadAsync(request.Incident, ct);
        if (request.Visibility == Visibility.Internal)
            user.Demand(Permissions.CommentsReadInternal, incident);
        else
            await conversation.DemandCurrentAsync(incident, request.ConversationVersion, ct);

        var comment = incident.AddComment(request.Body, request.Visibility, user.May(Permissions.IncidentsWork, incident), desk.Act);
        await attachments.BindAsync(request.AttachmentIds, incident, comment, desk.Act, ct);
        await drafts.SentAsync(incident.Id, request.Visibility, ct);

        await db.SaveChangesAsync(ct);
        return await comments.AfterAsync(comment, incident, ct, mayHaveFiles: request.AttachmentIds is { Count: > 0 });
    }
}
