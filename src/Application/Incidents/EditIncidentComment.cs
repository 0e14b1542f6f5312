using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Corrects a comment: by its author, within 15 minutes; what it said before is kept.</summary>
[Permission(Permissions.CommentsAdd)]
public sealed record EditIncidentComment(TicketKey Incident, Guid CommentId, string Body) : ICommand<CommentResponse>, IOnOneTicket;

internal sealed class EditIncidentCommentValidator : AbstractValidator<EditIncidentComment>
{
    public EditIncidentCommentValidator() => RuleFor(x => x.Body).NotEmpty().MaximumLength(Comment.BodyMaxLength);
}

internal sealed class EditIncidentCommentHandler(IServiceDeskDb db, IRequestConditions conditions, IncidentDesk desk, CommentReader comments)
    : IRequestHandler<EditIncidentComment, CommentResponse>
{
    public async Task<CommentResponse> Handle(EditIncidentComment request, CancellationToken ct)
    {
        var incident = await db.Incidents.OneAsync(request.Incident, ct);
        var comment = await comments.ForCommandAsync(incident.Id, request.CommentId, ct);
        conditions.Demand(comment, new GetIncidentComment(request.Incident, request.CommentId));

        incident.EditComment(comment, request.Body, desk.Act);

        await db.SaveChangesAsync(ct);
        return await comments.AfterAsync(comment, incident, ct);
    }
}
