using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Adds a calendar and publishes its first version.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record IntroduceCalendar : ICommand<CalendarResponse>
{
    public required string Name { get; init; }

    /// <summary>An IANA name: Europe/Paris.</summary>
    public required string TimeZone { get; init; }
    public required WeeklyBody Weekly { get; init; }
    public IReadOnlyList<ExceptionBody>? Exceptions { get; init; }

    /// <summary>Holiday sets in order of precedence; the calendar's own exceptions win over all of them.</summary>
    public IReadOnlyList<Guid>? HolidaySetIds { get; init; }
}

internal sealed class IntroduceCalendarValidator : AbstractValidator<IntroduceCalendar>
{
    public IntroduceCalendarValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(Calendar.NameMaxLength);
        RuleFor(x => x.TimeZone).NotEmpty();
        RuleFor(x => x.Exceptions).Must(e => e is null || e.Count <= ExceptionBody.MaxCount)
            .WithMessage($"At most {ExceptionBody.MaxCount} exceptions.");
        RuleFor(x => x.HolidaySetIds).Must(s => s is null || s.Count <= HolidaySets.MaxPerCalendar)
            .WithMessage($"At most {HolidaySets.MaxPerCalendar} sets.");
    }
}

internal sealed class IntroduceCalendarHandler(
    IServiceDeskDb db, ICurrentUser user, HolidaySets sets, CalendarReader reader, TimeProvider clock)
    : IRequestHandler<IntroduceCalendar, CalendarResponse>
{
    public async Task<CalendarResponse> Handle(IntroduceCalendar request, CancellationToken ct)
    {
        var own = new CalendarDefinition(request.TimeZone, request.Weekly.Read(), ExceptionBody.Read(request.Exceptions));
        var holidays = await sets.LoadAsync((request.HolidaySetIds ?? []).Select(HolidaySetId.From), ct);

        var calendar = Calendar.Introduce(request.Name, own, holidays, new Act(user.Id, clock.GetUtcNow()));
        db.Set<Calendar>().Add(calendar);

        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(calendar.Id, ct);
    }
}
