using FluentValidation;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// What is asked of a calendar: with start and duration when so much open time has passed, with from and to how much open time lies
/// between.
/// </summary>
public interface ICalendarQuestion
{
    DateTimeOffset? Start { get; }
    TimeSpan? Duration { get; }
    DateTimeOffset? From { get; }
    DateTimeOffset? To { get; }
    IReadOnlyList<PauseBody>? Pauses { get; }
}

/// <summary>A stretch that does not count.</summary>
public sealed record PauseBody(DateTimeOffset From, DateTimeOffset To);

/// <summary>The answer: dueAt for a duration, elapsed for a span; the steps add up to it.</summary>
public sealed record CalendarPreview(DateTimeOffset? DueAt, TimeSpan? Elapsed, IReadOnlyList<PreviewStep> Trace);

public enum PreviewStepKind
{
    Open,
    Closed,
    Paused,

    /// <summary>All that follows, added up: a trace is not told beyond a number of steps.</summary>
    Rest,
}

/// <summary>A stretch of time and the seconds of it that count; the label says which holiday or exception it is.</summary>
public sealed record PreviewStep(DateTimeOffset From, DateTimeOffset To, PreviewStepKind Kind, string? Label, long Seconds);

/// <summary>The bounds of a question, of whatever calendar it is asked.</summary>
internal sealed class CalendarQuestionValidator : AbstractValidator<ICalendarQuestion>
{
    public const int MaxPauses = 1_000;

    public CalendarQuestionValidator()
    {
        RuleFor(x => x).Must(HasOneForm).OverridePropertyName("start").WithMessage("Give start and duration, or from and to.");
        RuleFor(x => x.Pauses).Must(p => p is null || p.Count <= MaxPauses).WithMessage($"At most {MaxPauses} pauses.");
        RuleForEach(x => x.Pauses).Must(p => p.From <= p.To).WithMessage("A pause ends after it begins.");
    }

    private static bool HasOneForm(ICalendarQuestion x) => (x.Start, x.Duration, x.From, x.To) switch
    {
        (not null, not null, null, null) or (null, null, not null, not null) => true,
        _ => false,
    };
}

/// <summary>Answers what is asked of a calendar, and step by step why.</summary>
internal static class CalendarTrial
{
    private const int MaxSteps = 1_000;

    /// <summary>Steps are told for so long at most; what comes after is the rest.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromDays(4 * 366);

    public static CalendarPreview Answer(BusinessCalendar calendar, ICalendarQuestion asked)
    {
        Pause[] pauses = [.. (asked.Pauses ?? []).Select(p => new Pause(p.From, p.To))];
        if (asked.Start is { } start)
        {
            var due = calendar.Add(start, asked.Duration!.Value, pauses);
            return new CalendarPreview(due, null, Trace(calendar, start, due, pauses));
        }

        var (from, to) = (asked.From!.Value, asked.To!.Value);
        return new CalendarPreview(null, calendar.Between(from, to, pauses), Trace(calendar, from, to, pauses));
    }

    private static List<PreviewStep> Trace(BusinessCalendar calendar, DateTimeOffset from, DateTimeOffset to, Pause[] pauses)
    {
        var end = to - from > Told ? from + Told : to;
        var steps = calendar.Trace(from, end, pauses).Take(MaxSteps)
            .Select(s => new PreviewStep(s.From, s.To, (PreviewStepKind)s.Kind, s.Label, s.Seconds)).ToList();
        if (steps.Count > 0 && steps[^1].To is var told && told.ToUnixTimeSeconds() < to.ToUnixTimeSeconds())
            steps.Add(new PreviewStep(told, to, PreviewStepKind.Rest, null, (long)calendar.Between(told, to, pauses).TotalSeconds));

        return steps;
    }
}
