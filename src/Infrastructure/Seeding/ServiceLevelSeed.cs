using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>
/// Service levels a new installation begins with: the holiday sets, two calendars and one policy for each priority of incidents, with
/// high orders so that what an administrator writes goes first. Never touched again once there is a calendar.
/// </summary>
internal static class ServiceLevelSeed
{
    public const string BusinessHours = "Business hours";
    public const string AroundTheClock = "Around the clock";

    /// <summary>The policy for what no other is for; the others are called "Standard P1" to "Standard P5".</summary>
    public const string Standard = "Standard";

    private const int FirstOrder = 1000;

    /// <summary>Hours of service to the first response and to resolution.</summary>
    private static readonly (Priority? Priority, int FirstResponse, int Resolution)[] Targets =
    [
        (Priority.P1, 1, 4), (Priority.P2, 2, 8), (Priority.P3, 4, 24), (Priority.P4, 8, 40), (Priority.P5, 8, 80), (null, 8, 40),
    ];

    public static async Task EnsureAsync(ServiceDeskDbContext db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<Calendar>().AnyAsync(ct))
            return;

        var act = new Act(UserId.System, clock.GetUtcNow());
        var zone = await db.Settings.Select(s => s.TimeZone).SingleAsync(ct);
        var holidays = HolidayFiles.Read(act.At).ToDictionary(x => x.Key, x => x.Set);
        var week = WeeklyWindows.MondayToFriday(CalendarWindow.Parse("08:00", "18:00"));
        var business = Calendar.Introduce(BusinessHours, new CalendarDefinition(zone, week, []), [holidays["fr"]], act);
        var always = Calendar.Introduce(AroundTheClock, new CalendarDefinition(zone, WeeklyWindows.Always, []), [], act);

        db.AddRange(holidays.Values);
        db.AddRange(business, always);
        db.AddRange(Targets.Select((x, i) => Policy(i, x.Priority, x.FirstResponse, x.Resolution, x.Priority == Priority.P1 ? always : business, act)));
        await db.SaveChangesAsync(ct);
    }

    private static ServiceLevelPolicy Policy(int index, Priority? priority, int firstResponse, int resolution, Calendar calendar, Act act)
    {
        var when = new PolicyConditions { Practice = Practice.Incident, Priorities = priority is { } p ? [p] : null };
        var definition = new PolicyDefinition(when, calendar.Id, new PolicyTargets(firstResponse * 3600L, null, resolution * 3600L));
        var name = priority is null ? Standard : $"{Standard} {priority}";

        return ServiceLevelPolicy.Introduce(name, FirstOrder + (10 * index), definition, calendar.Current.Open(), act);
    }
}
