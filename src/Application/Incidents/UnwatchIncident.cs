using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Incidents;

/// <summary>Lets somebody follow an incident no longer: everybody themselves, the requester of an unrestricted one and those who work on incidents anybody.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record UnwatchIncident(TicketKey Incident, Guid UserId) : ICommand<Unit>, IOnOneTicket;

internal sealed class UnwatchIncidentHandler(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, IncidentDesk desk)
    : IRequestHandler<UnwatchIncident, Unit>
{
    public async Task<Unit> Handle(UnwatchIncident request, CancellationToken ct)
    {
        var incident = await db.Incidents.Include(i => i.Watchers).ForCommandAsync(request.Incident, conditions, user, ct);
        var watcher = new UserId(request.UserId);
        if (watcher != user.Id && !user.May(Permissions.IncidentsWork, incident) && !incident.IsSharedBy(user.Id))
            throw new ForbiddenException(Permissions.IncidentsWork);
        if (!incident.RemoveWatcher(watcher, desk.Act))
            throw new NotFoundException("The watcher");

        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
