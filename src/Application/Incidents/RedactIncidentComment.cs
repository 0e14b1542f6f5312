using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Removes a comment's text for good, a pasted password for instance, with all it said before; a mark with the reason stays. Tickets made from it lose their description with it.</summary>
[Permission(Permissions.CommentsRedact)]
public sealed record RedactIncidentComment(TicketKey Incident, Guid CommentId, string Reason) : ICommand<CommentResponse>;

internal sealed class RedactIncidentCommentValidator : AbstractValidator<RedactIncidentComment>
{
    public RedactIncidentCommentValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
}

internal sealed class RedactIncidentCommentHandler(IServiceDeskDb db, IRequestConditions conditions, IncidentDesk desk, CommentReader comments, IStoredAnswers answers, Redaction redaction)
    : IRequestHandler<RedactIncidentComment, CommentResponse>
{
    public async Task<CommentResponse> Handle(RedactIncidentComment request, CancellationToken ct)
    {
        var incident = await db.Incidents.OneAsync(request.Incident, ct);
        var comment = await comments.ForCommandAsync(incident.Id, request.CommentId, ct);
        conditions.Demand(comment, new GetIncidentComment(request.Incident, request.CommentId));

        incident.RedactComment(comment, request.Reason, desk.Act);
        await answers.RedactAsync(comment.AuthorId, comment.Id, ct);
        await redaction.OfHeirsAsync(comment.TicketId, comment.Id, request.Reason, desk.Act, ct);

        await db.SaveChangesAsync(ct);
        return await comments.AfterAsync(comment, incident, ct);
    }
}
