using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

/// <summary>Clocks on the office calendar of Berlin, moved by times as people write them.</summary>
internal static class AClock
{
    public static readonly CalendarId OfficeHours = new(new Guid("00000000-0000-7000-8000-0000000000a1"));
    public static readonly CalendarId AroundTheClock = new(new Guid("00000000-0000-7000-8000-0000000000a2"));
    public static readonly TeamId Network = new(new Guid("00000000-0000-7000-8000-0000000000b1"));
    public static readonly TeamId Desktop = new(new Guid("00000000-0000-7000-8000-0000000000b2"));
    public static readonly UserId Ada = new(new Guid("00000000-0000-7000-8000-0000000000c1"));

    private static readonly PolicyId Policy = new(new Guid("00000000-0000-7000-8000-0000000000d1"));
    private static readonly TicketId Ticket = new(new Guid("00000000-0000-7000-8000-0000000000e1"));
    private static readonly BusinessCalendar Office = ACalendar.Office();
    private static readonly BusinessCalendar Always = AlwaysOpen();

    public static BusinessCalendar Calendars(CalendarId id, int version) => (id == OfficeHours, version) switch
    {
        (true, 1) => Office,
        (false, 1) => Always,
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    public static ClockTerms Terms(double hours, CalendarId? calendar = null) =>
        new(Policy, 1, calendar ?? OfficeHours, 1, (long)(hours * 3600));

    public static Cause Cause(string local, string why = "test", long byEvent = 1) => new(At(local), byEvent, why);

    public static ServiceLevelClock Started(string local, double hours, string? pausedReason = null) => ServiceLevelClock.Start(
        new ClockOpening(Ticket, ServiceLevelTarget.Resolution, Audience.Customer, 1, Terms(hours), new ClockOwner(Network, null)),
        Cause(local, "opened"), Calendars, pausedReason);

    public static ServiceLevelClock Paused(this ServiceLevelClock clock, string local, string why = "awaitingRequester") =>
        With(clock, x => x.Pause(Cause(local, why), Calendars));

    public static ServiceLevelClock Resumed(this ServiceLevelClock clock, string local) =>
        With(clock, x => x.Resume(Cause(local, "resumed"), Calendars));

    public static ServiceLevelClock Stopped(this ServiceLevelClock clock, string local) =>
        With(clock, x => x.Stop(Cause(local, "resolved"), Calendars));

    public static ServiceLevelClock Cancelled(this ServiceLevelClock clock, string local) =>
        With(clock, x => x.Cancel(Cause(local, "cancelled"), Calendars));

    public static ServiceLevelClock Reopened(this ServiceLevelClock clock, string local, ClockTerms? terms = null) =>
        With(clock, x => x.Reopen(Cause(local, "reopened"), Calendars, terms: terms));

    public static ServiceLevelClock Retargeted(this ServiceLevelClock clock, string local, ClockTerms terms) =>
        With(clock, x => x.Retarget(terms, Cause(local, "priority"), Calendars));

    public static ServiceLevelClock Observed(this ServiceLevelClock clock, string local) =>
        With(clock, x => x.Observe(At(local), Calendars));

    public static ClockFold Fold(this ServiceLevelClock clock) => new(clock.Ledger, Calendars);

    private static ServiceLevelClock With(ServiceLevelClock clock, Action<ServiceLevelClock> verb)
    {
        verb(clock);
        return clock;
    }
}
