using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Configuration;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// Changes what is given, as one command. The requester may correct title and description; the rest is for those who work on
/// incidents, "requesterId" and "restricted" by rights of their own. A closed incident takes only tags and "restricted".
/// </summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record UpdateIncident(TicketKey Incident) : ICommand<IncidentResponse>
{
    public Optional<string> Title { get; init; }
    public Optional<string> Description { get; init; }
    public Optional<Impact?> Impact { get; init; }
    public Optional<Urgency?> Urgency { get; init; }
    public Optional<Guid?> ServiceId { get; init; }
    public Optional<Guid?> CategoryId { get; init; }
    public Optional<Guid?> SiteId { get; init; }
    public Optional<IReadOnlyList<string>> Tags { get; init; }
    public Optional<JsonElement?> CustomFields { get; init; }
    public Optional<bool?> Restricted { get; init; }
    public Optional<Guid?> ParentId { get; init; }
    public Optional<IReadOnlyList<Guid>> ConfigurationItemIds { get; init; }
    public Optional<Guid?> RequesterId { get; init; }

    internal bool Classifies => Impact.IsPresent || Urgency.IsPresent || ServiceId.IsPresent || CategoryId.IsPresent || SiteId.IsPresent;

    internal bool Describes => Title.IsPresent || Description.IsPresent;

    internal bool NeedsWork =>
        Classifies || Tags.IsPresent || CustomFields.IsPresent || ParentId.IsPresent || ConfigurationItemIds.IsPresent;

    /// <summary>More than a closed incident takes.</summary>
    internal bool NeedsOpen =>
        Describes || Classifies || CustomFields.IsPresent || ParentId.IsPresent || ConfigurationItemIds.IsPresent || RequesterId.IsPresent;
}

internal sealed class UpdateIncidentValidator : AbstractValidator<UpdateIncident>
{
    public UpdateIncidentValidator()
    {
        RuleFor(x => x.Title).Must(t => !t.IsPresent || (TextRules.CanBeSeen(t.Value) && t.Value!.Length <= Ticket.TitleMaxLength))
            .WithMessage($"Between 1 and {Ticket.TitleMaxLength} characters.");
        RuleFor(x => x.Description).Must(d => d.Value is null || d.Value.Length <= Ticket.DescriptionMaxLength)
            .WithMessage($"At most {Ticket.DescriptionMaxLength} characters.");
        RuleFor(x => x.Impact).Must(i => !i.IsPresent || i.Value is not null).WithMessage("The impact cannot be cleared.");
        RuleFor(x => x.Urgency).Must(u => !u.IsPresent || u.Value is not null).WithMessage("The urgency cannot be cleared.");
        RuleFor(x => x.Restricted).Must(r => !r.IsPresent || r.Value is not null).WithMessage("True or false.");
        RuleFor(x => x.RequesterId).Must(r => !r.IsPresent || r.Value is not null).WithMessage("The requester cannot be cleared.");
        RuleFor(x => x.Tags).Must(t => t.Value is null || (t.Value.Count <= Ticket.MaxTags && t.Value.All(IsTag)))
            .WithMessage($"At most {Ticket.MaxTags} tags of 1 to {Ticket.TagMaxLength} characters.");
        RuleFor(x => x.ConfigurationItemIds).Must(i => i.Value is null || i.Value.Count <= 50).WithMessage("At most 50 configuration items.");
        RuleFor(x => x.CustomFields).Must(f => f.Value is null || f.Value.Value.ValueKind == JsonValueKind.Object).WithMessage("An object by field key.");
    }

    private static bool IsTag(string? tag) => !string.IsNullOrWhiteSpace(tag) && tag.Length <= Ticket.TagMaxLength;
}

