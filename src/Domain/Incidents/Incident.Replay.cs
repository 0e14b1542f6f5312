using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;
using static ServiceDesk.Domain.Tickets.TicketState;

namespace ServiceDesk.Domain.Incidents;

/// <summary>
/// An incident whose past happened in another system: facts are facts, so its history is not held against the lifecycle's table. Only
/// where it ends up is (ruling 26).
/// </summary>
public sealed partial class Incident
{
    /// <summary>Begins it as it was opened there; its updates follow by <see cref="Replay"/>, then <see cref="Conclude"/>.</summary>
    public static Incident Import(NewTicket opening, Priority priority, Act act) => new(opening, priority, act);

    /// <summary>
    /// One update there: every difference is an event at its own time. An update without a difference that can be told is one too when
    /// <paramref name="origin"/> says where it is from. Answers the last of them.
    /// </summary>
    public TicketEvent Replay(TicketSnapshot to, Act act, object? origin = null)
    {
        var before = EventSequence;
        ReplayFacts(to, act);
        if (to.Team != TeamId || to.Assignee != AssigneeId)
            ReplayOwner(to, act);
        if (to.State != State || (State == TicketState.Pending && to.WaitingFor != Pending?.Reason))
            ReplayState(to, act);
        if (EventSequence == before && origin is not null)
            Record(TicketEventType.Imported, act, origin, Visibility.Internal);

        Saved();
        return Timeline[^1];
    }

    /// <summary>Sets what the other system says of the whole; times that do not fit the state it ends up in are left out.</summary>
    public void Conclude(ReplayedEnd end, PriorityMatrix matrix, TimeSpan firstContact)
    {
        (ReopenCount, ReassignmentCount) = (end.Reopened, end.Reassigned);
        ResolvedAt = State is Resolved or Closed ? end.ResolvedAt : null;
        ClosedAt = State == Closed ? end.ClosedAt ?? UpdatedAt : null;
        Resolution = State is Resolved or Closed ? end.Resolution : null;
        FirstContactResolution = ResolvedAt - OpenedAt <= firstContact && end is { Reopened: 0, Reassigned: 0 };
        KeepPriority(matrix);
    }

    private void ReplayOwner(TicketSnapshot to, Act act)
    {
        var next = State == New && to.State == Assigned ? Assigned : State;
        Record(TicketEventType.Assigned, act, new
        {
            FromTeam = TeamId?.Value,
            FromAssignee = AssigneeId?.Value,
            Team = to.Team?.Value,
            Assignee = to.Assignee?.Value,
            From = State,
            To = next,
        });
        (TeamId, AssigneeId) = (to.Team, to.Assignee);
        FirstAssigneeId ??= to.Assignee;
        if (next != State)
            ConversationMoved();
        State = next;
    }

    private void ReplayState(TicketSnapshot to, Act act)
    {
        var type = (State, to.State) switch
        {
            (_, TicketState.Pending) => TicketEventType.Held,
            (_, Resolved) => TicketEventType.Resolved,
            (_, Closed) => TicketEventType.Closed,
            (_, Cancelled) => TicketEventType.Cancelled,
            (Resolved or Closed or Cancelled, _) => TicketEventType.Reopened,
            (TicketState.Pending, _) => TicketEventType.Resumed,
            (_, InProgress) => TicketEventType.Started,
            _ => TicketEventType.Assigned,
        };
        Record(type, act, new
        {
            From = State,
            To = to.State,
            Reason = to.WaitingFor,
            to.Resolution?.Code,
            to.Resolution?.Text,
            Team = type == TicketEventType.Assigned ? TeamId?.Value : null,
            Assignee = type == TicketEventType.Assigned ? AssigneeId?.Value : null,
        });
        State = to.State;
        Pending = to.WaitingFor is { } reason ? new PendingWait(reason, null, act.At) : null;
        ConversationMoved();
    }
}
