using ServiceDesk.Domain.Common;
using static ServiceDesk.Domain.ServiceLevels.ClockState;

namespace ServiceDesk.Domain.ServiceLevels;

public sealed partial class ServiceLevelClock
{
    /// <summary>The longest promise that makes sense, in seconds of service: ten years around the clock.</summary>
    public const long MaxTargetSeconds = 10L * 366 * 86_400;

    /// <summary>Starts a clock, paused when the condition for a pause holds already.</summary>
    public static ServiceLevelClock Start(
        ClockOpening opening, Cause cause, Func<CalendarId, int, BusinessCalendar> calendars, string? pausedReason = null)
    {
        ArgumentNullException.ThrowIfNull(opening);
        RequireTarget(opening.Terms);

        var clock = new ServiceLevelClock
        {
            Id = ClockId.New(cause.At),
            TicketId = opening.Ticket,
            Target = opening.Target,
            Audience = opening.Audience,
            Cycle = opening.Cycle,
            StartedAt = WholeSecond(cause.At),
        };
        clock.Agree(opening.Terms, opening.Owner);
        clock.Go(cause, pausedReason, calendars);
        return clock;
    }

    /// <summary>
    /// What a change of the ticket means, in the order of the table: stop, cancel, pause, resume; reopened when none of these holds,
    /// then under the terms of <paramref name="again"/> where they are given.
    /// </summary>
    public void Follow(ClockConditions now, Cause cause, Func<CalendarId, int, BusinessCalendar> calendars, ClockTerms? again = null)
    {
        if (IsLive && now.Stopped)
            Stop(cause, calendars);
        else if (IsLive && now.Cancelled)
            Cancel(cause, calendars);
        else if (State == Running && now.PausedReason is { } reason)
            Pause(cause with { Why = reason }, calendars);
        else if (State == Paused && now.PausedReason is { } other && other != LastWhy)
            Append(cause with { Why = other }, LedgerKind.Paused, calendars);
        else if (State == Paused && now.PausedReason is null)
            Resume(cause, calendars);
        else if (State is Met or Missed && !now.Stopped && !now.Cancelled)
            Reopen(cause, calendars, now.PausedReason, again);
        else if (State == Cancelled && !now.Stopped && !now.Cancelled)
            Restore(cause, calendars, now.PausedReason, again);
    }

    /// <summary>Time stops counting; why it does is the cause's word.</summary>
    public void Pause(Cause cause, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        Require(State == Running, "paused");
        Settle(cause.At, calendars);
        Append(cause, LedgerKind.Paused, calendars);
    }

    public void Resume(Cause cause, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        Require(State == Paused, "resumed");
        Append(cause, LedgerKind.Running, calendars);
    }

    /// <summary>What was promised has been done: met up to and including the due instant, missed after it.</summary>
    public void Stop(Cause cause, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        Require(IsLive, "stopped");
        Settle(cause.At, calendars);
        Append(cause, LedgerKind.Stopped, calendars);
    }

    /// <summary>The promise does not apply any more: outside the compliance ratio, a breach recorded before stays known.</summary>
    public void Cancel(Cause cause, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        Require(IsLive, "cancelled");
        Settle(cause.At, calendars);
        Append(cause, LedgerKind.Cancelled, calendars);
    }

    /// <summary>
    /// It was not done after all: the same cycle goes on, the time since the stop counts as a pause; under other terms where another
    /// promise has come to apply meanwhile.
    /// </summary>
    public void Reopen(Cause cause, Func<CalendarId, int, BusinessCalendar> calendars, string? pausedReason = null, ClockTerms? terms = null)
    {
        Require(State is Met or Missed, "reopened");
        GoOn(terms ?? Terms, cause, pausedReason, calendars);
    }

    /// <summary>A merge is undone: the time since the cancellation counts as a pause.</summary>
    public void Restore(Cause cause, Func<CalendarId, int, BusinessCalendar> calendars, string? pausedReason = null, ClockTerms? terms = null)
    {
        Require(State == Cancelled, "restored");
        GoOn(terms ?? Terms, cause, pausedReason, calendars);
    }

    /// <summary>
    /// Another promise applies from now on. Time used stays used; what exceeds the new target is due, and breached, at this instant and
    /// never earlier.
    /// </summary>
    public void Retarget(ClockTerms terms, Cause cause, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        Require(IsLive, "given another target");
        RequireTarget(terms);
        if (terms == Terms)
            return;

        Settle(cause.At, calendars);
        var turned = TurnTo(terms, cause, calendars);
        Append(Going(cause), State == Running ? LedgerKind.Running : LedgerKind.Paused, calendars);
        if (turned is { } at && ElapsedSeconds > TargetSeconds)
            Breached(at);
    }

