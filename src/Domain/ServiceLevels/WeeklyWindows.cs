namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>The opening hours of an ordinary week; a day without windows is closed.</summary>
public sealed record WeeklyWindows
{
    public static WeeklyWindows Closed { get; } = new();

    public static WeeklyWindows Always { get; } = Daily(new CalendarWindow(0, CalendarWindow.MinutesPerDay));

    public IReadOnlyList<CalendarWindow> Monday { get; init; } = [];
    public IReadOnlyList<CalendarWindow> Tuesday { get; init; } = [];
    public IReadOnlyList<CalendarWindow> Wednesday { get; init; } = [];
    public IReadOnlyList<CalendarWindow> Thursday { get; init; } = [];
    public IReadOnlyList<CalendarWindow> Friday { get; init; } = [];
    public IReadOnlyList<CalendarWindow> Saturday { get; init; } = [];
    public IReadOnlyList<CalendarWindow> Sunday { get; init; } = [];

    public static WeeklyWindows Daily(params IReadOnlyList<CalendarWindow> windows) =>
        MondayToFriday(windows) with { Saturday = windows, Sunday = windows };

    public static WeeklyWindows MondayToFriday(params IReadOnlyList<CalendarWindow> windows) =>
        new() { Monday = windows, Tuesday = windows, Wednesday = windows, Thursday = windows, Friday = windows };

    public IReadOnlyList<CalendarWindow> On(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Monday,
        DayOfWeek.Tuesday => Tuesday,
        DayOfWeek.Wednesday => Wednesday,
        DayOfWeek.Thursday => Thursday,
        DayOfWeek.Friday => Friday,
        DayOfWeek.Saturday => Saturday,
        _ => Sunday,
    };
}
