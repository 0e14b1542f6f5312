using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Replies;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Replies;

/// <summary>A template with its places filled for a requester: the members of a POST to /incidents. Opens nothing.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record RenderTemplate(Guid TemplateId, Guid? RequesterId, string? Language) : IQuery<RenderedTemplate>;

/// <summary>What to open the ticket with, and the places that had nothing to be filled with.</summary>
public sealed record RenderedTemplate
{
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required Impact Impact { get; init; }
    public required Urgency Urgency { get; init; }
    public required Guid? RequesterId { get; init; }
    public required Guid? ServiceId { get; init; }
    public required Guid? CategoryId { get; init; }
    public required Guid? TeamId { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string Language { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }
}

internal sealed class RenderTemplateValidator : AbstractValidator<RenderTemplate>
{
    public RenderTemplateValidator() => RuleFor(x => x.Language).Must(l => l is null or "en" or "fr").WithMessage("en or fr.");
}

internal sealed class RenderTemplateHandler(TemplateReader reader, Filling filling) : IRequestHandler<RenderTemplate, RenderedTemplate>
{
    public async Task<RenderedTemplate> Handle(RenderTemplate request, CancellationToken ct)
    {
        var template = await reader.GetAsync(new TicketTemplateId(request.TemplateId), ct);
        var requester = request.RequesterId is { } id ? new UserId(id) : (UserId?)null;
        var (values, language) = await filling.OfRequesterAsync(requester, request.Language, ct);
        var (title, description) = (template.Titles.In(language), template.Descriptions.In(language));
        var filled = Placeholders.Fill(title, values);
        return new RenderedTemplate
        {
            Title = filled.Length <= Ticket.TitleMaxLength ? filled : filled[..Ticket.TitleMaxLength],
            Description = Placeholders.Fill(description, values),
            Impact = template.Impact,
            Urgency = template.Urgency,
            RequesterId = request.RequesterId,
            ServiceId = template.Service?.Id,
            CategoryId = template.Category?.Id,
            TeamId = template.ForTeam?.Id,
            Tags = template.Tags,
            Language = language,
            Missing = Filling.Missing(values, title, description),
        };
    }
}
