using ServiceDesk.Application.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Opening hours: hh:mm, to 24:00; a to before the from lies on the next day.</summary>
public sealed record WindowBody(string From, string To)
{
    public const int MaxPerDay = CalendarDefinition.MaxWindowsPerDay;

    internal static IReadOnlyList<CalendarWindow> Read(IReadOnlyList<WindowBody>? windows) =>
        [.. (windows ?? []).Select(x => CalendarWindow.Parse(x.From, x.To))];

    internal static IReadOnlyList<WindowBody> Of(IReadOnlyList<CalendarWindow> windows) =>
        [.. windows.Select(x => new WindowBody(CalendarWindow.Text(x.From), CalendarWindow.Text(x.To)))];
}

/// <summary>The windows of an ordinary week; a day that is left out is closed.</summary>
public sealed record WeeklyBody
{
    public IReadOnlyList<WindowBody>? Monday { get; init; }
    public IReadOnlyList<WindowBody>? Tuesday { get; init; }
    public IReadOnlyList<WindowBody>? Wednesday { get; init; }
    public IReadOnlyList<WindowBody>? Thursday { get; init; }
    public IReadOnlyList<WindowBody>? Friday { get; init; }
    public IReadOnlyList<WindowBody>? Saturday { get; init; }
    public IReadOnlyList<WindowBody>? Sunday { get; init; }

    internal WeeklyWindows Read() => new()
    {
        Monday = WindowBody.Read(Monday),
        Tuesday = WindowBody.Read(Tuesday),
        Wednesday = WindowBody.Read(Wednesday),
        Thursday = WindowBody.Read(Thursday),
        Friday = WindowBody.Read(Friday),
        Saturday = WindowBody.Read(Saturday),
        Sunday = WindowBody.Read(Sunday),
    };

    internal static WeeklyBody Of(WeeklyWindows week) => new()
    {
        Monday = WindowBody.Of(week.Monday),
        Tuesday = WindowBody.Of(week.Tuesday),
        Wednesday = WindowBody.Of(week.Wednesday),
        Thursday = WindowBody.Of(week.Thursday),
        Friday = WindowBody.Of(week.Friday),
        Saturday = WindowBody.Of(week.Saturday),
        Sunday = WindowBody.Of(week.Sunday),
    };
}

/// <summary>Changes single days of the week: those left out stay, null closes one.</summary>
public sealed record WeeklyPatch
{
    public Optional<IReadOnlyList<WindowBody>> Monday { get; init; }
    public Optional<IReadOnlyList<WindowBody>> Tuesday { get; init; }
    public Optional<IReadOnlyList<WindowBody>> Wednesday { get; init; }
    public Optional<IReadOnlyList<WindowBody>> Thursday { get; init; }
    public Optional<IReadOnlyList<WindowBody>> Friday { get; init; }
    public Optional<IReadOnlyList<WindowBody>> Saturday { get; init; }
    public Optional<IReadOnlyList<WindowBody>> Sunday { get; init; }

    internal WeeklyWindows Apply(WeeklyWindows week) => new()
    {
        Monday = Or(Monday, week.Monday),
        Tuesday = Or(Tuesday, week.Tuesday),
        Wednesday = Or(Wednesday, week.Wednesday),
        Thursday = Or(Thursday, week.Thursday),
        Friday = Or(Friday, week.Friday),
        Saturday = Or(Saturday, week.Saturday),
        Sunday = Or(Sunday, week.Sunday),
    };

    private static IReadOnlyList<CalendarWindow> Or(Optional<IReadOnlyList<WindowBody>> day, IReadOnlyList<CalendarWindow> current) =>
        day.IsPresent ? WindowBody.Read(day.Value) : current;
}

/// <summary>A date with other windows than its weekday's; without any it is closed all day.</summary>
public sealed record ExceptionBody(DateOnly Date, string Label, IReadOnlyList<WindowBody>? Windows = null)
{
    /// <summary>As many as a calendar may have of its own.</summary>
    public const int MaxCount = 2_000;

    internal CalendarException Read() => new(Date, Label.Trim(), "calendar", WindowBody.Read(Windows));

    internal static IReadOnlyList<CalendarException> Read(IReadOnlyList<ExceptionBody>? exceptions) =>
        [.. (exceptions ?? []).Select(x => x.Read()).OrderBy(x => x.Date)];

    internal static ExceptionBody Of(CalendarException x) => new(x.Date, x.Label, WindowBody.Of(x.Windows));
}
