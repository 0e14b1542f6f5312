using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Tries a calendar as it is typed, before it is published; nothing is kept of it.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record PreviewUnsavedCalendar : IQuery<CalendarPreview>, ICalendarQuestion
{
    public required CalendarDraftBody Calendar { get; init; }
    public DateTimeOffset? Start { get; init; }
    public TimeSpan? Duration { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }
    public IReadOnlyList<PauseBody>? Pauses { get; init; }
}

/// <summary>Everything of a calendar that decides when it is open.</summary>
public sealed record CalendarDraftBody
{
    /// <summary>An IANA name: Europe/Paris.</summary>
    public required string TimeZone { get; init; }
    public required WeeklyBody Weekly { get; init; }
    public IReadOnlyList<ExceptionBody>? Exceptions { get; init; }

    /// <summary>Holiday sets in order of precedence; the calendar's own exceptions win over all of them.</summary>
    public IReadOnlyList<Guid>? HolidaySetIds { get; init; }
}

internal sealed class PreviewUnsavedCalendarValidator : AbstractValidator<PreviewUnsavedCalendar>
{
    public PreviewUnsavedCalendarValidator()
    {
        Include(new CalendarQuestionValidator());
        RuleFor(x => x.Calendar.TimeZone).NotEmpty();
        RuleFor(x => x.Calendar.Exceptions).Must(e => e is null || e.Count <= ExceptionBody.MaxCount)
            .WithMessage($"At most {ExceptionBody.MaxCount} exceptions.");
        RuleFor(x => x.Calendar.HolidaySetIds).Must(s => s is null || s.Count <= HolidaySets.MaxPerCalendar)
            .WithMessage($"At most {HolidaySets.MaxPerCalendar} sets.");
    }
}

internal sealed class PreviewUnsavedCalendarHandler(HolidaySets sets, TimeProvider clock) : IRequestHandler<PreviewUnsavedCalendar, CalendarPreview>
{
    public async Task<CalendarPreview> Handle(PreviewUnsavedCalendar request, CancellationToken ct)
    {
        var typed = request.Calendar;
        var own = new CalendarDefinition(typed.TimeZone, typed.Weekly.Read(), ExceptionBody.Read(typed.Exceptions));
        var holidays = await sets.LoadAsync((typed.HolidaySetIds ?? []).Select(HolidaySetId.From), ct);

        return CalendarTrial.Answer(Calendar.Sound(own, holidays, clock.GetUtcNow()), request);
    }
}
