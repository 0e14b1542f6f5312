using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.Incidents;

/// <summary>An unplanned interruption to a service, or a loss of its quality, from the first report until it is closed.</summary>
public sealed partial class Incident : Ticket
{
    /// <summary>A merge can be taken back for so long.</summary>
    public static readonly TimeSpan UnmergeWindow = TimeSpan.FromDays(30);

    private Incident() { }

    private Incident(NewTicket opening, Priority priority, Act act)
        : base(opening, priority, act) { }

    public override Practice Practice => Practice.Incident;

    /// <summary>The first person it was given to; first-contact resolution asks for them.</summary>
    public UserId? FirstAssigneeId { get; private set; }

    /// <summary>Resolved by the first assignee, without reassignment, within the first contact.</summary>
    public bool FirstContactResolution { get; private set; }

    /// <summary>Resolved and left to close when the reopen window has passed; never so for what was imported as resolved.</summary>
    public bool ClosesByItself { get; private set; }
    public MajorIncident? Major { get; private set; }

    /// <summary>Where a merged incident stood, so that the merge can be taken back.</summary>
    public MergedFrom? MergedFrom { get; private set; }

    public static Incident Open(NewTicket opening, PriorityMatrix matrix, Act act) =>
        new(opening, matrix.Priority(opening.Impact, opening.Urgency), act);

    /// <summary>Gives it to a team, or to one of its members; without a member any assignee is cleared (ruling 18).</summary>
    public void Assign(TeamId team, UserId? assignee, Act act)
    {
        var next = IncidentLifecycle.Next(State, IncidentTransition.Assign);
        if (State == TicketState.Assigned && TeamId == team && AssigneeId == assignee)
            return;

        if (TeamId is { } former && former != team)
            ReassignmentCount++;

        var recorded = GiveTo(team, assignee, act);
        Move(IncidentTransition.Assign, next, recorded.Sequence, act);
    }

    public override void HandOver(TeamId? team, UserId? to, Act act)
    {
        if (State != TicketState.Pending && (team ?? TeamId) is { } owner)
            Assign(owner, to, act);
        else
            base.HandOver(team, to, act);
    }

    /// <summary>Work begins; the caller becomes the assignee when there is none.</summary>
    public void Start(TeamId? defaultTeam, Act act)
    {
        var next = IncidentLifecycle.Next(State, IncidentTransition.Start);
        var team = TeamId ?? defaultTeam
            ?? throw RuleViolationException.Meaning("incident.team_missing", "The incident has no team and you have no default team: assign it first.");
        if (AssigneeId is null || TeamId is null)
            GiveTo(team, AssigneeId ?? act.By, act);

        var recorded = Record(TicketEventType.Started, act, new { From = State, To = next });
        Move(IncidentTransition.Start, next, recorded.Sequence, act);
    }

    /// <summary>Nothing can be done until something outside happens; the service-level policy says which reasons stop the clocks.</summary>
    public void Hold(PendingReason reason, DateTimeOffset? until, Act act)
    {
        var next = IncidentLifecycle.Next(State, IncidentTransition.Hold);
        if (reason == PendingReason.Scheduled && until is null)
            throw RuleViolationException.Meaning("incident.until_missing", "A scheduled hold needs the instant it ends at.");
        if (until <= act.At)
            throw RuleViolationException.Meaning("incident.until_past", "The end of the hold must lie in the future.");

        Pending = new PendingWait(reason, until, act.At);
        var recorded = Record(TicketEventType.Held, act, new { From = State, To = next, Reason = reason, Until = until });
        Move(IncidentTransition.Hold, next, recorded.Sequence, act, reason);
    }

    /// <summary>Work goes on; <paramref name="cause"/> says what ended the wait.</summary>
    public void Resume(Act act, ResumeCause cause = ResumeCause.Command)
    {
        var next = IncidentLifecycle.Next(State, IncidentTransition.Resume);
        Pending = null;
        var recorded = Record(TicketEventType.Resumed, act, new { From = State, To = next, Cause = cause });
        Move(IncidentTransition.Resume, next, recorded.Sequence, act);
    }

