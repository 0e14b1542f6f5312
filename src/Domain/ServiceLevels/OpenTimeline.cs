namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>
/// The open intervals of a calendar over whole years, with the open seconds before each, so that both directions are one binary search.
/// Seconds since 1970; never changed once built.
/// </summary>
internal sealed class OpenTimeline
{
    // A window of a neighbouring date can reach into the range: past midnight, by the zone's offset, over a skipped day.
    private const int MarginInDays = 3;

    private readonly ZoneTimeline zone;
    private readonly long[] opens;
    private readonly long[] before;

    private OpenTimeline(int firstYear, int lastYear, ZoneTimeline zone, List<(long Open, long Close)> intervals)
    {
        FirstYear = firstYear;
        LastYear = lastYear;
        From = Seconds(new DateOnly(firstYear, 1, 1));
        To = Seconds(new DateOnly(lastYear + 1, 1, 1));
        this.zone = zone;
        opens = new long[intervals.Count];
        before = new long[intervals.Count + 1];

        for (var i = 0; i < intervals.Count; i++)
        {
            opens[i] = intervals[i].Open;
            before[i + 1] = before[i] + intervals[i].Close - intervals[i].Open;
        }
    }

    public int FirstYear { get; }
    public int LastYear { get; }

    /// <summary>Answers are right from here…</summary>
    public long From { get; }

    /// <summary>…up to and including here.</summary>
    public long To { get; }

    public int Count => opens.Length;

    public static OpenTimeline Build(
        TimeZoneInfo zone, Func<DateOnly, IReadOnlyList<CalendarWindow>> windowsOn, int firstYear, int lastYear)
    {
        var first = new DateOnly(firstYear, 1, 1).AddDays(-MarginInDays);
        var last = new DateOnly(lastYear, 12, 31).AddDays(MarginInDays);
        var offsets = ZoneTimeline.Of(zone, Seconds(first.AddDays(-MarginInDays)), Seconds(last.AddDays(MarginInDays)));
        var intervals = new List<(long Open, long Close)>();

        for (var date = first; date <= last; date = date.AddDays(1))
            AddDay(intervals, offsets, Seconds(date), windowsOn(date));

        intervals.Sort();
        return new OpenTimeline(firstYear, lastYear, offsets, Unite(intervals));
    }

    /// <summary>The open seconds from the beginning of the timeline up to an instant.</summary>
    public long OpenBefore(long instant)
    {
        var i = LastOpenAt(instant);
        return i < 0 ? 0 : Math.Min(before[i] + (instant - opens[i]), before[i + 1]);
    }

    /// <summary>The earliest instant before which so many seconds were open; the sum must be positive and within the timeline.</summary>
    public long InstantOf(long openSeconds)
    {
        var low = 0;
        var high = opens.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (before[middle + 1] >= openSeconds)
                high = middle;
            else
                low = middle + 1;
        }

        return opens[low] + (openSeconds - before[low]);
    }

    /// <summary>The index of the first interval that closes after an instant, or the count when none does.</summary>
    public int FirstClosingAfter(long instant)
    {
        var i = LastOpenAt(instant);
        return i >= 0 && this[i].Close > instant ? i : i + 1;
    }

    public (long Open, long Close) this[int index] => (opens[index], opens[index] + (before[index + 1] - before[index]));

    /// <summary>The instants at which a local date begins and ends; both the same where the zone skipped it.</summary>
    public (long Start, long End) Day(DateOnly date) => (zone.FirstAt(Seconds(date)), zone.FirstAt(Seconds(date.AddDays(1))));

    private int LastOpenAt(long instant)
    {
        var low = 0;
        var high = opens.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (opens[middle] <= instant)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private static void AddDay(
        List<(long Open, long Close)> intervals, ZoneTimeline zone, long midnight, IReadOnlyList<CalendarWindow> windows)
    {
        // By index: this runs for every day of every year, and an enumerator would be one allocation each.
        for (var i = 0; i < windows.Count; i++)
        {
            var open = zone.FirstAt(midnight + (windows[i].From * 60L));
            var close = zone.LastAt(midnight + (windows[i].End * 60L));
            if (open < close)
                intervals.Add((open, close));
        }
    }

    // Windows that only touch stay apart: a calendar that never closes still has one window a day to show.
    private static List<(long Open, long Close)> Unite(List<(long Open, long Close)> sorted)
    {
        var united = new List<(long Open, long Close)>(sorted.Count);
        foreach (var interval in sorted)
        {
            if (united.Count > 0 && interval.Open < united[^1].Close)
                united[^1] = (united[^1].Open, Math.Max(united[^1].Close, interval.Close));
            else
                united.Add(interval);
        }

        return united;
    }

    private static long Seconds(DateOnly date) =>
        ((long)date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 24 * 60 * 60;
}
