using System.Text.Json;
using FluentValidation;
using ServiceDesk.Application.Attachments;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Opens an incident. An employee is always their own requester; the priority follows from impact and urgency.</summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record OpenIncident : ICommand<IncidentResponse>
{
    public required string Title { get; init; }

    /// <summary>Markdown.</summary>
    public string? Description { get; init; }
    public required Impact Impact { get; init; }
    public required Urgency Urgency { get; init; }
    public Guid? RequesterId { get; init; }
    public Guid? ServiceId { get; init; }
    public Guid? CategoryId { get; init; }
    public Guid? SiteId { get; init; }

    /// <summary>Puts it straight into a team's queue; the state stays new. Left out: the default team of the category.</summary>
    public Guid? TeamId { get; init; }
    public IReadOnlyList<Guid>? ConfigurationItemIds { get; init; }

    /// <summary>Portal for a person at the screen, api for a token, unless said otherwise.</summary>
    public Channel? Channel { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public JsonElement? CustomFields { get; init; }
    public bool? Restricted { get; init; }
    public Guid? ParentId { get; init; }
    public ExternalReference? ExternalReference { get; init; }

    /// <summary>Files uploaded before to /attachments.</summary>
    public IReadOnlyList<Guid>? AttachmentIds { get; init; }
}

internal sealed class OpenIncidentValidator : AbstractValidator<OpenIncident>
{
    public OpenIncidentValidator()
    {
        RuleFor(x => x.Title).NotEmpty().MaximumLength(Ticket.TitleMaxLength).IsSeen();
        RuleFor(x => x.Description).MaximumLength(Ticket.DescriptionMaxLength);
        RuleFor(x => x.Tags).Must(t => t is null || t.Count <= Ticket.MaxTags).WithMessage($"At most {Ticket.MaxTags} tags.");
        RuleForEach(x => x.Tags).NotEmpty().MaximumLength(Ticket.TagMaxLength);
        RuleFor(x => x.ConfigurationItemIds).Must(i => i is null || i.Count <= 50).WithMessage("At most 50 configuration items.");
        RuleFor(x => x.AttachmentIds).Must(i => i is null || i.Count <= AttachmentBinding.MostAtOnce).WithMessage($"At most {AttachmentBinding.MostAtOnce} attachments.");
        RuleFor(x => x.CustomFields).Must(f => f is null || f.Value.ValueKind == JsonValueKind.Object).WithMessage("An object by field key.");
        When(x => x.ExternalReference is not null, () =>
        {
            RuleFor(x => x.ExternalReference!.System).NotEmpty().MaximumLength(ExternalReference.PartMaxLength);
            RuleFor(x => x.ExternalReference!.Id).NotEmpty().MaximumLength(ExternalReference.PartMaxLength);
        });
    }
}

internal sealed class OpenIncidentHandler(
    IServiceDeskDb db, ICurrentUser user, OpeningChecks checks, ITicketForms forms, AttachmentBinding attachments, IncidentReader reader, TimeProvider clock)
    : IRequestHandler<OpenIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(OpenIncident request, CancellationToken ct)
    {
        var act = new Act(user.Id, clock.GetUtcNow());
        var opening = await checks.CheckAsync(request, ct);
        var matrix = await forms.MatrixAsync(Practice.Incident, ct);

        var incident = Incident.Open(opening, matrix, act);
        db.Incidents.Add(incident);
        await attachments.BindAsync(request.AttachmentIds, incident, null, act, ct);

        await db.SaveChangesAsync(ct);
        return await reader.AfterCommandAsync(incident.Id, ct);
    }
}
