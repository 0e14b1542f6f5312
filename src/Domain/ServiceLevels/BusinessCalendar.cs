using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>
/// Business time in one zone: how much of a span was open, and when a duration of open time has passed. Whole seconds (fractions of the
/// arguments are cut off), results in UTC. Immutable to its callers and safe on many threads; a question costs two binary searches whatever
/// the span, and nothing is allocated unless there are pauses. Knows the years 1900 to 2399.
/// </summary>
public sealed class BusinessCalendar
{
    public const int FirstYear = 1900;
    public const int LastYear = 2399;

    /// <summary>A calendar that stays closed for longer than this cannot be published.</summary>
    public const int MaxDaysClosed = 400;

    private readonly Dictionary<DateOnly, CalendarException> exceptions;
    private readonly IReadOnlyList<CalendarWindow>[] weekly;
    private readonly Lock building = new();
    private volatile OpenTimeline? built;

    private BusinessCalendar(CalendarDefinition definition, TimeZoneInfo zone)
    {
        Definition = definition;
        Zone = zone;
        exceptions = definition.Exceptions.ToDictionary(x => x.Date);
        weekly = [.. Enum.GetValues<DayOfWeek>().Select(definition.Weekly.On)];
    }

    public CalendarDefinition Definition { get; }
    public TimeZoneInfo Zone { get; }

    /// <summary>Refuses unknown zones, empty windows, times out of range and dates with two exceptions.</summary>
    public static BusinessCalendar From(CalendarDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);

        definition.RequireSound();
        return new BusinessCalendar(definition, definition.RequireZone());
    }

    /// <summary>
    /// Refuses a calendar on which nothing could ever fall due: a check for publishing, as old versions must stay readable.
    /// </summary>
    public void RequireOpenTimeAfter(DateTimeOffset now)
    {
        if (Between(now, now.AddDays(MaxDaysClosed)) == TimeSpan.Zero)
            throw RuleViolationException.Meaning("calendar.never_open", $"The calendar has no open time in the next {MaxDaysClosed} days.");
    }

    /// <summary>Whether this instant counts: opening times do, closing times do not.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var instant = at.ToUnixTimeSeconds();
        var timeline = Covering(instant, instant);
        var i = timeline.FirstClosingAfter(instant);

        return i < timeline.Count && timeline[i].Open <= instant;
    }

    /// <summary>This instant where it counts, otherwise the next opening; null where none comes within 400 days.</summary>
    public DateTimeOffset? NextOpen(DateTimeOffset at) => IsOpen(at) ? at : OpenWindows(at, 1) is [var next] ? next.From : null;

    /// <summary>The open time in [from, to) outside the pauses; none when to is not after from.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to, params ReadOnlySpan<Pause> pauses)
    {
        var (start, end) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        if (end <= start)
            return TimeSpan.Zero;

        var timeline = Covering(start, end);
        var seconds = timeline.OpenBefore(end) - timeline.OpenBefore(start);
        if (pauses.Length > 0)
        {
            foreach (var pause in PauseSet.Unite(pauses, start))
                if (pause.From < end)
                    seconds -= timeline.OpenBefore(Math.Min(pause.To, end)) - timeline.OpenBefore(pause.From);
        }

        return TimeSpan.FromTicks(seconds * TimeSpan.TicksPerSecond);
    }

    /// <summary>
    /// The earliest instant at which so much open time outside the pauses has passed: at closing time rather than the next opening.
    /// </summary>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan duration, params ReadOnlySpan<Pause> pauses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);

        var cursor = start.ToUnixTimeSeconds();
        var remaining = duration.Ticks / TimeSpan.TicksPerSecond;
        if (pauses.Length > 0)
        {
            foreach (var pause in PauseSet.Unite(pauses, cursor))
            {
                var timeline = Covering(cursor, pause.From);
                var open = timeline.OpenBefore(pause.From) - timeline.OpenBefore(cursor);
                if (open >= remaining)
                    break;

                remaining -= open;
                cursor = pause.To;
            }
        }

        return DateTimeOffset.FromUnixTimeSeconds(Add(cursor, remaining));
    }

    /// <summary>
    /// The windows that close after an instant, in order, the first with its own opening even when that has passed; fewer than asked for
    /// where a calendar of single dates has no more within 400 days for each.
    /// </summary>
    public IReadOnlyList<OpenWindow> OpenWindows(DateTimeOffset from, int count)
    {
        var instant = from.ToUnixTimeSeconds();
        var horizon = instant + (count * MaxDaysClosed * 86_400L);
        var timeline = Covering(instant, instant);
        var first = timeline.FirstClosingAfter(instant);

        // The last interval of a timeline may be cut short by its end, so it is left to the next, longer one.
        while (first + count >= timeline.Count && timeline.To < horizon && timeline.LastYear < LastYear)
        {
            timeline = Covering(timeline.From, timeline.To + 1);
            first = timeline.FirstClosingAfter(instant);
        }

        return [.. Enumerable.Range(first, Math.Min(count, timeline.Count - first)).Select(i => Window(timeline[i]))];
    }

    /// <summary>
    /// The span cut where anything changes: what was open, closed (and for which holiday) or paused, with the seconds counted.
    /// </summary>
    public IReadOnlyList<CalendarSpan> Trace(DateTimeOffset from, DateTimeOffset to, params ReadOnlySpan<Pause> pauses)
    {
        var (start, end) = (from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());

        return end <= start
            ? []
            : new CalendarTrace(Covering(start, end), exceptions.Values, PauseSet.Unite(pauses, start)).Of(start, end);
    }

    private long Add(long start, long seconds)
    {
        if (seconds == 0)
            return start;

        var timeline = Covering(start, start);
        while (timeline.OpenBefore(timeline.To) - timeline.OpenBefore(start) < seconds)
            timeline = Covering(timeline.From, timeline.To + 1);

        return timeline.InstantOf(timeline.OpenBefore(start) + seconds);
    }

    private OpenTimeline Covering(long from, long to)
    {
        var timeline = built;
        return timeline is not null && timeline.From <= from && to <= timeline.To ? timeline : Extend(from, to);
    }

    private OpenTimeline Extend(long from, long to)
    {
        lock (building)
        {
            var known = built;
            if (known is not null && known.From <= from && to <= known.To)
                return known;

            var (first, last) = (Year(from), Year(to));
            built = known is null
                ? Build(first, last + 1)
                : Build(Math.Min(first, known.FirstYear), last <= known.LastYear ? known.LastYear : FurtherThan(known, last));

            return built;
        }
    }

    // Doubling keeps a search far ahead from building the same years again and again.
    private static int FurtherThan(OpenTimeline known, int year) => Math.Max(year, known.LastYear + (known.LastYear - known.FirstYear));

    private OpenTimeline Build(int first, int last) => OpenTimeline.Build(Zone, WindowsOn, first, Math.Min(last, LastYear));

    private IReadOnlyList<CalendarWindow> WindowsOn(DateOnly date) =>
        exceptions.TryGetValue(date, out var exception) ? exception.Windows : weekly[(int)date.DayOfWeek];

    private static int Year(long instant)
    {
        var year = DateTimeOffset.FromUnixTimeSeconds(instant).Year;

        return year is >= FirstYear and <= LastYear
            ? year
            : throw RuleViolationException.Meaning(
                "calendar.out_of_range", $"Business time is known for the years {FirstYear} to {LastYear}; the answer lies outside.");
    }

    private static OpenWindow Window((long Open, long Close) interval) =>
        new(DateTimeOffset.FromUnixTimeSeconds(interval.Open), DateTimeOffset.FromUnixTimeSeconds(interval.Close));
}
