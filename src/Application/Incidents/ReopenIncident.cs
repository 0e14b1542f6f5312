using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Says that it was not solved after all, within the reopen window.</summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record ReopenIncident(TicketKey Incident, string Text) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class ReopenIncidentValidator : AbstractValidator<ReopenIncident>
{
    public ReopenIncidentValidator() => RuleFor(x => x.Text).NotEmpty().MaximumLength(Comment.BodyMaxLength);
}

internal sealed class ReopenIncidentHandler(IServiceDeskDb db, IncidentDesk desk, ISettingsReader settings) : IRequestHandler<ReopenIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(ReopenIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.Reopen, ct);
        var gone = incident.AssigneeId is { } assignee && !await db.Teams.AnyAsync(
            t => t.Id == incident.TeamId && t.Members.Any(m => m.UserId == assignee) && db.Users.Any(u => u.Id == assignee && u.Active), ct);

        incident.Reopen(request.Text, (await settings.GetAsync(ct)).ReopenWindow, gone, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
