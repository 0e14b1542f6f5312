using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>Tells everybody what is known now and when the next update comes: by the lead, or by those who may declare a major incident.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record UpdateMajorIncident(TicketKey Incident, string Status, DateTimeOffset? NextUpdate) : ICommand<IncidentResponse>;

internal sealed class UpdateMajorIncidentValidator : AbstractValidator<UpdateMajorIncident>
{
    public UpdateMajorIncidentValidator() => RuleFor(x => x.Status).NotEmpty().MaximumLength(MajorIncident.SummaryMaxLength);
}

internal sealed class UpdateMajorIncidentHandler(ICurrentUser user, IncidentDesk desk) : IRequestHandler<UpdateMajorIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(UpdateMajorIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, ct);
        if (incident.Major?.LeadId != user.Id)
            user.Demand(Permissions.IncidentsDeclareMajor, incident);
        if (request.NextUpdate <= desk.Act.At)
            throw RuleViolationException.Meaning("incident.next_update_past", "The next update must lie in the future.");

        incident.UpdateMajor(request.Status, request.NextUpdate, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
