using System.Text.Json;
using NUnit.Framework.Constraints;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class CalendarDefinitionTests
{
    private static readonly DateOnly Fair = new(2026, 6, 6);

    [TestCase("08:00", "08:00", "calendar.window_empty")]
    [TestCase("24:00", "08:00", "calendar.time_invalid")]
    [TestCase("08:00", "24:01", "calendar.time_invalid")]
    [TestCase("8:00", "12:00", "calendar.time_invalid")]
    [TestCase("08:60", "12:00", "calendar.time_invalid")]
    [TestCase("+8:00", "12:00", "calendar.time_invalid")]
    [TestCase("ab:cd", "12:00", "calendar.time_invalid")]
    public void A_window_that_cannot_be_is_refused(string from, string to, string code) =>
        Assert.That(() => CalendarWindow.Parse(from, to), Refused(code));

    [TestCase(480, 480, "calendar.window_empty")]
    [TestCase(0, 0, "calendar.window_empty")]
    [TestCase(-1, 10, "calendar.time_invalid")]
    [TestCase(0, 1441, "calendar.time_invalid")]
    public void A_stored_window_is_checked_as_well(int from, int to, string code) =>
        Assert.That(() => Of(WeeklyWindows.Daily(new CalendarWindow(from, to))), Refused(code));

    [TestCase("08:00", "12:00", "08:00–12:00")]
    [TestCase("22:00", "06:00", "22:00–06:00")]
    [TestCase("00:00", "24:00", "00:00–24:00")]
    public void A_window_is_written_as_it_was_read(string from, string to, string text) =>
        Assert.That(CalendarWindow.Parse(from, to).ToString(), Is.EqualTo(text));

    [TestCase("Europe/Atlantis")]
    [TestCase("W. Europe Standard Time")]
    [TestCase("")]
    public void Only_zones_of_the_IANA_database_are_known(string zone) =>
        Assert.That(() => Of(zone, WeeklyWindows.Always), Refused("calendar.zone_unknown"));

    [Test]
    public void A_date_has_one_exception() =>
        Assert.That(
            () => Office(CalendarException.Closed(Fair, "Fair"), CalendarException.Closed(Fair, "Fete")),
            Refused("calendar.exception_twice"));

    [Test]
    public void An_exception_says_why() =>
        Assert.That(() => Office(CalendarException.Closed(Fair, "")), Refused("calendar.label_invalid"));

    [Test]
    public void A_definition_survives_storage_as_JSON()
    {
        var definition = new CalendarDefinition(
            Berlin, WeeklyWindows.MondayToFriday(Morning, Afternoon), [new CalendarException(Fair, "Fair", "calendar", [Morning])]);

        var stored = JsonSerializer.Deserialize<CalendarDefinition>(JsonSerializer.Serialize(definition))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.TimeZone, Is.EqualTo(Berlin));
            Assert.That(stored.Weekly.Friday, Is.EqualTo(new[] { Morning, Afternoon }));
            Assert.That(stored.Weekly.Sunday, Is.Empty);
            Assert.That(stored.Exceptions.Single().Windows, Is.EqualTo(new[] { Morning }));
        }
    }

    [Test]
    public void A_day_has_so_many_windows_and_no_more() =>
        Assert.That(
            () => Of(WeeklyWindows.Daily([.. Enumerable.Range(0, 25).Select(x => new CalendarWindow(x, x + 1))])),
            Refused("calendar.too_many_windows"));

    [Test]
    public void The_calendars_own_exception_wins_over_a_holiday_set()
    {
        var own = new CalendarException(Fair, "Fair", "calendar", [Morning]);

        var merged = Office(own).Definition.WithHolidays(
            [CalendarException.Closed(Fair, "Holiday", "berlin"), CalendarException.Closed(Fair.AddDays(-1), "Eve", "berlin")]);

        Assert.That(merged.Exceptions.Select(x => x.Label), Is.EqualTo(new[] { "Eve", "Fair" }));
    }

    [Test]
    public void A_calendar_closed_for_the_next_400_days_is_refused()
    {
        var calendar = Of(WeeklyWindows.Closed, new CalendarException(Fair, "Fair", "calendar", [Morning]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => calendar.RequireOpenTimeAfter(At("2026-06-01 00:00")), Throws.Nothing);
            Assert.That(() => calendar.RequireOpenTimeAfter(At("2025-05-02 09:00")), Throws.Nothing);
            Assert.That(() => calendar.RequireOpenTimeAfter(At("2025-05-02 08:00")), Refused("calendar.never_open"));
            Assert.That(() => calendar.RequireOpenTimeAfter(At("2026-06-06 12:00")), Refused("calendar.never_open"));
        }
    }

    [Test]
    public void What_never_falls_due_or_lies_outside_the_known_years_is_refused()
    {
        var once = Of(WeeklyWindows.Closed, new CalendarException(Fair, "Fair", "calendar", [Morning]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => once.Add(At("2026-06-01 00:00"), TimeSpan.FromHours(5)), Refused("calendar.out_of_range"));
            Assert.That(() => Office().Add(DateTimeOffset.MinValue, TimeSpan.FromHours(1)), Refused("calendar.out_of_range"));
            Assert.That(() => Office().Between(At("2026-06-01 00:00"), DateTimeOffset.MaxValue), Refused("calendar.out_of_range"));
            Assert.That(() => Office().Add(At("2026-06-01 00:00"), TimeSpan.FromSeconds(-1)), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    private static EqualStringConstraint Refused(string code) =>
        Throws.TypeOf<RuleViolationException>().With.Property(nameof(RuleViolationException.Code)).EqualTo(code);
}