    /// <summary>Service is restored. The requester may still reopen until the incident is closed.</summary>
    public void Resolve(Resolution resolution, TimeSpan firstContact, Act act)
    {
        var next = IncidentLifecycle.Next(State, IncidentTransition.Resolve);
        (Pending, Resolution, ResolvedAt, ClosesByItself) = (null, resolution, act.At, true);
        FirstContactResolution = ReassignmentCount == 0 && ReopenCount == 0 && act.At - OpenedAt <= firstContact
            && (FirstAssigneeId is null || FirstAssigneeId == act.By);
        var recorded = Record(TicketEventType.Resolved, act, new { From = State, To = next, resolution.Code, resolution.Text });
        Move(IncidentTransition.Resolve, next, recorded.Sequence, act);
    }

    /// <summary>It was not solved after all. <paramref name="assigneeGone"/>: the assignee left or lost the team.</summary>
    public void Reopen(string text, TimeSpan window, bool assigneeGone, Act act)
    {
        IncidentLifecycle.Next(State, IncidentTransition.Reopen);
        if (act.At - ResolvedAt > window)
            throw new RuleViolationException("incident.reopen_window_passed", "It was resolved too long ago to be reopened. Open a follow-up instead.");

        if (assigneeGone)
            AssigneeId = null;
        var next = TeamId is null ? TicketState.New : AssigneeId is null ? TicketState.Assigned : TicketState.InProgress;
        (Resolution, ResolvedAt, FirstContactResolution, ClosesByItself) = (null, null, false, false);
        ReopenCount++;
        var recorded = Record(TicketEventType.Reopened, act, new { From = State, To = next, Text = text });
        Move(IncidentTransition.Reopen, next, recorded.Sequence, act);
    }

    /// <summary>The requester agrees, or did not disagree within the reopen window.</summary>
    public void Close(Act act, bool automatic = false)
    {
        var next = IncidentLifecycle.Next(State, IncidentTransition.Close);
        (ClosedAt, ClosesByItself) = (act.At, false);
        var recorded = Record(TicketEventType.Closed, act, new { From = State, To = next, Automatic = automatic ? true : (bool?)null });
        Move(IncidentTransition.Close, next, recorded.Sequence, act);
    }

    public void Cancel(string reason, Act act)
    {
        var next = IncidentLifecycle.Next(State, IncidentTransition.Cancel);
        (Pending, ClosedAt) = (null, act.At);
        var recorded = Record(TicketEventType.Cancelled, act, new { From = State, To = next, Reason = reason });
        Move(IncidentTransition.Cancel, next, recorded.Sequence, act);
    }

    /// <summary>Closes this one as a duplicate of <paramref name="survivor"/>, where the work goes on.</summary>
    public void MergeInto(Incident survivor, Visibility onSurvivor, Act act)
    {
        var next = IncidentLifecycle.Next(State, IncidentTransition.Merge);
        if (survivor.Id == Id)
            throw RuleViolationException.Meaning("incident.merge_self", "An incident cannot be merged into itself.");
        if (!survivor.IsOpen || survivor.MergedIntoId is not null)
            throw new RuleViolationException("incident.merge_target_closed", "The incident to merge into is no longer open.");

        MergedFrom = new MergedFrom(State, Pending?.Reason, Pending?.Until, act.At);
        (MergedIntoId, Pending, ClosedAt) = (survivor.Id, null, act.At);
        var recorded = Record(TicketEventType.Merged, act, new { From = State, To = next, Into = survivor.Id.Value });
        survivor.Note(TicketEventType.MergedFrom, "links", act, new { Ticket = Id.Value }, onSurvivor);
        Move(IncidentTransition.Merge, next, recorded.Sequence, act);
    }

