using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Takes a link away, from either end. What a merge linked is taken back by unmerge.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record UnlinkIncident(TicketKey Incident, Guid LinkId) : ICommand<Unit>;

internal sealed class UnlinkIncidentHandler(IServiceDeskDb db, ICurrentUser user, IncidentDesk desk, TicketTies ties) : IRequestHandler<UnlinkIncident, Unit>
{
    public async Task<Unit> Handle(UnlinkIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, ct);
        var id = new TicketLinkId(request.LinkId);
        var link = await db.Set<TicketLink>().SingleOrDefaultAsync(l => l.Id == id && (l.FromId == incident.Id || l.ToId == incident.Id), ct);
        if (link is null)
            await DetachAsync(incident, new TicketId(request.LinkId), ct);
        else
            await RemoveAsync(incident, link, ct);

        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }

    private async Task RemoveAsync(Incident incident, TicketLink link, CancellationToken ct)
    {
        var other = await OtherAsync(link.OtherEnd(incident.Id), ct);
        var tie = await ties.BetweenAsync(incident, other, ct);
        incident.Note(TicketEventType.LinkRemoved, "links", desk.Act, new { Type = link.From(incident.Id), Ticket = other.Id.Value }, tie.OnOne);
        other.Note(TicketEventType.LinkRemoved, "links", desk.Act, new { Type = link.From(other.Id), Ticket = incident.Id.Value }, tie.OnOther);
        db.Set<TicketLink>().Remove(link);
    }

    // A parent link has the child's id.
    private async Task DetachAsync(Incident incident, TicketId childId, CancellationToken ct)
    {
        var child = incident.Id == childId ? incident : await OtherAsync(childId, ct);
        if (child.ParentId is not { } parentId || (child.Id != incident.Id && parentId != incident.Id))
        {
            if (child.MergedIntoId is { } survivor && (child.Id == incident.Id || survivor == incident.Id))
                throw new RuleViolationException("ticket.link_of_merge", "This link comes of a merge: take the merge back instead.");
            throw new NotFoundException("The link");
        }

        var parent = parentId == incident.Id ? incident : await OtherAsync(parentId, ct);
        user.Demand(Permissions.IncidentsWork, child);
        var tie = await ties.BetweenAsync(child, parent, ct);
        child.BecomeChildOf(null, tie.OnOne, desk.Act);
        parent.Note(TicketEventType.LinkRemoved, "links", desk.Act, new { Type = LinkType.ParentOf, Ticket = child.Id.Value }, tie.OnOther);
    }

    private async Task<Ticket> OtherAsync(TicketId id, CancellationToken ct) =>
        await db.Tickets.SingleOrDefaultAsync(t => t.Id == id, ct) ?? throw new NotFoundException("The link");
}
