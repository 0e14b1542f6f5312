using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Configuration;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Turns the words of an opening into a <see cref="NewTicket"/>: every id must name something that is there and in use.</summary>
public sealed class OpeningChecks(IServiceDeskDb db, ICurrentUser user, CustomFieldChecks customFields)
{
    public async Task<NewTicket> CheckAsync(OpenIncident request, CancellationToken ct)
    {
        var others = user.May(Permissions.IncidentsOpenForOthers);
        var requester = others && request.RequesterId is { } asked ? new UserId(asked) : user.Id;
        var (team, service, category, site) = (Typed<TeamId>(request.TeamId), Typed<ServiceId>(request.ServiceId),
            Typed<CategoryId>(request.CategoryId), Typed<SiteId>(request.SiteId));
        var items = (request.ConfigurationItemIds ?? []).Distinct().Select(i => new ConfigurationItemId(i)).ToList();
        var parent = request.ParentId is { } p ? new TicketId(p) : (TicketId?)null;

        // One round trip answers for all of them, and takes the number.
        var known = await db.Settings.AsNoTracking().Select(_ => new
        {
            Number = TicketNumbers.Next("incident_number"),
            Requester = db.Users.Where(u => u.Id == requester && u.Active).Select(u => new { u.SiteId }).FirstOrDefault(),
            Team = team == null || db.Teams.Any(t => t.Id == team && t.Active),
            Service = service == null || db.Services.Any(s => s.Id == service && s.Active),
            Category = category == null || db.Categories.Any(c => c.Id == category && c.Active),
            DefaultTeam = team != null ? null : db.Categories.Where(c => c.Id == category && db.Teams.Any(t => t.Id == c.DefaultTeamId && t.Active))
                .Select(c => c.DefaultTeamId).FirstOrDefault(),
            Site = site == null || db.Sites.Any(s => s.Id == site && s.Active),
            Items = items.Count == 0 ? 0 : db.Set<ConfigurationItem>().Count(c => items.Contains(c.Id) && c.Active),
            Parent = parent == null || db.Tickets.Any(t => t.Id == parent),
        }).SingleAsync(ct);

        Require(known.Requester is not null, "requester.unknown", "requesterId names nobody who is active.");
        Require(known.Team, "team.unknown", "teamId names no active team.");
        Require(known.Service, "service.unknown", "serviceId names no active service.");
        Require(known.Category, "category.unknown", "categoryId names no active category.");
        Require(known.Site, "site.unknown", "siteId names no active site.");
        Require(known.Items == items.Count, "configuration_item.unknown", "configurationItemIds names an item that is not there.");
        Require(known.Parent, "ticket.unknown", "parentId names no ticket you can see.");
        if (request.Restricted == true && !others)
            throw new ForbiddenException(Permissions.IncidentsOpenForOthers);

        return new NewTicket(known.Number, request.Title, request.Description, request.Impact, request.Urgency, ChannelOf(request), requester)
        {
            TeamId = team ?? known.DefaultTeam,
            ServiceId = service,
            CategoryId = category,
            SiteId = site ?? known.Requester!.SiteId,
            ConfigurationItemIds = items,
            Restricted = request.Restricted ?? false,
            ParentId = parent,
            Tags = request.Tags,
            CustomFields = await customFields.ForOpeningAsync(Practice.Incident, request.CustomFields, ct),
            ExternalReference = request.ExternalReference,
            CreatedVia = user.Via,
        };
    }

    private Channel ChannelOf(OpenIncident request) =>
        request.Channel is { } asked && user.May(Permissions.IncidentsOpenForOthers) ? asked
        : user.Via == "token" ? Channel.Api
        : Channel.Portal;

    private static TId? Typed<TId>(Guid? value)
        where TId : struct, ITypedId<TId> => value is { } v ? TId.From(v) : null;

    private static void Require(bool condition, string code, string message)
    {
        if (!condition)
            throw RuleViolationException.Meaning(code, message);
    }
}
