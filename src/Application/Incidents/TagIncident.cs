using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Adds tags and takes some away, whatever others it has: two people tagging at once lose nothing.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record TagIncident(TicketKey Incident, IReadOnlyList<string>? Add, IReadOnlyList<string>? Remove) : ICommand<IncidentResponse>, IOnOneTicket;

internal sealed class TagIncidentValidator : AbstractValidator<TagIncident>
{
    public TagIncidentValidator()
    {
        RuleFor(x => x.Add).NotEmpty().When(x => x.Remove is null or { Count: 0 }).WithMessage("Tags to add or to remove.");
        RuleForEach(x => x.Add).NotEmpty().MaximumLength(Ticket.TagMaxLength);
        RuleFor(x => x.Add).Must(a => a is null || a.Count <= Ticket.MaxTags).WithMessage($"At most {Ticket.MaxTags} tags.");
        RuleFor(x => x.Remove).Must(r => r is null || r.Count <= Ticket.MaxTags).WithMessage($"At most {Ticket.MaxTags} tags.");
    }
}

internal sealed class TagIncidentHandler(IncidentDesk desk) : IRequestHandler<TagIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(TagIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, ct);
        var removed = (request.Remove ?? []).Select(t => t.Trim().ToLowerInvariant()).ToHashSet();

        incident.Tag([.. incident.Tags.Where(t => !removed.Contains(t)), .. request.Add ?? []], desk.Act);

        return await desk.SaveAsync(incident, ct);
    }
}
