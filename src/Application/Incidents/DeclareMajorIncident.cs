using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Incidents;

/// <summary>Makes it a major incident: one lead, a summary everybody can read, status updates until it is over.</summary>
[Permission(Permissions.IncidentsDeclareMajor)]
public sealed record DeclareMajorIncident(TicketKey Incident, Guid LeadId, string Summary) : ICommand<IncidentResponse>;

internal sealed class DeclareMajorIncidentValidator : AbstractValidator<DeclareMajorIncident>
{
    public DeclareMajorIncidentValidator() => RuleFor(x => x.Summary).NotEmpty().MaximumLength(MajorIncident.SummaryMaxLength);
}

internal sealed class DeclareMajorIncidentHandler(IServiceDeskDb db, IncidentDesk desk) : IRequestHandler<DeclareMajorIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(DeclareMajorIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.DeclareMajor, ct);
        var lead = new UserId(request.LeadId);
        if (!await db.Teams.AnyAsync(t => t.Active && t.Members.Any(m => m.UserId == lead && db.Users.Any(u => u.Id == m.UserId && u.Active)), ct))
            throw RuleViolationException.Meaning("incident.lead_unknown", "leadId names nobody who is active and member of a team.");

        incident.DeclareMajor(lead, request.Summary, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
