using System.Globalization;
using ServiceDesk.Application.Common;

namespace ServiceDesk.Application.Reports;

/// <summary>From inclusive to exclusive, and the zone in which dates, days and months are meant (ruling 14).</summary>
public sealed record ReportPeriod(DateTimeOffset From, DateTimeOffset To, TimeZoneInfo Zone)
{
    public const int DefaultDays = 30;

    /// <summary>
    /// <paramref name="from"/> and <paramref name="to"/> are instants or dates in the zone; without them the thirty days up to now.
    /// </summary>
    public static ReportPeriod Of(string? from, string? to, string? zone, DateTimeOffset now)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "Etc/UTC", out var found) || !found.HasIanaId)
            throw new MalformedRequestException("report.zone_unknown", "zone", "An IANA zone such as Europe/Paris.");

        var end = Instant(to, "to", found) ?? now;
        var start = Instant(from, "from", found) ?? end.AddDays(-DefaultDays);
        if (start >= end)
            throw new MalformedRequestException("report.period_empty", "to", "The period ends before it begins.");

        return new ReportPeriod(start, end, found);
    }

    /// <summary>The ends of the intervals the period falls into; the first and the last may be cut.</summary>
    public IReadOnlyList<DateTimeOffset> Ends(ReportInterval interval, int most)
    {
        List<DateTimeOffset> ends = [];
        for (var date = Next(TimeZoneInfo.ConvertTime(From, Zone).Date, interval); ends.Count <= most; date = Next(date, interval))
        {
            var end = StartOf(date, Zone);
            if (end >= To)
                return [.. ends, To];
            if (end > From)
                ends.Add(end);
        }

        throw new MalformedRequestException("report.too_many_intervals", "interval", $"At most {most} intervals: choose a longer one or a shorter period.");
    }

    internal static DateTimeOffset StartOf(DateTime date, TimeZoneInfo zone)
    {
        // A day that begins in a gap begins when the gap is over.
        var local = DateTime.SpecifyKind(date, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateTime Next(DateTime date, ReportInterval interval) => interval switch
    {
        ReportInterval.Day => date.AddDays(1),
        ReportInterval.Week => date.AddDays(7 - (((int)date.DayOfWeek + 6) % 7)),
        _ => new DateTime(date.Year, date.Month, 1).AddMonths(1),
    };

    private static DateTimeOffset? Instant(string? text, string member, TimeZoneInfo zone)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 9000)
            return StartOf(date, zone);

        // "+" of an offset is a blank where it was not encoded.
        if (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(
            text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year is > 1900 and < 9000)
            return at.ToUniversalTime();

        throw new MalformedRequestException("report.instant_invalid", member, "A date such as 2026-03-01 or an instant such as 2026-03-01T08:00:00Z.");
    }
}

/// <summary>Words of a query string.</summary>
internal static class ReportWords
{
    /// <summary>The value for its word as the API writes it; the fallback for none.</summary>
    public static T Parse<T>(string? word, string member, T fallback)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(word))
            return fallback;
        return EnumWords.TryParse<T>(word, out var value) ? value : throw new MalformedRequestException("report.word_unknown", member, $"One of: {EnumWords.Known<T>()}.");
    }
}

public enum ReportInterval
{
    Day,
    Week,
    Month,
}
