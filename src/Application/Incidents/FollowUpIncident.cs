using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Opens a new incident that goes on where a closed one ended: same requester, classified alike. Answers the new incident.</summary>
[Permission(Permissions.IncidentsOpen)]
public sealed record FollowUpIncident(TicketKey Incident, string? Title, string? Description) : ICommand<IncidentResponse>;

internal sealed class FollowUpIncidentValidator : AbstractValidator<FollowUpIncident>
{
    public FollowUpIncidentValidator()
    {
        RuleFor(x => x.Title).Must(t => t is null || t.Trim().Length > 0).WithMessage("Leave it out to keep the title.").MaximumLength(Ticket.TitleMaxLength).IsSeen();
        RuleFor(x => x.Description).MaximumLength(Ticket.DescriptionMaxLength);
    }
}

internal sealed class FollowUpIncidentHandler(
    IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, IncidentDesk desk, IncidentHeirs heirs)
    : IRequestHandler<FollowUpIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(FollowUpIncident request, CancellationToken ct)
    {
        var origin = await db.Incidents.Include(i => i.Items).ForCommandAsync(request.Incident, conditions, user, ct);
        await desk.DemandAsync(origin, IncidentTransition.FollowUp, ct);

        var next = await heirs.OpenAsync(origin, request.Title ?? origin.Title, request.Description ?? "", followUp: true, ct);
        origin.Note(TicketEventType.FollowedUp, "links", desk.Act, new { Ticket = next.Id.Value });

        return await desk.SaveAsync(next, ct);
    }
}

/// <summary>Opens incidents that inherit from another: who it is for, what it is about, how it is classified, who may see it.</summary>
public sealed class IncidentHeirs(IServiceDeskDb db, ITicketForms forms, ICurrentUser user, IncidentDesk desk)
{
    public async Task<Incident> OpenAsync(Incident origin, string title, string description, bool followUp, CancellationToken ct)
    {
        var number = await db.NextNumberAsync(Practice.Incident, ct);
        var matrix = await forms.MatrixAsync(Practice.Incident, ct);
        var channel = user.Via == "token" ? Channel.Api : followUp ? Channel.Portal : origin.Channel;
        var heir = Incident.Open(new NewTicket(number, title, description, origin.Impact, origin.Urgency, channel, origin.RequesterId)
        {
            ServiceId = origin.ServiceId,
            CategoryId = origin.CategoryId,
            SiteId = origin.SiteId,
            TeamId = await TeamAsync(origin, ct),
            FollowUpOfId = followUp ? origin.Id : null,
            Restricted = origin.Restricted,
            CreatedVia = user.Via,
            ConfigurationItemIds = [.. origin.Items.Select(i => i.ConfigurationItemId)],
        }, matrix, desk.Act);
        db.Incidents.Add(heir);
        return heir;
    }

    // A team sees the restricted tickets it owns: no team is given one that nobody gave to it.
    private async Task<TeamId?> TeamAsync(Incident origin, CancellationToken ct)
    {
        if (await db.Teams.AnyAsync(t => t.Id == origin.TeamId && t.Active, ct))
            return origin.TeamId;

        return origin.Restricted ? null : await db.Categories
            .Where(c => c.Id == origin.CategoryId && db.Teams.Any(t => t.Id == c.DefaultTeamId && t.Active))
            .Select(c => c.DefaultTeamId).FirstOrDefaultAsync(ct);
    }
}
