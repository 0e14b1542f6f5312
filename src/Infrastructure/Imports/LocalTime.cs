namespace ServiceDesk.Infrastructure.Imports;

/// <summary>Wall-clock times of one zone as instants. An hour that came twice is taken as the first, one that never was as if the clocks had not moved.</summary>
internal sealed class LocalTime(TimeZoneInfo zone)
{
    private static readonly TimeSpan[] None = [];

    public DateTimeOffset Utc(DateTime local)
    {
        var offsets = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : None;
        var offset = offsets.Length > 0 ? offsets.Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
