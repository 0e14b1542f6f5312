using System.Globalization;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Reads the all-day events of an iCalendar text (RFC 5545); recurring ones are not followed but refused, as a year would be missing.</summary>
internal static class HolidayIcs
{
    public static IReadOnlyList<Holiday> Read(string text)
    {
        var days = new SortedDictionary<DateOnly, string>();
        (DateOnly? Start, DateOnly? End, string? Summary)? inEvent = null;
        foreach (var (name, value) in Lines(text))
        {
            switch (name)
            {
                case "BEGIN" when value == "VEVENT":
                    inEvent = (null, null, null);
                    break;
                case "END" when value == "VEVENT" && inEvent is { } ended:
                    Add(days, ended.Start, ended.End, ended.Summary);
                    inEvent = null;
                    break;
                case "DTSTART" when inEvent is { } e:
                    inEvent = e with { Start = Date(value) };
                    break;
                case "DTEND" when inEvent is { } e:
                    inEvent = e with { End = Date(value) };
                    break;
                case "SUMMARY" when inEvent is { } e:
                    inEvent = e with { Summary = Unescaped(value) };
                    break;
                case "RRULE" when inEvent is not null:
                    throw RuleViolationException.Meaning(
                        "holiday_set.ics_recurring", "Recurring events are not followed: export the single days.");
            }
        }

        return days.Count > 0
            ? [.. days.Select(d => new Holiday(d.Key, d.Value, []))]
            : throw RuleViolationException.Meaning("holiday_set.ics_empty", "The text has no all-day event.");
    }

    private static void Add(SortedDictionary<DateOnly, string> days, DateOnly? start, DateOnly? end, string? summary)
    {
        if (start is not { } first)
            return;

        // The end is the day after; an event may last for several days.
        var label = summary is { Length: > 0 } ? summary[..Math.Min(summary.Length, CalendarException.LabelMaxLength)] : "Holiday";
        for (var day = first; day == first || (day < end && days.Count <= HolidaySet.MaxDays); day = day.AddDays(1))
            days[day] = days.TryGetValue(day, out var there) && there != label
                ? $"{there}; {label}"[..Math.Min(there.Length + label.Length + 2, CalendarException.LabelMaxLength)]
                : label;
    }

    private static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Content lines unfolded, as name without parameters and value.</summary>
    private static IEnumerable<(string Name, string Value)> Lines(string text)
    {
        var unfolded = text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal);
        foreach (var line in unfolded.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                yield return (line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..].Trim());
        }
    }

    private static string Unescaped(
        string text) => text.Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal)
        .Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\\\", "\\", StringComparison.Ordinal);
}
