using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>What becomes of each wake of a batch: fired, later, or at rest until its clock runs again.</summary>
internal sealed class WakeVerdicts
{
    /// <summary>When the wake is to be looked at again; null with <c>Fired</c> false is at rest.</summary>
    internal sealed record Verdict(Guid ClockId, string Level, DateTimeOffset? At, bool Fired);

    public List<Verdict> Wakes { get; } = [];
    public List<ServiceLevelClock> Breached { get; } = [];
    public List<IDomainEvent> Events { get; } = [];

    public void Judge(
        DueWake wake, ServiceLevelClock clock, PolicyDefinition policy, Func<CalendarId, int, BusinessCalendar> calendars, DateTimeOffset now)
    {
        var level = WakeLevel.Parse(wake.Level);
        List<PolicyAlarm> alarms = [.. policy.AlarmsFor(clock.Target).Where(a => a.Level == level)];
        var reached = level == WakeLevel.Due || alarms.Count > 0 ? clock.WakeAt(level, calendars) : null;
        if (reached is null || reached > now)
        {
            Wakes.Add(new Verdict(wake.ClockId, wake.Level, reached, false));
            return;
        }

        if (level == WakeLevel.Due)
            clock.Observe(now, calendars);
        Wakes.Add(new Verdict(wake.ClockId, wake.Level, reached, true));
        if (alarms.Count > 0)
            Events.Add(new AlarmFired(
                clock.TicketId, wake.TicketVersion, UserId.System, now, clock.Id, clock.Target, wake.Level, reached.Value, clock.DueAt,
                [.. alarms.SelectMany(a => a.Actions)]));
    }

    /// <summary>Gathers what the clocks say of themselves.</summary>
    public void Collect(IEnumerable<ServiceLevelClock> clocks)
    {
        foreach (var clock in clocks.Where(c => c.Ledger.Count > 0))
        {
            Breached.Add(clock);
            Events.AddRange(clock.TakeEvents());
        }
    }
}
