using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.ServiceLevels.CalendarSpanKind;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class CalendarTraceTests
{
    private static readonly BusinessCalendar Calendar = Office(
        CalendarException.Closed(new DateOnly(2026, 5, 25), "Whit Monday"),
        new CalendarException(new DateOnly(2026, 5, 26), "Works meeting", "calendar", [Afternoon]));

    [Test]
    public void A_trace_says_what_counted_and_why_not()
    {
        var trace = Calendar.Trace(
            At("2026-05-22 16:00"), At("2026-05-26 15:00"), new Pause(At("2026-05-22 16:30"), At("2026-05-22 19:00")));

        Assert.That(trace, Is.EqualTo(new[]
        {
            Span("2026-05-22 16:00", "2026-05-22 16:30", Open, null, 1800),
            Span("2026-05-22 16:30", "2026-05-22 19:00", Paused, null, 0),
            Span("2026-05-22 19:00", "2026-05-25 00:00", Closed, null, 0),
            Span("2026-05-25 00:00", "2026-05-26 00:00", Closed, "Whit Monday", 0),
            Span("2026-05-26 00:00", "2026-05-26 13:00", Closed, "Works meeting", 0),
            Span("2026-05-26 13:00", "2026-05-26 15:00", Open, "Works meeting", 7200),
        }));
    }

    [Test]
    public void A_trace_has_no_gaps_and_adds_up()
    {
        var (from, to) = (At("2026-01-01 10:17"), At("2027-01-01 03:00"));
        Pause[] pauses = [new(At("2026-05-20 09:00"), At("2026-05-26 14:00")), new(At("2026-07-01 12:30"), At("2026-07-01 12:40"))];

        var trace = Calendar.Trace(from, to, pauses);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(trace[0].From, Is.EqualTo(from));
            Assert.That(trace[^1].To, Is.EqualTo(to));
            Assert.That(trace.Zip(trace.Skip(1)), Has.All.Matches<(CalendarSpan A, CalendarSpan B)>(x => x.A.To == x.B.From));
            Assert.That(trace.Sum(x => x.Seconds), Is.EqualTo(Calendar.Between(from, to, pauses).TotalSeconds));
        }
    }

    [Test]
    public void An_always_open_span_is_one_step() =>
        Assert.That(AlwaysOpen().Trace(At("2026-01-01 00:00"), At("2036-01-01 00:00")), Has.Count.EqualTo(1));

    [Test]
    public void An_empty_span_has_no_trace() => Assert.That(Calendar.Trace(At("2026-05-22 16:00"), At("2026-05-22 16:00")), Is.Empty);

    private static CalendarSpan Span(string from, string to, CalendarSpanKind kind, string? label, long seconds) =>
        new(At(from), At(to), kind, label, seconds);
}
