using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

/// <summary>
/// Random calendars, half of them around a change of offset, against the slow calendar. The seed of a failure is in its message.
/// </summary>
public sealed class BusinessTimeProperties
{
    private const int Calendars = 300;
    private const int CasesPerCalendar = 40;
    private const int Day = 24 * 60;

    private static readonly string[] Zones =
    [
        "Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York", "America/St_Johns", "America/Havana", "America/Sao_Paulo",
        "Asia/Kathmandu", "Asia/Tehran", "Asia/Beirut", "Africa/Cairo", "Africa/Casablanca", "Australia/Lord_Howe", "Australia/Sydney",
        "Pacific/Apia", "Pacific/Chatham", "Pacific/Kiritimati", "UTC",
    ];

    [Test]
    public void Open_time_and_due_instants_are_those_of_the_slow_calendar()
    {
        var seed = Environment.TickCount;
        var cases = 0;
        for (var i = 0; i < Calendars; i++)
            cases += CheckCalendar(unchecked(seed + i));

        Assert.That(cases, Is.GreaterThanOrEqualTo(10_000));
    }

    [Test]
    public void Long_spans_are_the_sum_of_their_parts_and_adding_undoes_counting()
    {
        var seed = Environment.TickCount;
        for (var i = 0; i < Calendars; i++)
        {
            var random = new Random(unchecked(seed + i));
            var start = SomeTime(random);
            var calendar = BusinessCalendar.From(SomeDefinition(random, SomeZone(random), start));
            var middle = start.AddSeconds(random.NextInt64(10 * 366 * 86_400L));
            var end = middle.AddSeconds(random.NextInt64(10 * 366 * 86_400L));
            var counted = calendar.Between(start, end);
            var part = TimeSpan.FromSeconds(random.NextInt64((long)counted.TotalSeconds + 1));
            var due = calendar.Add(start, part);

            Assert.That(calendar.Between(start, middle) + calendar.Between(middle, end), Is.EqualTo(counted), Seed(seed, i));
            Assert.That(calendar.Between(start, due), Is.EqualTo(part), Seed(seed, i));
            if (part > TimeSpan.Zero)
                Assert.That(calendar.Between(start, due.AddSeconds(-1)), Is.LessThan(part), Seed(seed, i));
        }
    }

    [Test]
    public void A_trace_adds_up_to_what_was_counted()
    {
        var seed = Environment.TickCount;
        for (var i = 0; i < Calendars; i++)
        {
            var random = new Random(unchecked(seed + i));
            var start = SomeTime(random);
            var calendar = BusinessCalendar.From(SomeDefinition(random, SomeZone(random), start));
            var end = start.AddSeconds(random.NextInt64(20 * 86_400));
            Pause[] pauses = [.. Enumerable.Range(0, random.Next(4)).Select(_ => SomePause(random, start))];

            var sum = calendar.Trace(start, end, pauses).Sum(x => x.Seconds);

            Assert.That(TimeSpan.FromSeconds(sum), Is.EqualTo(calendar.Between(start, end, pauses)), Seed(seed, i));
        }
    }

    private static int CheckCalendar(int seed)
    {
        var random = new Random(seed);
        var zone = SomeZone(random);
        var start = random.Next(2) == 0 ? SomeTime(random) : BeforeAChange(random, zone);
        var definition = SomeDefinition(random, zone, start);
        var calendar = BusinessCalendar.From(definition);
        var slow = new SlowCalendar(definition, start);

        for (var i = 0; i < CasesPerCalendar; i++)
        {
            var from = random.Next(3 * Day, 10 * Day);
            var to = random.Next(from, Math.Min(from + (14 * Day), 18 * Day));
            var pauses = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(2 * Day, 18 * Day))
                .Select(x => (From: x, To: x + random.Next(2 * Day))).ToList();
            Pause[] given = [.. pauses.Select(x => new Pause(slow.At(x.From), slow.At(x.To)))];

            var counted = slow.Between(from, to, pauses);
            var minutes = random.Next(counted + 1);

            Assert.That(calendar.Between(slow.At(from), slow.At(to), given).TotalMinutes, Is.EqualTo(counted), Message());
            Assert.That(
                calendar.Add(slow.At(from), TimeSpan.FromMinutes(minutes), given),
                Is.EqualTo(slow.At(slow.Add(from, minutes, pauses))), Message());
            Assert.That(calendar.IsOpen(slow.At(from)), Is.EqualTo(slow.IsOpen(from)), Message());
        }

        return CasesPerCalendar;

        string Message() => $"seed {seed}, {zone}, from {start:O}";
    }

    private static string SomeZone(Random random) => Zones[random.Next(Zones.Length)];

    private static DateTimeOffset SomeTime(Random random) =>
        new DateTimeOffset(1975, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(random.Next(200 * 365)).AddMinutes(random.Next(Day));

    private static DateTimeOffset BeforeAChange(Random random, string id)
    {
        if (id == "Pacific/Apia" && random.Next(2) == 0)
            return new DateTimeOffset(2011, 12, 22, 0, 0, 0, TimeSpan.Zero);

        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var time = SomeTime(random);
        for (var i = 0; i < 366 && zone.GetUtcOffset(time) == zone.GetUtcOffset(time.AddDays(1)); i++)
            time = time.AddDays(1);

        return time.AddDays(-random.Next(5, 12));
    }

    private static CalendarDefinition SomeDefinition(Random random, string zone, DateTimeOffset around)
    {
        var weekly = new WeeklyWindows
        {
            Monday = SomeWindows(random),
            Tuesday = SomeWindows(random),
            Wednesday = SomeWindows(random),
            Thursday = SomeWindows(random),
            Friday = SomeWindows(random),
            Saturday = SomeWindows(random),
            Sunday = SomeWindows(random),
        };
        var exceptions = Enumerable.Range(0, random.Next(4))
            .Select(_ => DateOnly.FromDateTime(around.UtcDateTime).AddDays(random.Next(21))).Distinct()
            .Select(x => new CalendarException(x, "exception", "test", SomeWindows(random)));

        return new CalendarDefinition(zone, weekly, [.. exceptions]);
    }

    private static CalendarWindow[] SomeWindows(Random random) => random.Next(6) switch
    {
        0 => [],
        1 => [new CalendarWindow(0, Day)],
        2 => [new CalendarWindow(480, 720), new CalendarWindow(780, 1020)],
        _ => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => SomeWindow(random))],
    };

    // Half the times lie in the small hours, where the clocks change.
    private static CalendarWindow SomeWindow(Random random)
    {
        var from = random.Next(random.Next(2) == 0 ? 4 * 60 : Day);
        var to = random.Next(1, random.Next(2) == 0 ? 4 * 60 : Day + 1);
        return from == to ? new CalendarWindow(from, to + 1) : new CalendarWindow(from, to);
    }

    private static Pause SomePause(Random random, DateTimeOffset start)
    {
        var from = start.AddSeconds(random.NextInt64(20 * 86_400));
        return new Pause(from, from.AddSeconds(random.NextInt64(3 * 86_400)));
    }

    private static string Seed(int seed, int i) => $"seed {unchecked(seed + i)}";
}
