using System.Globalization;
using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>
/// Opening hours in minutes of the local day: from 0 to 1439, to 0 to 1440 (24:00). A to before the from lies on the next day.
/// </summary>
public readonly record struct CalendarWindow(int From, int To)
{
    public const int MinutesPerDay = 24 * 60;

    /// <summary>The closing minute counted from the midnight at which the window's own date begins.</summary>
    internal int End => To < From ? To + MinutesPerDay : To;

    /// <summary>Reads "08:00" and "24:00"; anything else is refused.</summary>
    public static CalendarWindow Parse(string from, string to) => new CalendarWindow(Minutes(from), Minutes(to)).Checked();

    public override string ToString() => $"{Text(From)}–{Text(To)}";

    /// <summary>The time of day as the definition writes it, "24:00" included.</summary>
    public static string Text(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    internal CalendarWindow Checked()
    {
        if (From is < 0 or >= MinutesPerDay || To is < 0 or > MinutesPerDay)
            throw RuleViolationException.Meaning(
                "calendar.time_invalid", "A window opens from 00:00 to 23:59 and closes from 00:00 to 24:00.");

        if (From == To)
            throw RuleViolationException.Meaning("calendar.window_empty", $"A window cannot close at the time it opens ({Text(From)}).");

        return this;
    }

    private static int Minutes(string text)
    {
        var valid = text is { Length: 5 } && text[2] == ':'
            && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && minute < 60;

        return valid
            ? (int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture)
            : throw RuleViolationException.Meaning("calendar.time_invalid", "A time of day is written hh:mm, up to 24:00.");
    }
}
