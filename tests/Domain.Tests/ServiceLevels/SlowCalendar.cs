using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

/// <summary>
/// Business time the slow and obvious way: three weeks laid out minute by minute with the local time of each, windows found by looking
/// through them, time counted by walking. Shares nothing with the calendar but its definition.
/// </summary>
internal sealed class SlowCalendar
{
    public const int Minutes = 21 * 24 * 60;

    private readonly DateTime start;
    private readonly DateTime[] local = new DateTime[Minutes];
    private readonly bool[] open = new bool[Minutes];

    public SlowCalendar(CalendarDefinition definition, DateTimeOffset from)
    {
        start = from.UtcDateTime;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone);
        for (var i = 0; i < Minutes; i++)
            local[i] = TimeZoneInfo.ConvertTimeFromUtc(start.AddMinutes(i), zone);

        for (var day = -1; day <= 21; day++)
        {
            var date = DateOnly.FromDateTime(start).AddDays(day);
            var exception = definition.Exceptions.SingleOrDefault(x => x.Date == date);
            foreach (var window in exception is null ? definition.Weekly.On(date.DayOfWeek) : exception.Windows)
                OpenUp(date, window);
        }
    }

    public DateTimeOffset At(int minute) => new(start.AddMinutes(minute), TimeSpan.Zero);

    public bool IsOpen(int minute) => open[minute];

    public int Between(int from, int to, IReadOnlyList<(int From, int To)> pauses) =>
        Enumerable.Range(from, Math.Max(0, to - from)).Count(x => open[x] && !Paused(x, pauses));

    /// <summary>The first minute mark at which so many minutes have been counted.</summary>
    public int Add(int start, int minutes, IReadOnlyList<(int From, int To)> pauses)
    {
        while (minutes > 0)
        {
            if (open[start] && !Paused(start, pauses))
                minutes--;

            start++;
        }

        return start;
    }

    private static bool Paused(int minute, IReadOnlyList<(int From, int To)> pauses)
    {
        foreach (var (from, to) in pauses)
            if (from <= minute && minute < to)
                return true;

        return false;
    }

    private void OpenUp(DateOnly date, CalendarWindow window)
    {
        var opening = date.ToDateTime(TimeOnly.MinValue).AddMinutes(window.From);
        var closing = date.ToDateTime(TimeOnly.MinValue).AddMinutes(window.To).AddDays(window.To < window.From ? 1 : 0);

        // The earliest minute whose local clock shows or has passed the opening; after the last that shows the closing or an earlier time.
        var first = Array.FindIndex(local, x => x >= opening);
        var last = Array.FindLastIndex(local, x => x <= closing);
        if (first < 0 || last < 0)
            return;

        // Where the closing time was skipped, no clock shows it and the change itself, one minute on, is the end.
        var end = local[last] == closing || last == Minutes - 1 ? last : last + 1;
        for (var i = first; i < end; i++)
            open[i] = true;
    }
}