internal sealed class UpdateIncidentHandler(
    IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, IncidentDesk desk, TicketGraph graph, CustomFieldChecks customFields,
    ITicketForms forms)
    : IRequestHandler<UpdateIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(UpdateIncident request, CancellationToken ct)
    {
        var incident = await db.Incidents.Include(i => i.Items).ForCommandAsync(request.Incident, conditions, user, ct);
        Demand(request, incident);

        var act = desk.Act;
        await CheckReferencesAsync(request, incident, ct);
        if (request.Describes)
            incident.Describe(request.Title.Or(incident.Title)!, request.Description.Or(incident.Description) ?? "", act);
        if (request.RequesterId is { IsPresent: true, Value: { } requester })
            incident.ChangeRequester(new UserId(requester), act);
        if (request.Classifies)
            incident.Classify(Classification(request, incident), await forms.MatrixAsync(Practice.Incident, ct), act);
        if (request.Tags.IsPresent)
            incident.Tag(request.Tags.Value ?? [], act);
        if (request.CustomFields.IsPresent)
            await FillAsync(incident, request.CustomFields.Value, act, ct);
        if (request.ConfigurationItemIds.IsPresent)
            incident.Concern((request.ConfigurationItemIds.Value ?? []).Select(i => new ConfigurationItemId(i)), act);
        // First: who may know of it decides how far its new parent tells of it.
        if (request.Restricted is { IsPresent: true, Value: { } restricted })
            incident.Restrict(restricted, act);
        if (request.ParentId.IsPresent)
            await graph.PlaceAsync(incident, request.ParentId.Value is { } parent ? new TicketId(parent) : null, act, ct);

        return await desk.SaveAsync(incident, ct);
    }

    // Null clears every field there is, as far as its definition lets it be cleared.
    private async Task FillAsync(Incident incident, JsonElement? patch, Act act, CancellationToken ct)
    {
        var current = JsonNode.Parse(incident.CustomFields)!.AsObject();
        var wanted = patch ?? JsonSerializer.SerializeToElement(current.ToDictionary(f => f.Key, _ => (object?)null));
        var filled = await customFields.ForChangeAsync(Practice.Incident, incident.CustomFields, wanted, ct);
        if (!JsonNode.DeepEquals(current, JsonNode.Parse(filled)))
            incident.Fill(filled, act);
    }

    private void Demand(UpdateIncident request, Incident incident)
    {
        var theirs = user.Id == incident.RequesterId || user.Id == incident.OpenedById;
        if (request.NeedsWork || (request.Describes && !theirs))
            user.Demand(Permissions.IncidentsWork, incident);
        if (request.RequesterId.IsPresent)
            user.Demand(Permissions.IncidentsOpenForOthers, incident);
        if (request.Restricted.IsPresent && request.Restricted.Value != incident.Restricted)
            user.Demand(Permissions.TicketsRestrict, incident);
        if (request.NeedsOpen && incident.State is TicketState.Closed or TicketState.Cancelled)
            throw new RuleViolationException("ticket.closed", "This ticket is closed; only its tags and its restriction can still be changed.");
        if (incident.Major is not null && request.Restricted is { IsPresent: true, Value: true })
            throw new RuleViolationException("incident.major", "Everybody is told of a major incident: it cannot be restricted.");
    }

    private static Classification Classification(UpdateIncident r, Incident i) => new(
        r.Impact.IsPresent ? r.Impact.Value!.Value : i.Impact,
        r.Urgency.IsPresent ? r.Urgency.Value!.Value : i.Urgency,
        r.ServiceId.IsPresent ? Typed<ServiceId>(r.ServiceId.Value) : i.ServiceId,
        r.CategoryId.IsPresent ? Typed<CategoryId>(r.CategoryId.Value) : i.CategoryId,
        r.SiteId.IsPresent ? Typed<SiteId>(r.SiteId.Value) : i.SiteId);

    // What is named anew must be there and in use; what the ticket has already may stay though it went out of use.
    private async Task CheckReferencesAsync(UpdateIncident request, Incident incident, CancellationToken ct)
    {
        var service = Typed<ServiceId>(request.ServiceId.Value);
        var category = Typed<CategoryId>(request.CategoryId.Value);
        var site = Typed<SiteId>(request.SiteId.Value);
        var requester = Typed<UserId>(request.RequesterId.Value);
        var items = (request.ConfigurationItemIds.Value ?? []).Distinct().Select(i => new ConfigurationItemId(i))
            .Where(i => incident.Items.All(had => had.ConfigurationItemId != i)).ToList();
        if (service is null && category is null && site is null && requester is null && items.Count == 0)
            return;

        var known = await db.Settings.AsNoTracking().Select(_ => new
        {
            Service = service == null || service == incident.ServiceId || db.Services.Any(s => s.Id == service && s.Active),
            Category = category == null || category == incident.CategoryId || db.Categories.Any(c => c.Id == category && c.Active),
            Site = site == null || site == incident.SiteId || db.Sites.Any(s => s.Id == site && s.Active),
            Requester = requester == null || requester == incident.RequesterId || db.Users.Any(u => u.Id == requester && u.Active),
            Items = items.Count == 0 ? 0 : db.Set<ConfigurationItem>().Count(c => items.Contains(c.Id) && c.Active),
        }).SingleAsync(ct);
        Require(known.Service, "service.unknown", "serviceId names no active service.");
        Require(known.Category, "category.unknown", "categoryId names no active category.");
        Require(known.Site, "site.unknown", "siteId names no active site.");
        Require(known.Requester, "requester.unknown", "requesterId names nobody who is active.");
        Require(known.Items == items.Count, "configuration_item.unknown", "configurationItemIds names an item that is not there.");
    }

    private static TId? Typed<TId>(Guid? value)
        where TId : struct, ITypedId<TId> => value is { } v ? TId.From(v) : null;

    private static void Require(bool condition, string code, string message)
    {
        if (!condition)
            throw RuleViolationException.Meaning(code, message);
    }
}
