using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>
/// Tries a calendar: with start and duration it says when so much open time has passed, with from and to how much open time lies
/// between; and step by step why.
/// </summary>
[Permission(Permissions.ServiceLevelsRead)]
public sealed record PreviewCalendar(Guid Id) : IQuery<CalendarPreview>
{
    public DateTimeOffset? Start { get; init; }
    public TimeSpan? Duration { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }
    public IReadOnlyList<PauseBody>? Pauses { get; init; }
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

internal sealed class PreviewCalendarValidator : AbstractValidator<PreviewCalendar>
{
    public const int MaxPauses = 1_000;

    public PreviewCalendarValidator()
    {
        RuleFor(x => x).Must(HasOneForm).OverridePropertyName("start").WithMessage("Give start and duration, or from and to.");
        RuleFor(x => x.Pauses).Must(p => p is null || p.Count <= MaxPauses).WithMessage($"At most {MaxPauses} pauses.");
        RuleForEach(x => x.Pauses).Must(p => p.From <= p.To).WithMessage("A pause ends after it begins.");
    }

    private static bool HasOneForm(PreviewCalendar x) => (x.Start, x.Duration, x.From, x.To) switch
    {
        (not null, not null, null, null) or (null, null, not null, not null) => true,
        _ => false,
    };
}

internal sealed class PreviewCalendarHandler(CalendarLibrary library) : IRequestHandler<PreviewCalendar, CalendarPreview>
{
    private const int MaxSteps = 1_000;

    /// <summary>Steps are told for so long at most; what comes after is the rest.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromDays(4 * 366);

    public async Task<CalendarPreview> Handle(PreviewCalendar request, CancellationToken ct)
    {
        var id = new CalendarId(request.Id);
        var version = await library.CurrentVersionAsync(id, ct) ?? throw new NotFoundException("The calendar");
        var calendar = await library.OpenAsync(id, version, ct);
        Pause[] pauses = [.. (request.Pauses ?? []).Select(p => new Pause(p.From, p.To))];

        if (request.Start is { } start)
        {
            var due = calendar.Add(start, request.Duration!.Value, pauses);
            return new CalendarPreview(due, null, Trace(calendar, start, due, pauses));
        }

        var (from, to) = (request.From!.Value, request.To!.Value);
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
