namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>Cuts a span at every opening, closing, pause and day of exception, and joins again what tells the same.</summary>
internal sealed class CalendarTrace(
    OpenTimeline timeline, IEnumerable<CalendarException> exceptions, List<(long From, long To)> pauses)
{
    public IReadOnlyList<CalendarSpan> Of(long from, long to)
    {
        var days = exceptions
            .Where(x => x.Date >= Date(from - (3 * 86_400)) && x.Date <= Date(to + (3 * 86_400)))
            .Select(x => (Day: timeline.Day(x.Date), x.Label))
            .OrderBy(x => x.Day)
            .ToList();

        var cuts = new SortedSet<long> { from, to };
        cuts.UnionWith(days.SelectMany(x => new[] { x.Day.Start, x.Day.End }).Where(Inside));
        cuts.UnionWith(pauses.SelectMany(x => new[] { x.From, x.To }).Where(Inside));
        for (var i = timeline.FirstClosingAfter(from); i < timeline.Count && timeline[i].Open < to; i++)
            cuts.UnionWith(new[] { timeline[i].Open, timeline[i].Close }.Where(Inside));

        return Join(cuts, days);

        bool Inside(long instant) => instant > from && instant < to;
    }

    private List<CalendarSpan> Join(SortedSet<long> cuts, List<((long Start, long End) Day, string Label)> days)
    {
        var spans = new List<CalendarSpan>();
        var day = 0;
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            while (day < days.Count && days[day].Day.End <= from)
                day++;

            var kind = KindAt(from);
            var label = kind != CalendarSpanKind.Paused && day < days.Count && days[day].Day.Start <= from ? days[day].Label : null;
            var seconds = kind == CalendarSpanKind.Open ? to - from : 0;

            if (spans is [.., var last] && last.Kind == kind && last.Label == label)
                spans[^1] = last with { To = Instant(to), Seconds = last.Seconds + seconds };
            else
                spans.Add(new CalendarSpan(Instant(from), Instant(to), kind, label, seconds));
        }

        return spans;
    }

    private CalendarSpanKind KindAt(long instant)
    {
        if (pauses.Exists(x => x.From <= instant && instant < x.To))
            return CalendarSpanKind.Paused;

        var i = timeline.FirstClosingAfter(instant);
        return i < timeline.Count && timeline[i].Open <= instant ? CalendarSpanKind.Open : CalendarSpanKind.Closed;
    }

    private static DateOnly Date(long instant) => DateOnly.FromDateTime(Instant(instant).UtcDateTime);

    private static DateTimeOffset Instant(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
