using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Catalog;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// Does to the ticket what an alarm says, as an act of the product on its timeline; whom it tells is the notifications' work. Commits
/// with the delivery, so once.
/// </summary>
internal sealed class AlarmActions(IServiceDeskDb db, ITicketForms forms, TimeProvider clock) : IReaction<AlarmFired>
{
    public async Task React(AlarmFired domainEvent, long delivery, CancellationToken ct)
    {
        List<AlarmAction> actions = [.. domainEvent.Actions.Where(a => a.Kind != AlarmActionKind.Notify)];
        if (actions.Count == 0)
            return;

        var ticket = await db.Tickets.SingleOrDefaultAsync(t => t.Id == domainEvent.TicketId, ct);
        if (ticket is not { IsOpen: true })
            return;

        var act = new Act(UserId.System, clock.GetUtcNow());
        foreach (var action in actions)
        {
            if (action.Kind == AlarmActionKind.RaisePriority)
                await RaiseAsync(ticket, domainEvent, act, ct);
            if (action.Kind == AlarmActionKind.Escalate)
                ticket.Note(TicketEventType.Escalated, "escalation", act, Details(action, domainEvent), Visibility.Internal);
            if (action is { Kind: AlarmActionKind.AssignTeam, Team: { } team })
                await HandOverAsync(ticket, team, act, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private static object Details(AlarmAction escalation, AlarmFired fired) =>
        new { escalation.Chain, fired.Target, fired.Level, escalation.User, escalation.Team };

    private async Task RaiseAsync(Ticket ticket, AlarmFired fired, Act act, CancellationToken ct)
    {
        if (ticket.Priority == Priority.P1)
            return;

        var practice = ticket.Practice;
        var matrix = await forms.MatrixAsync(practice, ct);
        ticket.OverridePriority(new PriorityOverride(ticket.Priority - 1, Reason(fired)), matrix, act);
    }

    private async Task HandOverAsync(Ticket ticket, TeamId team, Act act, CancellationToken ct)
    {
        if (ticket.TeamId != team && await db.Teams.AnyAsync(t => t.Id == team && t.Active, ct))
            ticket.HandOver(team, null, act);
    }

    private static string Reason(AlarmFired fired)
    {
        var level = WakeLevel.Parse(fired.Level);
        var when = level.Share is { } share
            ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} % of the time is used")
            : string.Create(CultureInfo.InvariantCulture, $"{TimeSpan.FromSeconds(level.LeadSeconds ?? 0):d\\.hh\\:mm\\:ss} before it is due");

        return $"Alarm of the {fired.Target} target: {when}.";
    }
}
