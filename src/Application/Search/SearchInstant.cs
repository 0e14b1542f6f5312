using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceDesk.Application.Search;

/// <summary>A time as people type it: a span of a calendar in the reader's zone (today, 2026-03, 2026-03-02), or a point (now, -3d, +4h).</summary>
internal readonly partial record struct SearchInstant(DateTimeOffset From, DateTimeOffset To)
{
    public bool IsPoint => From == To;

    public static bool TryParse(string typed, DateTimeOffset now, TimeZoneInfo zone, out SearchInstant instant)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        SearchInstant? found = SearchFields.Fold(typed) switch
        {
            "now" or "maintenant" => new SearchInstant(now, now),
            "today" or "aujourdhui" => Days(today, today.AddDays(1)),
            "yesterday" or "hier" => Days(today.AddDays(-1), today),
            "tomorrow" or "demain" => Days(today.AddDays(1), today.AddDays(2)),
            "startofweek" or "thisweek" or "semaine" => Days(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7))),
            "startofmonth" or "thismonth" or "mois" => Days(new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(1)),
            _ => null,
        };
        found ??= Relative(typed, now) ?? OfCalendar(typed) ?? Exact(typed);
        instant = found ?? default;
        return found is not null;

        SearchInstant Days(DateOnly from, DateOnly to) => new(Midnight(from, zone), Midnight(to, zone));

        SearchInstant? OfCalendar(string text)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && InReach(day.Year))
                return Days(day, day.AddDays(1));
            if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && InReach(month.Year))
                return Days(month, month.AddMonths(1));

            return DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) && InReach(year.Year)
                ? Days(year, year.AddYears(1)) : null;
        }
    }

    private static SearchInstant? Relative(string typed, DateTimeOffset now)
    {
        var match = Shift().Match(typed);
        if (!match.Success)
            return null;

        var amount = int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        var at = match.Groups["unit"].Value switch
        {
            "m" or "min" => now.AddMinutes(amount),
            "h" => now.AddHours(amount),
            "w" or "s" => now.AddDays(7 * amount),
            "mo" => now.AddMonths(amount),
            "y" or "a" => now.AddYears(Math.Clamp(amount, -100, 100)),
            _ => now.AddDays(amount),
        };
        return new SearchInstant(at, at);
    }

    private static SearchInstant? Exact(string typed) =>
        typed.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && InReach(at.Year)
            ? new SearchInstant(at, at) : null;

    private static bool InReach(int year) => year is >= 1900 and <= 2200;

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    [GeneratedRegex(@"\A(?<sign>[+-])(?<n>\d{1,4})(?<unit>min|mo|m|h|d|j|w|s|y|a)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shift();
}
