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
public sealed record PreviewCalendar(Guid Id) : IQuery<CalendarPreview>, ICalendarQuestion
{
    public DateTimeOffset? Start { get; init; }
    public TimeSpan? Duration { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }
    public IReadOnlyList<PauseBody>? Pauses { get; init; }
}

internal sealed class PreviewCalendarValidator : AbstractValidator<PreviewCalendar>
{
    public PreviewCalendarValidator() => Include(new CalendarQuestionValidator());
}

internal sealed class PreviewCalendarHandler(CalendarLibrary library) : IRequestHandler<PreviewCalendar, CalendarPreview>
{
    public async Task<CalendarPreview> Handle(PreviewCalendar request, CancellationToken ct)
    {
        var id = new CalendarId(request.Id);
        var version = await library.CurrentVersionAsync(id, ct) ?? throw new NotFoundException("The calendar");
        return CalendarTrial.Answer(await library.OpenAsync(id, version, ct), request);
    }
}
