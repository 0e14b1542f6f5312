using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// "Me too": who sees the major incident follows it, who does not is affected by it and hears its public updates; or the caller's own ticket
/// is put below it. Answers the major incident, to who does not see it as everybody knows it; with a ticket that ticket.
/// </summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record JoinMajorIncident(TicketKey Incident, TicketKey? Ticket) : ICommand<JoinAnswer>;

/// <summary>One of the two: the whole ticket, or what everybody may know of the major incident (ruling 16).</summary>
public sealed record JoinAnswer(IncidentResponse? Ticket, MajorIncidentNotice? Notice);

internal sealed class JoinMajorIncidentHandler(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, IncidentDesk desk, TicketGraph graph)
    : IRequestHandler<JoinMajorIncident, JoinAnswer>
{
    public async Task<JoinAnswer> Handle(JoinMajorIncident request, CancellationToken ct)
    {
        var me = user.Id;
        var known = await PublicMajors.Of(db).AnyAsync(request.Incident.Matches<Incident>(), ct) ? PublicMajors.Of(db) : db.Incidents;
        var major = await known.Include(i => i.Watchers.Where(w => w.UserId == me)).ForCommandAsync(request.Incident, conditions, user, ct);
        await desk.DemandAsync(major, IncidentTransition.Join, ct);
        if (request.Ticket is { } key)
            return new JoinAnswer(await desk.SaveAsync(await PlaceAsync(key, major, ct), ct), null);

        if (!await db.Incidents.AnyAsync(i => i.Id == major.Id, ct))
            return new JoinAnswer(null, await AffectAsync(major, ct));

        if (major.AddWatcher(me, desk.Act))
            major.Note(TicketEventType.Joined, "watchers", desk.Act, new { User = me.Value });
        return new JoinAnswer(await desk.SaveAsync(major, ct), null);
    }

    private async Task<MajorIncidentNotice> AffectAsync(Incident major, CancellationToken ct)
    {
        var me = user.Id;
        if (!await db.Set<AffectedPerson>().AnyAsync(a => a.TicketId == major.Id && a.UserId == me, ct))
            db.Set<AffectedPerson>().Add(AffectedPerson.By(major, me, desk.Act));
        await db.SaveChangesAsync(ct);
        return await PublicMajors.Of(db).AsNoTracking().Where(i => i.Id == major.Id).Select(PublicMajors.Notice(db, me)).SingleAsync(ct);
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
