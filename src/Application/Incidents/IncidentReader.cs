using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Configuration;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Organisation;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>The one way an incident becomes a response: after every command and on every read.</summary>
public sealed class IncidentReader(IServiceDeskDb db, ICurrentUser user, ISettingsReader settings, IServiceLevelReader serviceLevels, TimeProvider clock)
{
    /// <summary>Null when it is not there or not visible to the caller.</summary>
    public Task<IncidentResponse?> FindAsync(TicketKey key, CancellationToken ct) => FindAsync(db.Incidents, key, ct);

    /// <summary>What a command made of it, for who gave the command; it may have moved out of their sight with it.</summary>
    public async Task<IncidentResponse> AfterCommandAsync(TicketId id, CancellationToken ct) =>
        await FindAsync(TicketKey.Of(id), ct)
        ?? (await FindAsync(db.Incidents.IgnoreQueryFilters(["visibility"]), TicketKey.Of(id), ct) ?? throw new NotFoundException("The incident"))
            with
        { Parent = null, MergedInto = null, FollowUpOf = null };

    private async Task<IncidentResponse?> FindAsync(IQueryable<Incident> incidents, TicketKey key, CancellationToken ct)
    {
        var row = await incidents.AsNoTracking().Where(key.Matches<Incident>()).Select(Projection(user.Language == "fr")).SingleOrDefaultAsync(ct);
        if (row is null)
            return null;

        return ToResponse(row, await serviceLevels.OfAsync(row.Incident.Id.Value, ct), await settings.GetAsync(ct));
    }

    public async Task<IncidentResponse> GetAsync(TicketKey key, CancellationToken ct) =>
        await FindAsync(key, ct) ?? throw new NotFoundException("The incident");

    private Expression<Func<Incident, Row>> Projection(bool french) => t => new Row(
        t,
        db.Users.Where(u => u.Id == t.RequesterId).Select(u => u.Name).First(),
        db.Users.Where(u => u.Id == t.OpenedById).Select(u => u.Name).First(),
        db.Users.Where(u => u.Id == t.AssigneeId).Select(u => u.Name).FirstOrDefault(),
        db.Users.Where(u => t.Major != null && u.Id == t.Major.LeadId).Select(u => u.Name).FirstOrDefault(),
        db.Teams.Where(x => x.Id == t.TeamId).Select(x => french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr).FirstOrDefault(),
        db.Services.Where(x => x.Id == t.ServiceId).Select(x => french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr).FirstOrDefault(),
        db.Categories.Where(x => x.Id == t.CategoryId).Select(x => french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr).FirstOrDefault(),
        db.Sites.Where(x => x.Id == t.SiteId).Select(x => x.Name).FirstOrDefault(),
        db.Tickets.Where(x => x.Id == t.ParentId).Select(x => new TicketRef(x.Id.Value, x.Reference, x.Title)).FirstOrDefault(),
        db.Tickets.Where(x => x.Id == t.MergedIntoId).Select(x => new TicketRef(x.Id.Value, x.Reference, x.Title)).FirstOrDefault(),
        db.Tickets.Where(x => x.Id == t.FollowUpOfId).Select(x => new TicketRef(x.Id.Value, x.Reference, x.Title)).FirstOrDefault(),
        db.Set<ConfigurationItem>().Where(c => t.Items.Any(i => i.ConfigurationItemId == c.Id)).OrderBy(c => c.Name)
            .Select(c => new ConfigurationItemRef(c.Id.Value, c.Name, c.Type)).ToList());

    private IncidentResponse ToResponse(Row row, IReadOnlyList<ServiceLevelResponse> clocks, OrganisationSettings rules)
    {
        var (t, now) = (row.Incident, clock.GetUtcNow());
        var facts = IncidentFacts.Of(t);
        var judged = IncidentLifecycle.Allowed(t.State)
            .Select(x => (Verb: IncidentLifecycle.Verb(x), Refusal: IncidentRules.Refusal(x, facts, user, rules.ReopenWindow, now))).ToList();
        return new IncidentResponse
        {
            Id = t.Id.Value,
            Reference = t.Reference,
            Title = t.Title,
            Description = t.Description,
            State = t.State,
            Impact = t.Impact,
            Urgency = t.Urgency,
            Priority = t.Priority,
            PriorityOverride = t.PriorityOverride,
            Channel = t.Channel,
            CreatedVia = t.CreatedVia,
            Requester = new PersonRef(t.RequesterId.Value, row.Requester),
            OpenedBy = new PersonRef(t.OpenedById.Value, row.OpenedBy),
            Team = t.TeamId is { } team ? new NamedRef(team.Value, row.Team!) : null,
            Assignee = t.AssigneeId is { } assignee ? new PersonRef(assignee.Value, row.Assignee!) : null,
            Supplier = null,
            Service = t.ServiceId is { } service ? new NamedRef(service.Value, row.Service!) : null,
            Category = t.CategoryId is { } category ? new NamedRef(category.Value, row.Category!) : null,
            Site = t.SiteId is { } site ? new NamedRef(site.Value, row.Site!) : null,
            ConfigurationItems = row.Items,
            Parent = row.Parent,
            MergedInto = row.MergedInto,
            FollowUpOf = row.FollowUpOf,
            Restricted = t.Restricted,
            Tags = t.Tags,
            CustomFields = JsonElement.Parse(t.CustomFields),
            ExternalReference = t.ExternalReference,
            OpenedAt = t.OpenedAt,
            UpdatedAt = user.UpdatedAtOf(t),
            ResolvedAt = t.ResolvedAt,
            ClosedAt = t.ClosedAt,
            ClosesAt = rules.AutoClose && t.ClosesByItself && t.Major is null ? t.ResolvedAt + rules.ReopenWindow : null,
            ReopenCount = t.ReopenCount,
            ReassignmentCount = t.ReassignmentCount,
            Pending = t.Pending is { } p ? new PendingResponse(p.Reason, p.Until, p.Since) : null,
            Resolution = t.Resolution,
            Major = t.Major is { } m ? new MajorIncidentResponse(new PersonRef(m.LeadId.Value, row.Lead!), m.Summary, m.DeclaredAt, m.Status, m.NextUpdateAt) : null,
            ServiceLevels = clocks,
            AllowedTransitions = [.. judged.Where(j => j.Refusal is null).Select(j => j.Verb)],
            RefusedTransitions = [.. judged.Where(j => j.Refusal is not null).Select(j => new RefusedTransition(j.Verb, j.Refusal!.Code))],
            ConversationVersion = t.ConversationVersion,
            Version = user.VersionOf(t),
        };
    }

    private sealed record Row(
        Incident Incident, string Requester, string OpenedBy, string? Assignee, string? Lead, string? Team, string? Service, string? Category,
        string? Site, TicketRef? Parent, TicketRef? MergedInto, TicketRef? FollowUpOf, List<ConfigurationItemRef> Items);
}
