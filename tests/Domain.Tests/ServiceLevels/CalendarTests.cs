using NUnit.Framework.Constraints;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;
using static ServiceDesk.Domain.Tests.ServiceLevels.ACalendar;
using static ServiceDesk.Domain.Tests.ServiceLevels.APolicy;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

public sealed class CalendarTests
{
    private static readonly DateOnly WhitMonday = new(2026, 5, 25);

    private static readonly CalendarDefinition Own =
        new(Berlin, WeeklyWindows.MondayToFriday(Morning, Afternoon), [CalendarException.Closed(new DateOnly(2026, 6, 5), "Inventory")]);

    [Test]
    public void A_calendar_takes_in_the_days_of_its_holiday_sets_with_their_labels()
    {
        var germany = Holidays("Germany", new Holiday(WhitMonday, "Whit Monday", []), new Holiday(new DateOnly(2026, 6, 5), "other", []));

        var calendar = Calendar.Introduce("Office", Own, [germany], Now);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                calendar.Current.Definition.Exceptions.Select(x => (x.Label, x.Source)),
                Is.EqualTo(new[] { ("Whit Monday", "Germany"), ("Inventory", "calendar") }));
            Assert.That(calendar.Own.Exceptions, Has.Count.EqualTo(1));
            Assert.That(calendar.HolidaySetIds, Is.EqualTo(new[] { germany.Id }));
            Assert.That(calendar.Current.Open().IsOpen(At("2026-05-25 10:00")), Is.False);
        }
    }

    [Test]
    public void A_revision_leaves_the_versions_before_it_as_they_were()
    {
        var calendar = Calendar.Introduce("Office", Own, [], Now);

        calendar.Revise(Own with { Weekly = WeeklyWindows.MondayToFriday(Morning) }, [], Now);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(calendar.Current.Number, Is.EqualTo(2));
            Assert.That(calendar.Current.Open().IsOpen(At("2026-06-01 14:00")), Is.False);
            Assert.That(calendar.VersionOf(1).Open().IsOpen(At("2026-06-01 14:00")), Is.True);
            Assert.That(() => calendar.VersionOf(3), Refused("calendar.version_unknown"));
        }
    }

    [Test]
    public void A_revision_that_is_refused_changes_nothing()
    {
        var calendar = Calendar.Introduce("Office", Own, [], Now);

        Assert.That(() => calendar.Revise(Own with { Weekly = WeeklyWindows.Closed }, [], Now), Refused("calendar.never_open"));
        Assert.That((calendar.Current.Number, calendar.Version), Is.EqualTo((1, 1L)));
    }

    [Test]
    public void A_date_written_twice_is_refused_and_not_merged_away() =>
        Assert.That(
            () => Calendar.Introduce("Office", Own with { Exceptions = [.. Own.Exceptions, .. Own.Exceptions] }, [], Now),
            Refused("calendar.exception_twice"));

    [Test]
    public void A_calendar_has_a_name()
    {
        var calendar = Calendar.Introduce(" Office ", Own, [], Now);
        calendar.Rename("Head office");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((calendar.Name, calendar.Version), Is.EqualTo(("Head office", 2L)));
            Assert.That(() => calendar.Rename(""), Refused("calendar.name"));
        }
    }

    [Test]
    public void A_holiday_set_is_in_order_and_has_each_day_once()
    {
        var day = new Holiday(WhitMonday, "Whit Monday", []);
        var set = Holidays("Germany", day, day with { Date = WhitMonday.AddDays(-24), Label = "May Day" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(set.Days.Select(x => x.Label), Is.EqualTo(new[] { "May Day", "Whit Monday" }));
            Assert.That(() => set.Revise("Germany", [day, day]), Refused("holiday_set.days"));
            Assert.That(() => set.Revise(" ", [day]), Refused("holiday_set.name"));
            Assert.That(() => set.Revise("Germany", [day with { Label = "" }]), Refused("holiday_set.label"));
            Assert.That(() => set.Revise("Germany", [day with { Windows = [new CalendarWindow(5, 5)] }]), Refused("calendar.window_empty"));
            Assert.That(set.Version, Is.EqualTo(1));
        }
    }

    private static HolidaySet Holidays(string name, params Holiday[] days) => HolidaySet.Introduce(name, days, Now.At);

    private static EqualStringConstraint Refused(string code) =>
        Throws.TypeOf<RuleViolationException>().With.Property(nameof(RuleViolationException.Code)).EqualTo(code);
}
