using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Notes time the caller spent on an incident; also after it was closed.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record LogIncidentWork(TicketKey Incident, int Minutes, string? Text, DateTimeOffset? At, bool? Billable) : ICommand<WorklogResponse>, IOnOneTicket;

internal sealed class LogIncidentWorkValidator : AbstractValidator<LogIncidentWork>
{
    public LogIncidentWorkValidator()
    {
        RuleFor(x => x.Minutes).InclusiveBetween(1, Worklog.MaxMinutes);
        RuleFor(x => x.Text).MaximumLength(Worklog.TextMaxLength);
        RuleFor(x => x.At).GreaterThanOrEqualTo(Worklog.Earliest).WithMessage("No work on a ticket is that old.");
    }
}

internal sealed class LogIncidentWorkHandler(IServiceDeskDb db, IncidentDesk desk, WorklogDesk worklogs) : IRequestHandler<LogIncidentWork, WorklogResponse>
{
    public async Task<WorklogResponse> Handle(LogIncidentWork request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, ct);

        var content = new WorklogContent(request.Minutes, request.Text ?? "", request.At ?? desk.Act.At, request.Billable ?? false);
        var worklog = Worklog.Add(incident, content, desk.Act);
        db.Set<Worklog>().Add(worklog);

        await db.SaveChangesAsync(ct);
        return await worklogs.GetAsync(incident.Id, worklog.Id, ct);
    }
}
