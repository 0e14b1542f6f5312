using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// Makes somebody follow an incident: everybody themselves what they see, the requester of an unrestricted one their colleagues, those
/// who work on incidents anybody. Who watches an unrestricted incident sees it.
/// </summary>
[Permission(Permissions.IncidentsRead)]
public sealed record WatchIncident(TicketKey Incident, Guid UserId) : ICommand<WatcherResponse>, IOnOneTicket;

internal sealed class WatchIncidentHandler(IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, IncidentDesk desk)
    : IRequestHandler<WatchIncident, WatcherResponse>
{
    public async Task<WatcherResponse> Handle(WatchIncident request, CancellationToken ct)
    {
        var incident = await db.Incidents.Include(i => i.Watchers).ForCommandAsync(request.Incident, conditions, user, ct);
        var watcher = new UserId(request.UserId);
        if (watcher != user.Id && !user.May(Permissions.IncidentsWork, incident) && !incident.IsSharedBy(user.Id))
            throw new ForbiddenException(Permissions.IncidentsWork);
        var name = await db.Users.Where(u => u.Id == watcher && u.Active).Select(u => u.Name).SingleOrDefaultAsync(ct)
            ?? throw RuleViolationException.Meaning("watcher.unknown", "userId names nobody who is active.");

        incident.AddWatcher(watcher, desk.Act);

        await db.SaveChangesAsync(ct);
        return new WatcherResponse(new PersonRef(request.UserId, name), null);
    }
}
