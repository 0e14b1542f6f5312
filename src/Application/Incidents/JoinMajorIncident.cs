using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// "Me too": the caller follows a major incident and from then on sees it, or their own ticket is put below it. Answers the
/// major incident, or with a ticket that ticket.
/// </summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record JoinMajorIncident(TicketKey Incident, TicketKey? Ticket) : ICommand<IncidentResponse>;

internal sealed class JoinMajorIncidentHandler(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, IncidentDesk desk, TicketGraph graph)
    : IRequestHandler<JoinMajorIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(JoinMajorIncident request, CancellationToken ct)
    {
        var me = user.Id;
        var known = await PublicMajors.Of(db).AnyAsync(request.Incident.Matches<Incident>(), ct) ? PublicMajors.Of(db) : db.Incidents;
        var major = await known.Include(i => i.Watchers.Where(w => w.UserId == me)).ForCommandAsync(request.Incident, conditions, user, ct);
        await desk.DemandAsync(major, IncidentTransition.Join, ct);
        if (request.Ticket is { } key)
            return await desk.SaveAsync(await PlaceAsync(key, major, ct), ct);

        if (major.AddWatcher(me, desk.Act))
            major.Note(TicketEventType.Joined, "watchers", desk.Act, new { User = me.Value });
        return await desk.SaveAsync(major, ct);
    }

    private async Task<Incident> PlaceAsync(TicketKey key, Incident major, CancellationToken ct)
    {
        var own = await db.Incidents.Where(key.Matches<Incident>()).SingleOrDefaultAsync(ct)
            ?? throw RuleViolationException.Meaning("ticket.unknown", "ticketId names no incident you can see.");
        if (own.RequesterId != user.Id && own.OpenedById != user.Id && !user.May(Permissions.IncidentsWork, own))
            throw new ForbiddenException(Permissions.IncidentsWork);
        if (own.ParentId == major.Id)
            return own;
        if (own.ParentId is not null)
            throw new RuleViolationException("ticket.has_parent", "A ticket has one parent, and this one has another.");
        if (!own.IsOpen)
            throw new RuleViolationException("ticket.not_open", "This ticket is no longer open.");

        var told = await graph.PlaceAsync(own, major, desk.Act, ct);
        major.Note(TicketEventType.Joined, "links", desk.Act, new { Ticket = own.Id.Value }, told);
        return own;
    }
}
