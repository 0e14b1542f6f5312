using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class OpenWindowsTests
{
    [Test]
    public void The_next_five_begin_with_the_one_that_is_open_now() =>
        Assert.That(Office().OpenWindows(At("2026-06-05 14:00"), 5), Is.EqualTo(new[]
        {
            Window("2026-06-05 13:00", "2026-06-05 17:00"),
            Window("2026-06-08 08:00", "2026-06-08 12:00"),
            Window("2026-06-08 13:00", "2026-06-08 17:00"),
            Window("2026-06-09 08:00", "2026-06-09 12:00"),
            Window("2026-06-09 13:00", "2026-06-09 17:00"),
        }));

    [Test]
    public void At_closing_time_the_window_is_over() =>
        Assert.That(Office().OpenWindows(At("2026-06-05 17:00"), 1), Is.EqualTo(new[] { Window("2026-06-08 08:00", "2026-06-08 12:00") }));

    [Test]
    public void A_calendar_that_never_closes_shows_days() =>
        Assert.That(AlwaysOpen().OpenWindows(At("2026-12-30 14:00"), 3), Is.EqualTo(new[]
        {
            Window("2026-12-30 00:00", "2026-12-31 00:00"),
            Window("2026-12-31 00:00", "2027-01-01 00:00"),
            Window("2027-01-01 00:00", "2027-01-02 00:00"),
        }));

    [Test]
    public void A_window_over_the_turn_of_the_year_in_UTC_is_one()
    {
        var calendar = Of("Australia/Sydney", WeeklyWindows.Daily(CalendarWindow.Parse("09:00", "17:00")));

        var window = calendar.OpenWindows(Utc("2026-12-31T23:30Z"), 1).Single();

        Assert.That(window, Is.EqualTo(new OpenWindow(Utc("2026-12-31T22:00Z"), Utc("2027-01-01T06:00Z"))));
    }

    [Test]
    public void A_calendar_of_single_dates_runs_out_of_windows()
    {
        var calendar = Of(WeeklyWindows.Closed, new CalendarException(new DateOnly(2026, 6, 6), "Fair", "calendar", [Morning]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(calendar.OpenWindows(At("2026-06-01 00:00"), 5), Has.Count.EqualTo(1));
            Assert.That(calendar.OpenWindows(At("2026-06-07 00:00"), 5), Is.Empty);
        }
    }

    [TestCase("2026-06-05 03:00", "2026-06-05 08:00", TestName = "In the night it is the morning")]
    [TestCase("2026-06-05 08:00", "2026-06-05 08:00", TestName = "At opening time it is now")]
    [TestCase("2026-06-05 11:59", "2026-06-05 11:59", TestName = "While it is open it is now")]
    [TestCase("2026-06-05 12:00", "2026-06-05 13:00", TestName = "At closing time it is after the break")]
    [TestCase("2026-06-05 17:00", "2026-06-08 08:00", TestName = "On Friday evening it is Monday")]
    public void The_next_open_instant_is_told(string at, string expected) =>
        Assert.That(Office().NextOpen(At(at)), Is.EqualTo(At(expected)));

    [Test]
    public void Where_nothing_opens_any_more_there_is_no_next_instant() =>
        Assert.That(Of(WeeklyWindows.Closed).NextOpen(At("2026-06-05 03:00")), Is.Null);

    private static OpenWindow Window(string from, string to) => new(At(from), At(to));
}
