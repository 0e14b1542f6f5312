using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Changes a calendar: another name alone leaves its version, anything else publishes the next one.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record ReviseCalendar(Guid Id) : ICommand<CalendarResponse>
{
    public Optional<string> Name { get; init; }
    public Optional<string> TimeZone { get; init; }
    public Optional<WeeklyPatch> Weekly { get; init; }
    public Optional<IReadOnlyList<ExceptionBody>> Exceptions { get; init; }
    public Optional<IReadOnlyList<Guid>> HolidaySetIds { get; init; }

    internal bool PublishesAVersion => TimeZone.IsPresent || Weekly.IsPresent || Exceptions.IsPresent || HolidaySetIds.IsPresent;
}

internal sealed class ReviseCalendarValidator : AbstractValidator<ReviseCalendar>
{
    public ReviseCalendarValidator()
    {
        RuleFor(x => x.Name).Must(n => !n.IsPresent || n.Value is { Length: > 0 and <= Calendar.NameMaxLength })
            .WithMessage($"A name of at most {Calendar.NameMaxLength} characters.");
        RuleFor(x => x.TimeZone).Must(z => !z.IsPresent || !string.IsNullOrEmpty(z.Value)).WithMessage("A calendar has a time zone.");
        RuleFor(x => x.Exceptions).Must(e => e.Value is null || e.Value.Count <= ExceptionBody.MaxCount)
            .WithMessage($"At most {ExceptionBody.MaxCount} exceptions.");
        RuleFor(x => x.HolidaySetIds).Must(s => s.Value is null || s.Value.Count <= HolidaySets.MaxPerCalendar)
            .WithMessage($"At most {HolidaySets.MaxPerCalendar} sets.");
    }
}

internal sealed class ReviseCalendarHandler(
    IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, HolidaySets sets, CalendarReader reader, TimeProvider clock)
    : IRequestHandler<ReviseCalendar, CalendarResponse>
{
    public async Task<CalendarResponse> Handle(ReviseCalendar request, CancellationToken ct)
    {
        var id = new CalendarId(request.Id);
        var calendar = await db.Set<Calendar>().Include(c => c.Versions)
            .ForCommandAsync(c => c.Id == id, "The calendar", new GetCalendar(request.Id), conditions, ct);

        if (request.Name.IsPresent && request.Name.Value != calendar.Name)
            calendar.Rename(request.Name.Value!);
        if (request.PublishesAVersion)
            await ReviseAsync(calendar, request, ct);

        await db.SaveChangesAsync(ct);
        return await reader.GetAsync(calendar.Id, ct);
    }

    private async Task ReviseAsync(Calendar calendar, ReviseCalendar request, CancellationToken ct)
    {
        var own = new CalendarDefinition(
            request.TimeZone.Or(calendar.Own.TimeZone)!,
            request.Weekly.IsPresent ? request.Weekly.Value?.Apply(calendar.Own.Weekly) ?? WeeklyWindows.Closed : calendar.Own.Weekly,
            request.Exceptions.IsPresent ? ExceptionBody.Read(request.Exceptions.Value) : calendar.Own.Exceptions);
        var ids = request.HolidaySetIds.IsPresent ? (request.HolidaySetIds.Value ?? []).Select(HolidaySetId.From) : calendar.HolidaySetIds;

        calendar.Revise(own, await sets.LoadAsync(ids, ct), new Act(user.Id, clock.GetUtcNow()));
    }
}
