using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Replies;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Replies;

/// <summary>Writes a ticket template: for oneself, for a team of one's own, or with the right for everybody.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record WriteTemplate(TemplateInput Template) : ICommand<TemplateResponse>;

/// <summary>Writes a ticket template anew: by its owner, or a shared one by those who manage replies.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record RewriteTemplate(Guid TemplateId, TemplateInput Template) : ICommand<TemplateResponse>;

/// <summary>What a ticket template says and who may use it.</summary>
public sealed record TemplateInput
{
    public required LocalizedText Name { get; init; }
    public required LocalizedText Title { get; init; }

    /// <summary>Markdown with places such as {{requester.name}}.</summary>
    public LocalizedText? Description { get; init; }
    public Impact? Impact { get; init; }
    public Urgency? Urgency { get; init; }
    public Guid? ServiceId { get; init; }
    public Guid? CategoryId { get; init; }

    /// <summary>The team whose queue such a ticket goes to.</summary>
    public Guid? ForTeamId { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public SharingScope Scope { get; init; }

    /// <summary>The team it is shared with.</summary>
    public Guid? TeamId { get; init; }
}

internal sealed class TemplateInputValidator : AbstractValidator<TemplateInput>
{
    public TemplateInputValidator()
    {
        RuleFor(x => x.Name).Says(LocalizedText.MaxLength);
        RuleFor(x => x.Title).Says(Ticket.TitleMaxLength);
        RuleFor(x => x.Description).Must(d => LocalizedRules.Fits(d, Ticket.DescriptionMaxLength))
            .WithMessage($"At most {Ticket.DescriptionMaxLength} characters.");
        RuleFor(x => x.Tags).Must(t => t is null || (t.Count <= Ticket.MaxTags && t.All(x => !string.IsNullOrWhiteSpace(x) && x.Length <= Ticket.TagMaxLength)))
            .WithMessage($"At most {Ticket.MaxTags} tags of 1 to {Ticket.TagMaxLength} characters.");
    }
}

internal sealed class WriteTemplateValidator : AbstractValidator<WriteTemplate>
{
    public WriteTemplateValidator() => RuleFor(x => x.Template).SetValidator(new TemplateInputValidator()).OverridePropertyName("");
}

internal sealed class RewriteTemplateValidator : AbstractValidator<RewriteTemplate>
{
    public RewriteTemplateValidator() => RuleFor(x => x.Template).SetValidator(new TemplateInputValidator()).OverridePropertyName("");
}

/// <summary>Checks what a template names, and makes its content.</summary>
public sealed class TemplateChecks(IServiceDeskDb db, SharingRules rules)
{
    public async Task<TemplateContent> CheckAsync(TemplateInput text, Sharing? before, CancellationToken ct)
    {
        var sharing = new Sharing(text.Scope, Typed<TeamId>(text.TeamId)).Checked();
        if (sharing != before)
            await rules.DemandAsync(sharing, ct);
        var (service, category, team) = (Typed<ServiceId>(text.ServiceId), Typed<CategoryId>(text.CategoryId), Typed<TeamId>(text.ForTeamId));
        var known = await db.Settings.AsNoTracking().Select(_ => new
        {
            Service = service == null || db.Services.Any(s => s.Id == service && s.Active),
            Category = category == null || db.Categories.Any(c => c.Id == category && c.Active),
            Team = team == null || db.Teams.Any(t => t.Id == team && t.Active),
        }).SingleAsync(ct);
        Require(known.Service, "service.unknown", "serviceId names no active service.");
        Require(known.Category, "category.unknown", "categoryId names no active category.");
        Require(known.Team, "team.unknown", "forTeamId names no active team.");
        return new TemplateContent(text.Name, text.Title, text.Description ?? LocalizedText.Both(""), sharing)
        {
            Impact = text.Impact ?? Impact.Medium,
            Urgency = text.Urgency ?? Urgency.Medium,
            ServiceId = service,
            CategoryId = category,
            ForTeamId = team,
            Tags = text.Tags ?? [],
        };
    }

    private static TId? Typed<TId>(Guid? value)
        where TId : struct, ITypedId<TId> => value is { } v ? TId.From(v) : null;

    private static void Require(bool condition, string code, string message)
    {
        if (!condition)
            throw RuleViolationException.Meaning(code, message);
    }
}

internal sealed class WriteTemplateHandler(IServiceDeskDb db, ICurrentUser user, TemplateChecks checks, TemplateReader reader, TimeProvider clock)
    : IRequestHandler<WriteTemplate, TemplateResponse>
{
    public async Task<TemplateResponse> Handle(WriteTemplate request, CancellationToken ct)
    {
        var content = await checks.CheckAsync(request.Template, null, ct);

        var template = TicketTemplate.Write(content, new Act(user.Id, clock.GetUtcNow()));
        db.Set<TicketTemplate>().Add(template);

        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(template.Id, ct);
    }
}

internal sealed class RewriteTemplateHandler(
    IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, SharingRules rules, TemplateChecks checks, TemplateReader reader, TimeProvider clock)
    : IRequestHandler<RewriteTemplate, TemplateResponse>
{
    public async Task<TemplateResponse> Handle(RewriteTemplate request, CancellationToken ct)
    {
        var id = new TicketTemplateId(request.TemplateId);
        var template = await reader.Usable.ForCommandAsync(t => t.Id == id, "The template", new GetTemplate(request.TemplateId), conditions, ct);
        rules.DemandEdit(template);

        template.Rewrite(await checks.CheckAsync(request.Template, new Sharing(template.Scope, template.TeamId), ct), new Act(user.Id, clock.GetUtcNow()));

        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(id, ct);
    }
}

/// <summary>Takes a ticket template away: by its owner, or a shared one by those who manage replies.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record RemoveTemplate(Guid TemplateId) : ICommand<Unit>;

internal sealed class RemoveTemplateHandler(IServiceDeskDb db, IRequestConditions conditions, SharingRules rules, TemplateReader reader)
    : IRequestHandler<RemoveTemplate, Unit>
{
    public async Task<Unit> Handle(RemoveTemplate request, CancellationToken ct)
    {
        var id = new TicketTemplateId(request.TemplateId);
        var template = await reader.Usable.ForCommandAsync(t => t.Id == id, "The template", new GetTemplate(request.TemplateId), conditions, ct);
        rules.DemandEdit(template);

        db.Set<TicketTemplate>().Remove(template);

        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
