using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>A day of a holiday set: closed, or with shorter hours when it has windows.</summary>
public sealed record Holiday(DateOnly Date, string Label, IReadOnlyList<CalendarWindow> Windows);

/// <summary>Holidays of a country or a site, shared by the calendars it is attached to; those publish a version when it changes.</summary>
public sealed class HolidaySet : AggregateRoot, IVersioned
{
    /// <summary>As long as the source of an exception, in which the name is kept.</summary>
    public const int NameMaxLength = CalendarException.SourceMaxLength;
    public const int MaxDays = 2_000;

    private HolidaySet() { }

    public HolidaySetId Id { get; private init; }
    public string Name { get; private set; } = "";
    public IReadOnlyList<Holiday> Days { get; private set; } = [];
    public long Version { get; private set; }

    public static HolidaySet Introduce(string name, IReadOnlyList<Holiday> days, DateTimeOffset now)
    {
        var set = new HolidaySet { Id = HolidaySetId.New(now) };
        set.Revise(name, days);
        return set;
    }

    public void Revise(string name, IReadOnlyList<Holiday> days)
    {
        ArgumentNullException.ThrowIfNull(days);

        if (name?.Trim() is not { Length: > 0 and <= NameMaxLength } trimmed)
            throw RuleViolationException.Meaning("holiday_set.name", $"A holiday set has a name of at most {NameMaxLength} characters.");

        if (days.Count > MaxDays || days.DistinctBy(x => x.Date).Count() < days.Count)
            throw RuleViolationException.Meaning("holiday_set.days", $"A holiday set has at most {MaxDays} days, each of them once.");

        if (days.Any(x => x.Label.Length is 0 or > CalendarException.LabelMaxLength))
            throw RuleViolationException.Meaning(
                "holiday_set.label", $"A holiday has a label of at most {CalendarException.LabelMaxLength} characters.");

        foreach (var window in days.SelectMany(x => x.Windows))
            window.Checked();

        (Name, Days, Version) = (trimmed, [.. days.OrderBy(x => x.Date)], Version + 1);
    }

    /// <summary>Its days as a calendar takes them in, under its name.</summary>
    public IEnumerable<CalendarException> Exceptions() => Days.Select(x => new CalendarException(x.Date, x.Label, Name, x.Windows));
}
