using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>Ends an incident that needs no work after all; its clocks are cancelled.</summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record CancelIncident(TicketKey Incident, string Reason) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class CancelIncidentValidator : AbstractValidator<CancelIncident>
{
    public CancelIncidentValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(2_000);
}

internal sealed class CancelIncidentHandler(IncidentDesk desk) : IRequestHandler<CancelIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(CancelIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.Cancel, ct);

        incident.Cancel(request.Reason, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
