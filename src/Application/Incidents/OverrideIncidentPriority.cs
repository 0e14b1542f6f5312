using FluentValidation;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Sets the priority by hand, with a reason that reports show; priority null takes it back to what the matrix says.</summary>
[Permission(Permissions.IncidentsOverridePriority)]
public sealed record OverrideIncidentPriority(TicketKey Incident, Priority? Priority, string? Reason) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class OverrideIncidentPriorityValidator : AbstractValidator<OverrideIncidentPriority>
{
    public OverrideIncidentPriorityValidator()
    {
        RuleFor(x => x.Reason).NotEmpty().When(x => x.Priority is not null);
        RuleFor(x => x.Reason).MaximumLength(PriorityOverride.ReasonMaxLength);
    }
}

internal sealed class OverrideIncidentPriorityHandler(ITicketForms forms, IncidentDesk desk) : IRequestHandler<OverrideIncidentPriority, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(OverrideIncidentPriority request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.OverridePriority, ct);
        var matrix = await forms.MatrixAsync(Practice.Incident, ct);

        incident.OverridePriority(request.Priority is { } priority ? new PriorityOverride(priority, request.Reason!) : null, matrix, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
