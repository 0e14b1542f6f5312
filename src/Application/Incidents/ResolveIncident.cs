using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Says that service is restored, and how; the text is shown to the requester, who may reopen within the window.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record ResolveIncident(TicketKey Incident, ResolutionCode Code, string Text, long? ConversationVersion) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class ResolveIncidentValidator : AbstractValidator<ResolveIncident>
{
    public ResolveIncidentValidator() => RuleFor(x => x.Text).NotEmpty().MaximumLength(Resolution.TextMaxLength);
}

internal sealed class ResolveIncidentHandler(IncidentDesk desk, ISettingsReader settings, ConversationCheck conversation)
    : IRequestHandler<ResolveIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(ResolveIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, IncidentTransition.Resolve, ct);
        await conversation.DemandCurrentAsync(incident, request.ConversationVersion, ct);

        incident.Resolve(new Resolution(request.Code, request.Text), (await settings.GetAsync(ct)).FirstContactWindow, desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
