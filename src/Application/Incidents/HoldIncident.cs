using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Puts an incident on hold for a reason, until an instant if that is known, with a message to the requester if wanted.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record HoldIncident(TicketKey Incident, PendingReason Reason, DateTimeOffset? Until, string? Comment) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class HoldIncidentValidator : AbstractValidator<HoldIncident>
{
    public HoldIncidentValidator() => RuleFor(x => x.Comment).MaximumLength(Comment.BodyMaxLength);
}

internal sealed class HoldIncidentHandler(IncidentDesk desk) : IRequestHandler<HoldIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(HoldIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.Hold, ct);

        if (!string.IsNullOrWhiteSpace(request.Comment))
            incident.AddComment(request.Comment, Visibility.Public, byStaff: true, desk.Act);
        incident.Hold(request.Reason, request.Until, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
