using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Corrects a worklog: by who wrote it. If-Match takes the worklog's own ETag.</summary>
[Permission(Permissions.IncidentsWork)]
public sealed record UpdateIncidentWorklog(TicketKey Incident, Guid WorklogId) : ICommand<WorklogResponse>
{
    public Optional<int?> Minutes { get; init; }
    public Optional<string> Text { get; init; }
    public Optional<DateTimeOffset?> At { get; init; }
    public Optional<bool?> Billable { get; init; }
}

internal sealed class UpdateIncidentWorklogValidator : AbstractValidator<UpdateIncidentWorklog>
{
    public UpdateIncidentWorklogValidator()
    {
        RuleFor(x => x.Minutes).Must(m => !m.IsPresent || m.Value is >= 1 and <= Worklog.MaxMinutes).WithMessage($"Between 1 and {Worklog.MaxMinutes}.");
        RuleFor(x => x.Text).Must(t => t.Value is null || t.Value.Length <= Worklog.TextMaxLength).WithMessage($"At most {Worklog.TextMaxLength} characters.");
        RuleFor(x => x.At).Must(a => !a.IsPresent || a.Value is not null).WithMessage("The time cannot be cleared.")
            .Must(a => a.Value is null || a.Value >= Worklog.Earliest).WithMessage("No work on a ticket is that old.");
        RuleFor(x => x.Billable).Must(b => !b.IsPresent || b.Value is not null).WithMessage("True or false.");
    }
}

internal sealed class UpdateIncidentWorklogHandler(IServiceDeskDb db, IncidentDesk desk, WorklogDesk worklogs)
    : IRequestHandler<UpdateIncidentWorklog, WorklogResponse>
{
    public async Task<WorklogResponse> Handle(UpdateIncidentWorklog request, CancellationToken ct)
    {
        var (incident, worklog) = await worklogs.LoadAsync(request.Incident, request.WorklogId, ct);

        var content = new WorklogContent(
            request.Minutes.Value ?? worklog.Minutes, request.Text.Or(worklog.Text) ?? "", request.At.Value ?? worklog.At,
            request.Billable.Value ?? worklog.Billable);
        worklog.Change(incident, content, desk.Act);

        await db.SaveChangesAsync(ct);
        return await worklogs.GetAsync(incident.Id, worklog.Id, ct);
    }
}
