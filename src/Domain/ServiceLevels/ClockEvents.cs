using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>A promise was not kept; said once per clock, when it is noticed.</summary>
[EventName("clock.breached.v1")]
public sealed record ClockBreached(ClockId ClockId, TicketId TicketId, ServiceLevelTarget Target, DateTimeOffset BreachedAt) : IAboutTicket;

/// <summary>
/// A clock reached a level its policy has an alarm for; said once per clock and level. <see cref="At"/> is when it fired,
/// <see cref="ReachedAt"/> when the level was reached; for those who work on tickets only.
/// </summary>
[EventName("alarm.fired.v1")]
public sealed record AlarmFired(
    TicketId TicketId, long Version, UserId By, DateTimeOffset At, ClockId ClockId, ServiceLevelTarget Target, string Level,
    DateTimeOffset ReachedAt, DateTimeOffset? DueAt, IReadOnlyList<AlarmAction> Actions) : ITicketEvent
{
    /// <summary>Everybody its notify actions name by their part: those to be told at once, or those who are told in their working hours.</summary>
    public IEnumerable<AlarmRecipient> Whom(bool onlyInWorkingHours = false) => Notices(onlyInWorkingHours).SelectMany(x => x.Whom ?? []).Distinct();

    /// <summary>Its notify actions, which may name a person or a team as well.</summary>
    public IEnumerable<AlarmAction> Notices(bool onlyInWorkingHours) =>
        Actions.Where(x => x.Kind == AlarmActionKind.Notify && x.OnlyInWorkingHours == onlyInWorkingHours);
}
