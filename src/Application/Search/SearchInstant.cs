using System.Globalization;
using System.Text.RegularExpressions;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.Search;

/// <summary>A time as people type it: a span of a calendar in the reader's zone (today, 2026-03, 2026-03-02), or a point (now, -3d, +4h, +4bh).</summary>
internal readonly partial record struct SearchInstant(DateTimeOffset From, DateTimeOffset To)
{
    private const long FurthestBack = 20L * 366 * 86_400;

    public bool IsPoint => From == To;

    /// <summary>Whether it can be a time at all, whenever it is read.</summary>
    public static bool IsKnown(string typed) => TryParse(Signed(typed), DateTimeOffset.UnixEpoch.AddYears(40), TimeZoneInfo.Utc, null, out _);

    /// <summary>Counted in hours of business, which only a calendar knows.</summary>
    public static bool IsOfBusiness(string typed) => Shift().Match(typed) is { Success: true } match && match.Groups["unit"].Value is "bh" or "ho";

    /// <summary>4h without a sign lies behind us, or ahead where that is what a field is about.</summary>
    public static string Signed(string typed, bool ahead) => typed.Length > 0 && char.IsAsciiDigit(typed[0]) && Shift().IsMatch("-" + typed) ? (ahead ? "+" : "-") + typed : typed;

    public static string Signed(string typed) => Signed(typed, ahead: false);

    public static bool TryParse(string typed, DateTimeOffset now, TimeZoneInfo zone, BusinessCalendar? hours, out SearchInstant instant)
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
        found ??= Relative(typed, now, hours) ?? OfCalendar(typed) ?? Exact(typed);
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

    private static SearchInstant? Relative(string typed, DateTimeOffset now, BusinessCalendar? hours)
    {
        var match = Shift().Match(typed);
        if (!match.Success)
            return null;

        var amount = int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        var at = match.Groups["unit"].Value switch
        {
            "m" or "min" => now.AddMinutes(amount),
            "h" => now.AddHours(amount),
            "bh" or "ho" => hours is null ? now.AddHours(amount) : amount < 0 ? Before(now, TimeSpan.FromHours(-amount), hours) : hours.Add(now, TimeSpan.FromHours(amount)),
            "w" or "s" => now.AddDays(7 * amount),
            "mo" => now.AddMonths(amount),
            "y" or "a" => now.AddYears(Math.Clamp(amount, -100, 100)),
            _ => now.AddDays(amount),
        };
        return new SearchInstant(at, at);
    }

    // The latest instant with so much open time up to now; a calendar counts forward only, and its open time grows with the span.
    internal static DateTimeOffset Before(DateTimeOffset now, TimeSpan duration, BusinessCalendar hours)
    {
        var (near, far) = (0L, 3_600L);
        while (far < FurthestBack && hours.Between(now.AddSeconds(-far), now) < duration)
            (near, far) = (far, far * 2);
        while (far - near > 1)
        {
            var middle = near + ((far - near) / 2);
            if (hours.Between(now.AddSeconds(-middle), now) < duration)
                near = middle;
            else
                far = middle;
        }

        return now.AddSeconds(-far);
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

    [GeneratedRegex(@"\A(?<sign>[+-])(?<n>\d{1,4})(?<unit>min|mo|m|bh|ho|h|d|j|w|s|y|a)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shift();
}
