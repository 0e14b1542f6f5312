using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Replies;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Replies;

/// <summary>A ticket half written; texts in both languages, with places such as {{requester.name}}.</summary>
public sealed record TemplateResponse : IVersioned
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required LocalizedText Names { get; init; }
    public required LocalizedText Titles { get; init; }
    public required LocalizedText Descriptions { get; init; }
    public required Impact Impact { get; init; }
    public required Urgency Urgency { get; init; }
    public required NamedRef? Service { get; init; }
    public required NamedRef? Category { get; init; }

    /// <summary>The team whose queue such a ticket goes to.</summary>
    public required NamedRef? ForTeam { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required SharingScope Scope { get; init; }
    public required NamedRef? Team { get; init; }
    public required PersonRef Owner { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required long Version { get; init; }
}

/// <summary>Reads ticket templates.</summary>
public sealed class TemplateReader(IServiceDeskDb db, ICurrentUser user, SharingRules sharing)
{
    public IQueryable<TicketTemplate> Usable => sharing.Usable(db.Set<TicketTemplate>());

    public async Task<List<TemplateResponse>> ListAsync(IQueryable<TicketTemplate> templates, CancellationToken ct)
    {
        var language = user.Language;
        var french = language == "fr";
        var rows = await templates.AsNoTracking().Select(t => new
        {
            Template = t,
            Owner = db.Users.Where(u => u.Id == t.OwnerId).Select(u => u.Name).First(),
            Team = db.Teams.Where(x => x.Id == t.TeamId).Select(x => french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr).FirstOrDefault(),
            ForTeam = db.Teams.Where(x => x.Id == t.ForTeamId).Select(x => french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr).FirstOrDefault(),
            Service = db.Services.Where(x => x.Id == t.ServiceId).Select(x => french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr).FirstOrDefault(),
            Category = db.Categories.Where(x => x.Id == t.CategoryId).Select(x => french ? x.Name.Fr ?? x.Name.En : x.Name.En ?? x.Name.Fr).FirstOrDefault(),
        }).ToListAsync(ct);
        return rows.ConvertAll(r => new TemplateResponse
        {
            Id = r.Template.Id.Value,
            Name = r.Template.Name.In(language),
            Names = r.Template.Name,
            Titles = r.Template.Title,
            Descriptions = r.Template.Description,
            Impact = r.Template.Impact,
            Urgency = r.Template.Urgency,
            Service = r.Template.ServiceId is { } service ? new NamedRef(service.Value, r.Service!) : null,
            Category = r.Template.CategoryId is { } category ? new NamedRef(category.Value, r.Category!) : null,
            ForTeam = r.Template.ForTeamId is { } forTeam ? new NamedRef(forTeam.Value, r.ForTeam!) : null,
            Tags = r.Template.Tags,
            Scope = r.Template.Scope,
            Team = r.Template.TeamId is { } team ? new NamedRef(team.Value, r.Team!) : null,
            Owner = new PersonRef(r.Template.OwnerId.Value, r.Owner),
            CreatedAt = r.Template.CreatedAt,
            UpdatedAt = r.Template.UpdatedAt,
            Version = r.Template.Version,
        });
    }

    public async Task<TemplateResponse> GetAsync(TicketTemplateId id, CancellationToken ct) =>
        (await ListAsync(Usable.Where(t => t.Id == id), ct)).SingleOrDefault() ?? throw new NotFoundException("The template");
}
