using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class BusinessTimeTests
{
    private static readonly CalendarException WhitMonday = CalendarException.Closed(new DateOnly(2026, 5, 25), "Whit Monday");
    private static readonly CalendarException ChristmasEve = new(new DateOnly(2026, 12, 24), "Christmas Eve", "calendar", [Morning]);
    private static readonly CalendarException Christmas = CalendarException.Closed(new DateOnly(2026, 12, 25), "Christmas Day");

    private static readonly Dictionary<string, BusinessCalendar> Calendars = new()
    {
        ["always open"] = AlwaysOpen(),
        ["office"] = Office(),
        ["office but Whit Monday"] = Office(WhitMonday),
        ["office at Christmas"] = Office(ChristmasEve, Christmas),
        ["Saturday night"] = SaturdayNight(),
    };

    [TestCase("office", "2026-03-27 16:00", 4, "2026-03-30 11:00", "2026-03-30T09:00Z", TestName = "V1 the weekend does not count")]
    [TestCase(
        "always open", "2026-03-28 20:00", 8, "2026-03-29 05:00", "2026-03-29T03:00Z",
        TestName = "V2 a spring night is an hour short")]
    [TestCase(
        "always open", "2026-10-24 22:00", 8, "2026-10-25 05:00", "2026-10-25T04:00Z",
        TestName = "V3 an autumn night is an hour long")]
    [TestCase(
        "Saturday night", "2026-03-28 22:00", 7, "2026-03-29 06:00", "2026-03-29T04:00Z",
        TestName = "V4 a spring night window has 7 h")]
    [TestCase(
        "Saturday night", "2026-03-28 22:00", 8, "2026-04-04 23:00", "2026-04-04T21:00Z",
        TestName = "V5 the eighth hour is a week later")]
    [TestCase(
        "office but Whit Monday", "2026-05-22 16:00", 4, "2026-05-26 11:00", "2026-05-26T09:00Z",
        TestName = "V8 a holiday is closed")]
    [TestCase(
        "office at Christmas", "2026-12-24 10:00", 4, "2026-12-28 10:00", "2026-12-28T09:00Z",
        TestName = "V9 a partial day counts in part")]
    [TestCase(
        "office", "2026-06-06 11:00", 1, "2026-06-08 09:00", "2026-06-08T07:00Z",
        TestName = "V10 a start while closed waits for the opening")]
    [TestCase(
        "office", "2026-06-01 16:00", 1, "2026-06-01 17:00", "2026-06-01T15:00Z",
        TestName = "V11 used up at closing time is due at closing time")]
    public void A_target_falls_due(string calendar, string start, int hours, string local, string utc)
    {
        var due = Calendars[calendar].Add(At(start), TimeSpan.FromHours(hours));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(due, Is.EqualTo(At(local)));
            Assert.That(due, Is.EqualTo(Utc(utc)));
            Assert.That(due.Offset, Is.EqualTo(TimeSpan.Zero));
        }
    }

    [TestCase("2026-06-01 09:00", 8, "2026-06-01 11:00", "2026-06-02 10:00", "2026-06-02 17:00", TestName = "V12 a pause over night")]
    [TestCase(
        "2026-06-05 15:00", 4, "2026-06-05 18:00", "2026-06-07 12:00", "2026-06-08 10:00",
        TestName = "V13 a pause while closed changes nothing")]
    [TestCase(
        "2026-06-01 11:00", 4, "2026-06-01 11:30", "2026-06-01 13:30", "2026-06-01 17:00",
        TestName = "V14 a pause over the lunch break")]
    [TestCase(
        "2026-06-01 08:00", 8, "2026-06-01 12:00", "2026-06-03 09:00", "2026-06-03 14:00",
        TestName = "V15 the time between resolved and reopened")]
    public void A_pause_moves_the_due_instant(string start, int hours, string from, string to, string due)
    {
        Pause pause = new(At(from), At(to));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Office().Add(At(start), TimeSpan.FromHours(hours), pause), Is.EqualTo(At(due)));
            Assert.That(Office().Between(At(start), At(due), pause), Is.EqualTo(TimeSpan.FromHours(hours)));
        }
    }

    [Test]
    public void V6_an_opening_in_the_spring_gap_is_the_change_itself()
    {
        var window = Sunday("02:30", "10:00").OpenWindows(At("2026-03-28 12:00"), 1).Single();

        Assert.That(window, Is.EqualTo(new OpenWindow(Utc("2026-03-29T01:00Z"), Utc("2026-03-29T08:00Z"))));
    }

    [Test]
    public void V7_an_autumn_window_runs_from_the_first_opening_to_the_second_closing()
    {
        var window = Sunday("01:30", "02:30").OpenWindows(At("2026-10-24 12:00"), 1).Single();

        Assert.That(window, Is.EqualTo(new OpenWindow(Utc("2026-10-24T23:30Z"), Utc("2026-10-25T01:30Z"))));
    }

    [Test]
    public void A_window_wholly_inside_the_spring_gap_is_empty()
    {
        var calendar = Sunday("02:10", "02:50");

        Assert.That(calendar.Between(At("2026-03-29 00:00"), At("2026-03-30 00:00")), Is.EqualTo(TimeSpan.Zero));
    }

    [TestCase("2026-03-28 22:00", 7)]
    [TestCase("2026-10-24 22:00", 9)]
    [TestCase("2026-06-06 22:00", 8)]
    public void A_night_lasts_as_long_as_it_really_does(string evening, int hours) =>
        Assert.That(SaturdayNight().Between(At(evening), At(evening).AddDays(1)), Is.EqualTo(TimeSpan.FromHours(hours)));

    [Test]
    public void Overlapping_windows_count_once()
    {
        var calendar = Of(WeeklyWindows.Daily(
            CalendarWindow.Parse("20:00", "06:00"), CalendarWindow.Parse("05:00", "09:00"), CalendarWindow.Parse("21:00", "22:00")));

        Assert.That(calendar.Between(At("2026-06-01 12:00"), At("2026-06-02 12:00")), Is.EqualTo(TimeSpan.FromHours(13)));
    }

    [Test]
    public void An_exception_replaces_the_windows_of_its_own_date_only()
    {
        var calendar = Of(
            WeeklyWindows.Daily(CalendarWindow.Parse("22:00", "06:00")), CalendarException.Closed(new DateOnly(2026, 6, 2), "Inventory"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(calendar.IsOpen(At("2026-06-02 05:59")), Is.True, "the night of the first belongs to the first");
            Assert.That(calendar.IsOpen(At("2026-06-02 23:00")), Is.False);
            Assert.That(calendar.IsOpen(At("2026-06-03 05:00")), Is.False, "the night of the second is the one that is closed");
        }
    }

    [TestCase("2026-06-01 07:59", false)]
    [TestCase("2026-06-01 08:00", true)]
    [TestCase("2026-06-01 11:59", true)]
    [TestCase("2026-06-01 12:00", false)]
    [TestCase("2026-06-06 10:00", false)]
    public void Windows_are_half_open(string at, bool open) => Assert.That(Office().IsOpen(At(at)), Is.EqualTo(open));

    [Test]
    public void Fractions_of_a_second_are_cut_off()
    {
        var start = At("2026-06-01 09:00").AddMilliseconds(900);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Office().Add(start, TimeSpan.FromMilliseconds(1900)), Is.EqualTo(At("2026-06-01 09:00").AddSeconds(1)));
            Assert.That(Office().Between(start, At("2026-06-01 09:00").AddMilliseconds(2100)), Is.EqualTo(TimeSpan.FromSeconds(2)));
            Assert.That(Office().Add(start, TimeSpan.Zero), Is.EqualTo(At("2026-06-01 09:00")));
        }
    }

    [Test]
    public void A_span_that_ends_before_it_begins_is_empty() =>
        Assert.That(AlwaysOpen().Between(At("2026-06-02 09:00"), At("2026-06-01 09:00")), Is.EqualTo(TimeSpan.Zero));

    [Test]
    public void Pauses_may_overlap_lie_outside_and_come_in_any_order()
    {
        Pause[] pauses =
        [
            new(At("2026-06-01 10:00"), At("2026-06-01 11:00")),
            new(At("2026-05-01 10:00"), At("2026-06-01 08:30")),
            new(At("2026-06-01 10:30"), At("2026-06-01 11:30")),
            new(At("2026-06-01 16:00"), At("2026-06-01 15:00")),
            new(At("2026-06-01 16:00"), At("2026-07-01 15:00")),
        ];

        Assert.That(
            Office().Between(At("2026-06-01 08:00"), At("2026-06-01 17:00"), pauses), Is.EqualTo(TimeSpan.FromHours(8 - 0.5 - 1.5 - 1)));
    }
}
