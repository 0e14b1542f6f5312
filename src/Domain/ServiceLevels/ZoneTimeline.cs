namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>
/// The offsets of a zone over a range, laid out as segments, so that a local time finds its instant by binary search. Seconds since 1970.
/// </summary>
internal sealed class ZoneTimeline
{
    private const long Day = 24 * 60 * 60;

    private readonly long[] starts;
    private readonly long[] offsets;

    private ZoneTimeline(long[] starts, long[] offsets)
    {
        this.starts = starts;
        this.offsets = offsets;
    }

    public static ZoneTimeline Of(TimeZoneInfo zone, long from, long to)
    {
        var starts = new List<long> { from };
        var offsets = new List<long> { OffsetAt(zone, from) };

        // No zone has changed twice within a day, so a daily look finds every change.
        for (var day = from; day < to; day += Day)
        {
            if (OffsetAt(zone, day + Day) == offsets[^1])
                continue;

            starts.Add(ChangeBetween(zone, day, day + Day));
            offsets.Add(OffsetAt(zone, day + Day));
        }

        return new ZoneTimeline([.. starts], [.. offsets]);
    }

    /// <summary>The earliest instant at which the local clock shows this time or has passed it.</summary>
    public long FirstAt(long local)
    {
        var low = 0;
        var high = starts.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (starts[middle + 1] + offsets[middle] > local)
                high = middle;
            else
                low = middle + 1;
        }

        return Math.Max(local - offsets[low], starts[low]);
    }

    /// <summary>The latest instant at which the local clock shows this time; where it never does, the change that skipped it.</summary>
    public long LastAt(long local)
    {
        var low = 0;
        var high = starts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (starts[middle] + offsets[middle] <= local)
                low = middle;
            else
                high = middle - 1;
        }

        var instant = local - offsets[low];
        return low + 1 < starts.Length ? Math.Min(instant, starts[low + 1]) : instant;
    }

    private static long ChangeBetween(TimeZoneInfo zone, long before, long after)
    {
        var old = OffsetAt(zone, before);
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            if (OffsetAt(zone, middle) == old)
                before = middle;
            else
                after = middle;
        }

        return after;
    }

    private static long OffsetAt(TimeZoneInfo zone, long instant) =>
        (long)zone.GetUtcOffset(DateTime.UnixEpoch.AddSeconds(instant)).TotalSeconds;
}
