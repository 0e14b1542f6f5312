using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// Makes a new incident from one message, for the same requester, classified alike and linked as related; the origin stays as it
/// is. Answers the new incident.
/// </summary>
[Permission(Permissions.IncidentsWork)]
public sealed record SplitIncident(TicketKey Incident, Guid CommentId, string Title) : ICommand<IncidentResponse>;

internal sealed class SplitIncidentValidator : AbstractValidator<SplitIncident>
{
    public SplitIncidentValidator() => RuleFor(x => x.Title).NotEmpty().MaximumLength(Ticket.TitleMaxLength).IsSeen();
}

internal sealed class SplitIncidentHandler(IServiceDeskDb db, IncidentDesk desk, CommentReader comments, IncidentHeirs heirs)
    : IRequestHandler<SplitIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(SplitIncident request, CancellationToken ct)
    {
        var origin = await desk.LoadAsync(request.Incident, IncidentTransition.Split, ct);
        var comment = await comments.ForCommandAsync(origin.Id, request.CommentId, ct);
        if (comment.Visibility == Visibility.Internal)
            throw RuleViolationException.Meaning("incident.split_internal", "An internal note cannot become an incident that its requester reads.");
        if (comment.RedactedAt is not null)
            throw new RuleViolationException("comment.redacted", "This comment was redacted: nothing is left to make an incident of.");

        // Both are the same requester's, who so sees both.
        var split = await heirs.OpenAsync(origin, request.Title, comment.Body, followUp: false, ct);
        split.Note(TicketEventType.SplitFrom, "links", desk.Act, new { Ticket = origin.Id.Value, Comment = comment.Id });
        origin.Note(TicketEventType.SplitInto, "links", desk.Act, new { Ticket = split.Id.Value, Comment = comment.Id });
        db.Set<TicketLink>().Add(TicketLink.Between(split, LinkType.RelatedTo, origin, TieVisibility.Public, desk.Act));

        return await desk.SaveAsync(split, ct);
    }
}
