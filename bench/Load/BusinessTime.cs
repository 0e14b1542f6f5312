using System.Diagnostics;
using System.Globalization;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Load;

/// <summary>Row 9: business time over a day and over ten years, in nanoseconds a call.</summary>
internal static class BusinessTime
{
    private const int Calls = 2_000_000;

    public static IEnumerable<Row> Measure()
    {
        var calendar = BusinessCalendar.From(new CalendarDefinition(
            "Europe/Paris", WeeklyWindows.MondayToFriday(CalendarWindow.Parse("08:00", "12:00"), CalendarWindow.Parse("13:00", "17:00")), []));
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var (dayAdd, yearsAdd) = (Time(i => calendar.Add(start.AddSeconds(i % 3600), TimeSpan.FromHours(8)).Ticks), Time(i => calendar.Add(start.AddSeconds(i % 3600), TimeSpan.FromHours(20_000)).Ticks));
        var (dayBetween, yearsBetween) = (Time(i => calendar.Between(start, start.AddDays(1).AddSeconds(i % 3600)).Ticks), Time(i => calendar.Between(start, start.AddYears(10).AddSeconds(i % 3600)).Ticks));
        yield return ToRow("add", dayAdd, yearsAdd);
        yield return ToRow("between", dayBetween, yearsBetween);
    }

    private static Row ToRow(string name, double day, double years) => new(
        "9", $"business time `{name}`", "a day / ten years", string.Create(CultureInfo.InvariantCulture, $"{day:0} ns / {years:0} ns"), "", years / day, null,
        "< 1 µs, the same for both", day < 1000 && years < 1000);

    private static double Time(Func<int, long> call)
    {
        long sum = 0;
        List<double> rounds = [];
        for (var round = 0; round < 4; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < Calls; i++)
                sum += call(i);
            rounds.Add(Stopwatch.GetElapsedTime(started).TotalNanoseconds / Calls);
        }

        GC.KeepAlive(sum);
        return rounds.Skip(1).Order().ElementAt(1);
    }
}