    /// <summary>The ticket passes to another team or person; time goes on.</summary>
    public void Transfer(ClockOwner owner, Cause cause, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        Require(IsLive, "handed over");
        if (owner == Owner)
            return;

        Settle(cause.At, calendars);
        CountUpTo(cause.At, calendars);
        Agree(Terms, owner);
        Append(Going(cause), State == Running ? LedgerKind.Running : LedgerKind.Paused, calendars);
    }

    /// <summary>Records a breach that has come by now; true when it did so, once in a clock's life.</summary>
    public bool Observe(DateTimeOffset now, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        if (State != Running || BreachedAt is not null || DueAt is not { } due || due > WholeSecond(now))
            return false;

        Append(new Cause(due, 0, LedgerEntry.Breach), LedgerKind.Running, calendars);
        Breached(due);
        return true;
    }

    // A change at the due instant itself comes before the breach, as in the table; one a second later comes after it.
    private void Settle(DateTimeOffset at, Func<CalendarId, int, BusinessCalendar> calendars) => Observe(at.AddSeconds(-1), calendars);

    private void Breached(DateTimeOffset at)
    {
        if (BreachedAt is not null)
            return;

        BreachedAt = at;
        Raise(new ClockBreached(Id, TicketId, Target, at));
    }

    // Null when the same time is measured the same way, as by another version of a policy: what was used up then stays used up then.
    private DateTimeOffset? TurnTo(ClockTerms terms, Cause cause, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        var (at, same) = (CountUpTo(cause.At, calendars), terms.MeasureAs(Terms));
        Agree(terms, Owner);
        if (same)
            return null;

        UsedUpAt = ElapsedSeconds >= TargetSeconds ? at : null;
        return at;
    }

    private void GoOn(ClockTerms terms, Cause cause, string? pausedReason, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        RequireTarget(terms);
        var turned = terms == Terms ? null : TurnTo(terms, cause, calendars);
        Go(cause, pausedReason, calendars);
        if (turned is { } at && ElapsedSeconds > TargetSeconds)
            Breached(at);
    }

    private void Go(Cause cause, string? pausedReason, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        if (pausedReason is null)
            Append(cause, LedgerKind.Running, calendars);
        else
            Append(cause with { Why = pausedReason }, LedgerKind.Paused, calendars);
    }

    // A pause keeps its reason through a change of owner or target: the time is still waited for the same thing.
    private Cause Going(Cause cause) => State == Paused ? cause with { Why = LastWhy } : cause;

    private void Append(Cause cause, LedgerKind kind, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        var at = CountUpTo(cause.At, calendars);
        var due = kind == LedgerKind.Running ? DueFrom(at, calendars) : kind == LedgerKind.Stopped ? DueAt : null;

        ledger.Add(new LedgerEntry(Id, ++LastSequence, cause with { At = at }, kind, Terms, Owner, openSinceEntry));
        (LastWhy, openSinceEntry) = (cause.Why, 0);
        State = After(kind);
        DueAt = due;
        PausedSince = kind == LedgerKind.Paused ? PausedSince ?? at : null;
        StoppedAt = IsLive ? null : at;
    }

    // Servers' clocks differ a little; a ledger never runs backwards for it.
    private DateTimeOffset CountUpTo(DateTimeOffset at, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        var until = WholeSecond(at);
        if (LastSequence == 0)
            return AsOf = until;

        until = until < AsOf ? AsOf : until;
        var open = Counted(AsOf, until, calendars);
        openSinceEntry += open;
        if (State == Running)
        {
            ElapsedSeconds += open;
            UsedUpAt ??= ElapsedSeconds >= TargetSeconds ? DueAt : null;
        }

        return AsOf = until;
    }

    private ClockState After(LedgerKind kind) => kind switch
    {
        LedgerKind.Running => Running,
        LedgerKind.Paused => Paused,
        LedgerKind.Cancelled => Cancelled,
        _ => BreachedAt is null ? Met : Missed,
    };

    private void Agree(ClockTerms terms, ClockOwner owner)
    {
        (PolicyId, PolicyVersion, CalendarId, CalendarVersion, TargetSeconds) = terms;
        (TeamId, PersonId) = owner;
    }

    // The callers ask first, and a policy is checked when it is written: these two are for us.
    [RefusesNobody]
    private void Require(bool possible, string verb)
    {
        if (!possible)
            throw new RuleViolationException("clock.transition_not_allowed", $"A clock that is {State} cannot be {verb}.");
    }

    [RefusesNobody]
    private static void RequireTarget(ClockTerms terms)
    {
        if (terms.TargetSeconds is < 1 or > MaxTargetSeconds)
            throw RuleViolationException.Meaning("clock.target_invalid", "A target is at least a second and at most ten years.");
    }
}