    /// <summary>Takes a merge back: the incident stands where it stood, the time in between counts as a pause.</summary>
    public void Unmerge(Incident? survivor, Visibility onSurvivor, Act act)
    {
        IncidentLifecycle.Next(State, IncidentTransition.Unmerge);
        if (MergedFrom is not { } former || MergedIntoId is not { } into)
            throw new RuleViolationException("incident.not_merged", "This incident was not merged.");
        if (act.At - former.At > UnmergeWindow)
            throw new RuleViolationException("incident.unmerge_window_passed", "A merge can be taken back for 30 days.");

        (MergedIntoId, MergedFrom, ClosedAt) = (null, null, null);
        Pending = former.PendingReason is { } reason ? new PendingWait(reason, former.Until, act.At) : null;
        var recorded = Record(TicketEventType.Unmerged, act, new { From = State, To = former.State, OutOf = into.Value, Reason = former.PendingReason });
        survivor?.Note(TicketEventType.UnmergedFrom, "links", act, new { Ticket = Id.Value }, onSurvivor);
        Move(IncidentTransition.Unmerge, former.State, recorded.Sequence, act, former.PendingReason);
    }

    /// <summary>Makes it a major incident: one lead, one summary everybody can read, updates until it is over.</summary>
    public void DeclareMajor(UserId lead, string summary, Act act)
    {
        IncidentLifecycle.Next(State, IncidentTransition.DeclareMajor);
        if (Major is not null)
            throw new RuleViolationException("incident.already_major", "This is a major incident already.");

        Major = new MajorIncident(lead, summary, act.At, null, null);
        Record(TicketEventType.MajorDeclared, act, new { Lead = lead.Value, Summary = summary });
        Raise(new MajorIncidentDeclared(Id, Version, act.By, act.At, lead));
    }

    /// <summary>A status update of a major incident: what is known now, and when the next one comes.</summary>
    public void UpdateMajor(string status, DateTimeOffset? nextUpdate, Act act)
    {
        if (Major is not { } major)
            throw new RuleViolationException("incident.not_major", "This is not a major incident.");
        if (State is TicketState.Closed or TicketState.Cancelled)
            throw new TicketClosedException(AfterTheEnd);

        Major = major with { Status = status, NextUpdateAt = nextUpdate };
        Note(TicketEventType.MajorUpdated, "major", act, new { Status = status, NextUpdateAt = nextUpdate });
        ConversationMoved();
    }

    protected override IReadOnlyList<string> AfterTheEnd =>
        State == TicketState.Closed ? [IncidentLifecycle.Verb(IncidentTransition.FollowUp)] : [];

    protected override void RedactRemarks()
    {
        base.RedactRemarks();
        if (Major is { } major)
            Major = major with { Summary = "", Status = major.Status is null ? null : "" };
    }

    protected override void RequesterAnswered(Act act)
    {
        if (State == TicketState.Pending && Pending?.Reason == PendingReason.AwaitingRequester)
            Resume(act, ResumeCause.RequesterAnswered);
    }

    private TicketEvent GiveTo(TeamId team, UserId? assignee, Act act)
    {
        var recorded = Record(TicketEventType.Assigned, act, new
        {
            FromTeam = TeamId?.Value,
            FromAssignee = AssigneeId?.Value,
            Team = team.Value,
            Assignee = assignee?.Value,
            From = State,
            To = TicketState.Assigned,
        });
        Raise(new TicketReassigned(Id, Version, act.By, act.At, recorded.Sequence, TeamId, AssigneeId, team, assignee));
        (TeamId, AssigneeId) = (team, assignee);
        FirstAssigneeId ??= assignee;
        return recorded;
    }

    private void Move(IncidentTransition transition, TicketState to, long sequence, Act act, PendingReason? reason = null)
    {
        var from = State;
        State = to;
        if (to == TicketState.Assigned)
            Pending = null;
        ConversationMoved();
        Raise(new TicketMoved(Id, Version, act.By, act.At, sequence, IncidentLifecycle.Verb(transition), from, to, reason));
    }
}

/// <summary>What ended a wait.</summary>
public enum ResumeCause
{
    Command,
    RequesterAnswered,
    WakeUp,
    DependencyDone,
}

/// <summary>The record of a major incident: who leads it and what everybody is told.</summary>
public sealed record MajorIncident(UserId LeadId, [property: Words] string Summary, DateTimeOffset DeclaredAt, [property: Words] string? Status, DateTimeOffset? NextUpdateAt)
{
    public const int SummaryMaxLength = 2_000;
}

/// <summary>Where a merged incident stood before the merge.</summary>
public sealed record MergedFrom(TicketState State, PendingReason? PendingReason, DateTimeOffset? Until, DateTimeOffset At);
