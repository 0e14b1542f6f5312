using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>
/// What a calendar said at one time, holidays included; clocks name the version they were counted by, so it never changes.
/// </summary>
public sealed class CalendarVersion
{
    private CalendarVersion() { }

    internal CalendarVersion(CalendarId calendar, int number, CalendarDefinition definition, Act act) =>
        (CalendarId, Number, Definition, PublishedAt, PublishedBy) = (calendar, number, definition, act.At, act.By);

    public CalendarId CalendarId { get; private init; }
    public int Number { get; private init; }
    public CalendarDefinition Definition { get; private init; } = null!;
    public DateTimeOffset PublishedAt { get; private init; }
    public UserId PublishedBy { get; private init; }

    /// <summary>Ready to count with; worth keeping, as what it has learnt about the years is lost with it.</summary>
    [RefusesNobody]
    public BusinessCalendar Open() => BusinessCalendar.From(Definition);
}

/// <summary>Opening hours under a name, with holiday sets attached; every change publishes a version at once.</summary>
public sealed class Calendar : AggregateRoot, IVersioned
{
    public const int NameMaxLength = 120;

    private readonly List<CalendarVersion> versions = [];

    private Calendar() { }

    public CalendarId Id { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>What the administrator wrote, without the holidays of the sets.</summary>
    public CalendarDefinition Own { get; private set; } = null!;
    public IReadOnlyList<HolidaySetId> HolidaySetIds { get; private set; } = [];
    public long Version { get; private set; }
    public IReadOnlyList<CalendarVersion> Versions => versions;
    public CalendarVersion Current => versions.MaxBy(x => x.Number)!;

    public static Calendar Introduce(string name, CalendarDefinition own, IReadOnlyList<HolidaySet> holidays, Act act)
    {
        var calendar = new Calendar { Id = CalendarId.New(act.At), Name = Named(name) };
        calendar.Revise(own, holidays, act);
        return calendar;
    }

    /// <summary>Publishes the next version; the sets come in order of precedence, after the calendar's own exceptions.</summary>
    public void Revise(CalendarDefinition own, IReadOnlyList<HolidaySet> holidays, Act act)
    {
        var calendar = Sound(own, holidays, act.At);

        versions.Add(new CalendarVersion(Id, versions.Count + 1, calendar.Definition, act));
        (Own, HolidaySetIds, Version) = (own, [.. holidays.Select(x => x.Id)], Version + 1);
    }

    /// <summary>What a version would count with if it were published now; refused for the reasons publishing is refused.</summary>
    public static BusinessCalendar Sound(CalendarDefinition own, IReadOnlyList<HolidaySet> holidays, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(holidays);

        // Checked before the holidays are merged in, which would hide a date written twice.
        BusinessCalendar.From(own);
        var calendar = BusinessCalendar.From(own.WithHolidays(holidays.SelectMany(x => x.Exceptions())));
        calendar.RequireOpenTimeAfter(now);
        return calendar;
    }

    public void Rename(string name) => (Name, Version) = (Named(name), Version + 1);

    public CalendarVersion VersionOf(int number) =>
        versions.FirstOrDefault(x => x.Number == number)
        ?? throw new RuleViolationException("calendar.version_unknown", $"The calendar has no version {number}.");

    private static string Named(string name) => name?.Trim() is { Length: > 0 and <= NameMaxLength } trimmed
        ? trimmed
        : throw RuleViolationException.Meaning("calendar.name", $"A calendar has a name of at most {NameMaxLength} characters.");
}
