using FluentValidation;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Adds a holiday set, from a list of days or from the text of an iCalendar file.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record IntroduceHolidaySet : ICommand<HolidaySetResponse>
{
    public required string Name { get; init; }
    public IReadOnlyList<HolidayBody>? Days { get; init; }

    /// <summary>The text of an .ics file: every all-day event becomes a closed day under its summary.</summary>
    public string? Ics { get; init; }
}

internal sealed class IntroduceHolidaySetValidator : AbstractValidator<IntroduceHolidaySet>
{
    public IntroduceHolidaySetValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(HolidaySet.NameMaxLength);
        RuleFor(x => x.Days).Must(d => d is null || d.Count <= HolidaySet.MaxDays).WithMessage($"At most {HolidaySet.MaxDays} days.");
        RuleFor(x => x).Must(x => x.Days is null != x.Ics is null).OverridePropertyName("days")
            .WithMessage("Give days or ics, one of the two.");
    }
}

internal sealed class IntroduceHolidaySetHandler(IServiceDeskDb db, TimeProvider clock)
    : IRequestHandler<IntroduceHolidaySet, HolidaySetResponse>
{
    public async Task<HolidaySetResponse> Handle(IntroduceHolidaySet request, CancellationToken ct)
    {
        var days = request.Ics is { } ics ? HolidayIcs.Read(ics) : HolidayBody.Read(request.Days);

        var set = HolidaySet.Introduce(request.Name, days, clock.GetUtcNow());
        db.Set<HolidaySet>().Add(set);

        await db.SaveChangesAsync(ct);
        return HolidaySetResponse.Of(set);
    }
}
