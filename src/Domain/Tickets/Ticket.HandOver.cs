using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.Tickets;

public abstract partial class Ticket
{
    /// <summary>
    /// Its assignee no longer works on it: it goes to somebody else, or back to the queue of its team or of another one. A wait
    /// goes on; practices whose lifecycle moves with an assignment override this.
    /// </summary>
    public virtual void HandOver(TeamId? team, UserId? to, Act act)
    {
        var owner = team ?? TeamId;
        if (TeamId is { } former && former != owner)
            ReassignmentCount++;
        var recorded = Record(TicketEventType.Assigned, act, new
        {
            FromTeam = TeamId?.Value,
            FromAssignee = AssigneeId?.Value,
            Team = owner?.Value,
            Assignee = to?.Value,
            From = State,
            To = State,
        });
        Raise(new TicketReassigned(Id, Version, act.By, act.At, recorded.Sequence, TeamId, AssigneeId, owner, to));
        (TeamId, AssigneeId) = (owner, to);
    }
}
