using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Catalog;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>
/// Removes words of an incident for good, wherever they are kept: what it says, what its tasks, worklogs and custom fields say, what its timeline
/// remembers of it, the words it is found by, and the answers kept for repeated requests. A mark with the reason stays. The title is replaced by another, as every ticket has one.
/// </summary>
[Permission(Permissions.CommentsRedact)]
public sealed record RedactIncident(TicketKey Incident, IReadOnlyList<RedactedPart> Parts, string? Title, string Reason) : ICommand<IncidentResponse>;

internal sealed class RedactIncidentValidator : AbstractValidator<RedactIncident>
{
    public RedactIncidentValidator()
    {
        RuleFor(x => x.Parts).NotEmpty();
        RuleForEach(x => x.Parts).IsInEnum();
        RuleFor(x => x.Title).NotEmpty().When(x => x.Parts.Contains(RedactedPart.Title)).WithMessage("What it is called instead.");
        RuleFor(x => x.Title).Empty().When(x => !x.Parts.Contains(RedactedPart.Title)).WithMessage("Only together with the part title.");
        RuleFor(x => x.Title).MaximumLength(Ticket.TitleMaxLength).IsSeen();
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}

internal sealed class RedactIncidentHandler(IncidentDesk desk, Redaction redaction) : IRequestHandler<RedactIncident, IncidentResponse>
{
    public async Task<IncidentResponse> Handle(RedactIncident request, CancellationToken ct)
    {
        var incident = await desk.LoadAsync(request.Incident, ct);

        await redaction.OfAsync(incident, [.. request.Parts.Distinct()], request.Title, request.Reason, desk.Act, ct);

        return await desk.SaveAsync(incident, ct);
    }
}

/// <summary>Removes words of a ticket together with every copy of them.</summary>
public sealed class Redaction(IServiceDeskDb db, ITicketForms forms, IStoredAnswers answers)
{
    public async Task OfAsync(
        Ticket ticket, IReadOnlyList<RedactedPart> parts, string? title, string reason, Domain.Common.Act act, CancellationToken ct)
    {
        var (id, worded) = (ticket.Id, TicketEvent.Worded);
        var history = await db.Set<TicketEvent>().Where(e => e.TicketId == id && worded.Contains(e.Type)).ToListAsync(ct);
        await RedactAroundAsync(ticket, parts, ct);
        ticket.Redact(parts, title, reason, history, act);
        await answers.RedactAsync(ticket.Id.Value, ct);
    }

    // Their words stand beside the ticket and its timeline.
    private async Task RedactAroundAsync(Ticket ticket, IReadOnlyList<RedactedPart> parts, CancellationToken ct)
    {
        var id = ticket.Id;
        if (parts.Contains(RedactedPart.Tasks))
        {
            foreach (var task in await db.Set<TicketTask>().Where(x => x.TicketId == id).ToListAsync(ct))
            {
                task.Redact();
                await answers.RedactAsync(task.Id.Value, ct);
            }
        }

        if (parts.Contains(RedactedPart.Worklogs))
        {
            foreach (var worklog in await db.Set<Worklog>().Where(x => x.TicketId == id).ToListAsync(ct))
            {
                worklog.Redact();
                await answers.RedactAsync(worklog.Id.Value, ct);
            }
        }

        if (parts.Contains(RedactedPart.CustomFields))
            ticket.KeepOfCustomFields(await WithoutWordsAsync(ticket, ct));
    }

    // What was chosen from a list or a calendar holds no words; of a field that is no longer defined nobody can tell.
    private async Task<string> WithoutWordsAsync(Ticket ticket, CancellationToken ct)
    {
        var fields = await forms.FieldsAsync(ticket.Practice, ct);
        var values = JsonNode.Parse(ticket.CustomFields)!.AsObject();
        foreach (var key in values.Select(v => v.Key).ToList())
        {
            if (!fields.TryGetValue(key, out var field) || field.Type is CustomFieldType.Text or CustomFieldType.Number)
                values.Remove(key);
        }

        return values.ToJsonString(TicketEvent.DetailFormat);
    }

    /// <summary>The tickets that were made from a comment begin with its words, also those whoever redacts does not see.</summary>
    public async Task OfHeirsAsync(TicketId origin, Guid comment, string reason, Domain.Common.Act act, CancellationToken ct)
    {
        var made = $$"""{"comment": "{{comment}}"}""";
        var told = await db.Set<TicketEvent>().AsNoTracking()
            .Where(e => e.TicketId == origin && e.Type == TicketEventType.SplitInto && EF.Functions.JsonContains(e.Details, made))
            .Select(e => e.Details).ToListAsync(ct);
        var heirs = told.ConvertAll(d => new TicketId(System.Text.Json.JsonElement.Parse(d).GetProperty("ticket").GetGuid()));
        if (heirs.Count == 0)
            return;

        foreach (var heir in await db.Tickets.EvenInvisible().Where(t => heirs.Contains(t.Id)).OrderBy(t => t.Reference).ToListAsync(ct))
            await OfAsync(heir, [RedactedPart.Description], null, reason, act, ct);
    }
}
