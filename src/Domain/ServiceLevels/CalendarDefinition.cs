using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>
/// What stands in for the ordinary windows of one local date: none means closed all day. The label and where it comes from are kept,
/// so that a deadline can be explained.
/// </summary>
public sealed record CalendarException(DateOnly Date, string Label, string Source, IReadOnlyList<CalendarWindow> Windows)
{
    public const int LabelMaxLength = 120;
    public const int SourceMaxLength = 60;

    public static CalendarException Closed(DateOnly date, string label, string source = "calendar") => new(date, label, source, []);
}

/// <summary>Everything that decides when a calendar is open, as it is stored and sent; one version of it never changes.</summary>
public sealed record CalendarDefinition(string TimeZone, WeeklyWindows Weekly, IReadOnlyList<CalendarException> Exceptions)
{
    public const int MaxWindowsPerDay = 24;

    /// <summary>Adds the days of holiday sets; a date that already has an exception keeps it, so the calendar's own word wins.</summary>
    public CalendarDefinition WithHolidays(IEnumerable<CalendarException> holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);

        var byDate = Exceptions.ToDictionary(x => x.Date);
        foreach (var holiday in holidays)
            byDate.TryAdd(holiday.Date, holiday);

        return this with { Exceptions = [.. byDate.Values.OrderBy(x => x.Date)] };
    }

    internal TimeZoneInfo RequireZone()
    {
        // Windows names are resolved on some systems and not on others; only the IANA name is the same everywhere.
        var windowsName = TimeZone != "UTC" && TimeZoneInfo.TryConvertWindowsIdToIanaId(TimeZone, out _);

        return !windowsName && TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone)
            ? zone
            : throw RuleViolationException.Meaning("calendar.zone_unknown", $"'{TimeZone}' is not a time zone of the IANA database.");
    }

    internal void RequireSound()
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
            RequireSound(Weekly.On(day));

        foreach (var exception in Exceptions)
            RequireSound(exception.Windows);

        if (Exceptions.Any(x => x.Label.Length is 0 or > CalendarException.LabelMaxLength
            || x.Source.Length > CalendarException.SourceMaxLength))
            throw RuleViolationException.Meaning(
                "calendar.label_invalid", $"An exception has a label of at most {CalendarException.LabelMaxLength} characters.");

        if (Exceptions.GroupBy(x => x.Date).FirstOrDefault(x => x.Count() > 1) is { } twice)
            throw RuleViolationException.Meaning("calendar.exception_twice", $"{twice.Key:yyyy-MM-dd} has more than one exception.");
    }

    private static void RequireSound(IReadOnlyList<CalendarWindow> windows)
    {
        if (windows.Count > MaxWindowsPerDay)
            throw RuleViolationException.Meaning("calendar.too_many_windows", $"A day has at most {MaxWindowsPerDay} windows.");

        foreach (var window in windows)
            window.Checked();
    }
}
