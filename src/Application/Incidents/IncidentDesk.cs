using ServiceDesk.Application.Common;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;

namespace ServiceDesk.Application.Incidents;

/// <summary>What every command on an incident does around its one verb: load it, ask the rules, save once, read it back.</summary>
public sealed class IncidentDesk(
    IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, ISettingsReader settings, IncidentReader reader, TimeProvider clock)
{
    /// <summary>The caller, now.</summary>
    public Act Act => new(user.Id, clock.GetUtcNow());

    /// <summary>Loads it for an edit that is no transition.</summary>
    public Task<Incident> LoadAsync(TicketKey key, CancellationToken ct) => db.Incidents.ForCommandAsync(key, conditions, user, ct);

    /// <summary>Loads it and makes sure that the transition is possible, and for this caller.</summary>
    public async Task<Incident> LoadAsync(TicketKey key, IncidentTransition transition, CancellationToken ct)
    {
        var incident = await LoadAsync(key, ct);
        await DemandAsync(incident, transition, ct);
        return incident;
    }

    /// <summary>Makes sure that the transition is possible for an incident that is loaded already, and for this caller.</summary>
    public async Task DemandAsync(Incident incident, IncidentTransition transition, CancellationToken ct) =>
        IncidentRules.Demand(transition, IncidentFacts.Of(incident), user, (await settings.GetAsync(ct)).ReopenWindow, clock.GetUtcNow());

    public async Task<IncidentResponse> SaveAsync(Incident incident, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return await reader.AfterCommandAsync(incident.Id, ct);
    }
}
