using System.Globalization;
using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class TimeZoneTableTests
{
    private static readonly List<(string Zone, DateTimeOffset At, int Before, int After)> Changes =
    [
        .. TestData.Rows("tz-transitions.csv.gz").Select(x => (
            x[0], Utc(x[1]), int.Parse(x[2], CultureInfo.InvariantCulture), int.Parse(x[3], CultureInfo.InvariantCulture))),
    ];

    private static readonly List<(string Zone, DateTime Local, string Kind, string First, string Second)> LocalTimes =
    [
        .. TestData.Rows("tz-local-times.csv.gz").Select(x => (
            x[0], DateTime.Parse(x[1], CultureInfo.InvariantCulture), x[2], x[3], x[4])),
    ];

    [Test]
    public void Every_change_of_the_table_makes_its_day_longer_or_shorter()
    {
        var days = Changes.Select(x => x.Zone).Distinct().ToDictionary(x => x, x => Of(x, WeeklyWindows.Always));

        Assert.That(Changes, Has.Count.EqualTo(476));
        Assert.That(Changes.Where(x => Length(days[x.Zone], x.At) != 86_400 - (x.After - x.Before)), Is.Empty);

        static double Length(BusinessCalendar calendar, DateTimeOffset at)
        {
            var day = calendar.OpenWindows(at, 1).Single();
            return (day.To - day.From).TotalSeconds;
        }
    }

    [Test]
    public void Every_local_time_of_the_table_opens_at_its_first_occurrence()
    {
        Assert.That(LocalTimes, Has.Count.EqualTo(756));
        Assert.That(LocalTimes.Where(x => Opening(x.Zone, x.Local) != (x.Kind == "gap" ? Gap(x.Zone, x.Local) : Utc(x.First))), Is.Empty);
    }

    [Test]
    public void Every_local_time_of_the_table_closes_at_its_last_occurrence()
    {
        var times = LocalTimes.Where(x => x.Local.TimeOfDay > TimeSpan.Zero).ToList();

        Assert.That(times, Has.Count.GreaterThan(700));
        Assert.That(times.Where(x => Closing(x.Zone, x.Local) != Expected(x.Zone, x.Local, x.Kind, x.First, x.Second)), Is.Empty);

        static DateTimeOffset Expected(string zone, DateTime local, string kind, string first, string second) =>
            kind == "gap" ? Gap(zone, local) : Utc(kind == "ambiguous" ? second : first);
    }

    private static DateTimeOffset Gap(string zone, DateTime local) => Changes.Single(x => x.Zone == zone
        && x.At.UtcDateTime.AddSeconds(x.Before) <= local && local < x.At.UtcDateTime.AddSeconds(x.After)).At;

    private static DateTimeOffset Opening(string zone, DateTime local) =>
        Only(zone, local, new CalendarWindow((int)local.TimeOfDay.TotalMinutes, CalendarWindow.MinutesPerDay)).From;

    private static DateTimeOffset Closing(string zone, DateTime local) =>
        Only(zone, local, new CalendarWindow(0, (int)local.TimeOfDay.TotalMinutes)).To;

    private static OpenWindow Only(string zone, DateTime local, CalendarWindow window) =>
        Of(zone, WeeklyWindows.Closed, new CalendarException(DateOnly.FromDateTime(local), "the day", "test", [window]))
            .OpenWindows(new DateTimeOffset(local, TimeSpan.Zero).AddDays(-3), 1).Single();
}
