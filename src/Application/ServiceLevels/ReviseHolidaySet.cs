using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Changes a holiday set, and publishes a version of every calendar it is attached to.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record ReviseHolidaySet(Guid Id) : ICommand<HolidaySetResponse>
{
    public Optional<string> Name { get; init; }
    public Optional<IReadOnlyList<HolidayBody>> Days { get; init; }
}

internal sealed class ReviseHolidaySetValidator : AbstractValidator<ReviseHolidaySet>
{
    public ReviseHolidaySetValidator()
    {
        RuleFor(x => x.Name).Must(n => !n.IsPresent || n.Value is { Length: > 0 and <= HolidaySet.NameMaxLength })
            .WithMessage($"A name of at most {HolidaySet.NameMaxLength} characters.");
        RuleFor(x => x.Days).Must(d => d.Value is null || d.Value.Count <= HolidaySet.MaxDays)
            .WithMessage($"At most {HolidaySet.MaxDays} days.");
    }
}

internal sealed class ReviseHolidaySetHandler(
    IServiceDeskDb db, ICurrentUser user, IRequestConditions conditions, HolidaySets sets, TimeProvider clock)
    : IRequestHandler<ReviseHolidaySet, HolidaySetResponse>
{
    public async Task<HolidaySetResponse> Handle(ReviseHolidaySet request, CancellationToken ct)
    {
        var id = new HolidaySetId(request.Id);
        var set = await db.Set<HolidaySet>().ForCommandAsync(s => s.Id == id, "The holiday set", new GetHolidaySet(request.Id), conditions, ct);

        set.Revise(request.Name.Or(set.Name)!, request.Days.IsPresent ? HolidayBody.Read(request.Days.Value) : set.Days);
        var act = new Act(user.Id, clock.GetUtcNow());
        foreach (var calendar in await db.Set<Calendar>().Include(c => c.Versions).Where(c => c.HolidaySetIds.Contains(id)).ToListAsync(ct))
            calendar.Revise(calendar.Own, await sets.LoadAsync(calendar.HolidaySetIds, ct), act);

        await db.SaveChangesAsync(ct);
        return HolidaySetResponse.Of(set);
    }
}
