using System.Globalization;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

/// <summary>The calendars the tests speak of, and times written as people write them.</summary>
internal static class ACalendar
{
    public const string Berlin = "Europe/Berlin";

    public static readonly CalendarWindow Morning = CalendarWindow.Parse("08:00", "12:00");
    public static readonly CalendarWindow Afternoon = CalendarWindow.Parse("13:00", "17:00");

    public static BusinessCalendar Office(params CalendarException[] exceptions) =>
        Of(WeeklyWindows.MondayToFriday(Morning, Afternoon), exceptions);

    public static BusinessCalendar AlwaysOpen() => Of(WeeklyWindows.Always);

    public static BusinessCalendar SaturdayNight() => Of(new WeeklyWindows { Saturday = [CalendarWindow.Parse("22:00", "06:00")] });

    public static BusinessCalendar Sunday(string from, string to) => Of(new WeeklyWindows { Sunday = [CalendarWindow.Parse(from, to)] });

    public static BusinessCalendar Of(WeeklyWindows weekly, params CalendarException[] exceptions) => Of(Berlin, weekly, exceptions);

    public static BusinessCalendar Of(string zone, WeeklyWindows weekly, params CalendarException[] exceptions) =>
        BusinessCalendar.From(new CalendarDefinition(zone, weekly, exceptions));

    /// <summary>An unambiguous time on a wall in Berlin.</summary>
    public static DateTimeOffset At(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, TimeZoneInfo.FindSystemTimeZoneById(Berlin).GetUtcOffset(time)).ToUniversalTime();
    }

    public static DateTimeOffset Utc(string instant) =>
        DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
