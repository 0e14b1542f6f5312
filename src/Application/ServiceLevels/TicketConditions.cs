using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>What the state of a ticket means to its clocks, and the words for it.</summary>
internal static class TicketConditions
{
    /// <summary>
    /// Resolved stops every clock, as the resolution is a message too (ruling 20); cancelled, merged and duplicate end them without a
    /// verdict; waiting pauses them where the policy says so.
    /// </summary>
    public static ClockConditions Of(Ticket ticket, IReadOnlyList<PendingReason> pauseOn)
    {
        var cancelled = ticket.State == TicketState.Cancelled || ticket.MergedIntoId is not null
            || ticket.Resolution?.Code == ResolutionCode.Duplicate;
        var stopped = !cancelled && (ticket.State is TicketState.Resolved or TicketState.Closed);
        var waiting = ticket.State == TicketState.Pending && ticket.Pending is { } wait && pauseOn.Contains(wait.Reason) ? Word(wait.Reason) : null;

        return new ClockConditions(stopped, cancelled, waiting);
    }

    /// <summary>The ledger's word for a move of the lifecycle.</summary>
    public static string Word(TicketMoved moved, Ticket ticket) => moved.Transition switch
    {
        "resolve" when ticket.Resolution?.Code == ResolutionCode.Duplicate => ClockWords.Duplicate,
        "assign" => ClockWords.Assigned,
        "start" => "started",
        "hold" => "held",
        "resume" => "resumed",
        "resolve" => "resolved",
        "reopen" => "reopened",
        "close" => "closed",
        "cancel" => "cancelled",
        "merge" => "merged",
        "unmerge" => "unmerged",
        var other => other,
    };

    /// <summary>The ledger's word for a line of the timeline.</summary>
    public static string Word(TicketEventType type) => type == TicketEventType.Commented ? ClockWords.Answered : Camel(type.ToString());

    public static string Word(PendingReason reason) => Camel(reason.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
