using System.Diagnostics;
using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class BusinessTimeCostTests
{
    private static readonly DateTimeOffset Start = At("2026-06-01 09:00");

    [Test]
    public void Without_pauses_nothing_is_allocated()
    {
        var calendar = Office();
        var sum = Ask(calendar, 3650, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += Ask(calendar, 3650, 1000);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(sum, Is.Positive);
    }

    // The bound is wide because the machine is shared; a walk over days would miss it by a factor of a thousand.
    [Test]
    public void Ten_years_cost_what_a_day_costs()
    {
        var calendar = Office();
        Ask(calendar, 3650, 20_000);

        var day = Enumerable.Range(0, 5).Min(_ => Time(calendar, 1));
        var decade = Enumerable.Range(0, 5).Min(_ => Time(calendar, 3650));

        Assert.That(decade / day, Is.LessThan(10));
    }

    [Test]
    public void Many_threads_may_ask_a_calendar_that_nobody_asked_before()
    {
        var expected = Enumerable.Range(0, 200).Select(x => Office().Between(Start.AddYears(-x / 4), Start.AddYears(x / 4))).ToArray();
        var calendar = Office();
        var answers = new TimeSpan[200];

        Parallel.For(0, 200, x => answers[x] = calendar.Between(Start.AddYears(-x / 4), Start.AddYears(x / 4)));

        Assert.That(answers, Is.EqualTo(expected));
    }

    private static double Time(BusinessCalendar calendar, int days)
    {
        var started = Stopwatch.GetTimestamp();
        Ask(calendar, days, 20_000);
        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / 40_000;
    }

    private static long Ask(BusinessCalendar calendar, int days, int times)
    {
        var sum = 0L;
        for (var i = 0; i < times; i++)
        {
            var from = Start.AddSeconds(i);
            sum += calendar.Between(from, from.AddDays(days)).Ticks;
            sum += calendar.Add(from, TimeSpan.FromHours(days * 5)).Ticks;
        }

        return sum;
    }
}
