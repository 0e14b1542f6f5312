using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Links an incident to another ticket; the link shows at both ends. A ticket has one parent; circles are refused.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record LinkIncident(TicketKey Incident, LinkType Type, TicketKey Target) : ICommand<LinkResponse>;

internal sealed class LinkIncidentValidator : AbstractValidator<LinkIncident>
{
    public LinkIncidentValidator() => RuleFor(x => x.Type).IsInEnum();
}

internal sealed class LinkIncidentHandler(IServiceDeskDb db, ICurrentUser user, IncidentDesk desk, TicketGraph graph, TicketTies ties, LinkReader links)
    : IRequestHandler<LinkIncident, LinkResponse>
{
    public async Task<LinkResponse> Handle(LinkIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, ct);
        var target = await db.Tickets.Where(request.Target.Matches<Ticket>()).SingleOrDefaultAsync(ct)
            ?? throw RuleViolationException.Meaning("ticket.unknown", "targetId names no ticket you can see.");
        var id = request.Type is LinkType.ParentOf or LinkType.ChildOf
            ? await PlaceAsync(incident, request.Type, target, ct)
            : await LinkAsync(incident, request.Type, target, ct);

        await db.SaveChangesAsync(ct);
        return await links.GetAsync(incident.Id, id, ct);
    }

    private async Task<Guid> PlaceAsync(Incident incident, LinkType type, Ticket target, CancellationToken ct)
    {
        var (parent, child) = type == LinkType.ParentOf ? (incident, target) : (target, (Ticket)incident);
        if (parent.Id == child.Id)
            throw RuleViolationException.Meaning("ticket.link_self", "A ticket cannot be linked to itself.");
        user.Demand(Permissions.IncidentsWork, child);
        if (child.ParentId is { } other)
            throw other == parent.Id ? Linked() : new RuleViolationException("ticket.has_parent", "A ticket has one parent, and this one has another.");

        await graph.PlaceAsync(child, parent, desk.Act, ct);
        return child.Id.Value;
    }

    private async Task<Guid> LinkAsync(Incident incident, LinkType type, Ticket target, CancellationToken ct)
    {
        var (from, stored, to) = TicketLink.Stored(incident.Id, type, target.Id);
        if (await db.Set<TicketLink>().AnyAsync(l => l.FromId == from && l.ToId == to && l.Type == stored, ct))
            throw Linked();
        if (stored == LinkType.DuplicateOf && from != to)
            await graph.DemandNoDuplicateCycleAsync(from, to, ct);

        var link = TicketLink.Between(incident, type, target, await ties.BetweenAsync(incident, target, ct), desk.Act);
        db.Set<TicketLink>().Add(link);
        return link.Id.Value;
    }

    private static RuleViolationException Linked() => new("ticket.linked_already", "The two are linked like this already.");
}
