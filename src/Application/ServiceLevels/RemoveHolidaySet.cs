using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Removes a holiday set that no calendar uses; versions that took its days in keep them.</summary>
[Permission(Permissions.ServiceLevelsManage)]
public sealed record RemoveHolidaySet(Guid Id) : ICommand<Unit>;

internal sealed class RemoveHolidaySetValidator : AbstractValidator<RemoveHolidaySet>;

internal sealed class RemoveHolidaySetHandler(IServiceDeskDb db, IRequestConditions conditions) : IRequestHandler<RemoveHolidaySet, Unit>
{
    public async Task<Unit> Handle(RemoveHolidaySet request, CancellationToken ct)
    {
        var id = new HolidaySetId(request.Id);
        var set = await db.Set<HolidaySet>().ForCommandAsync(s => s.Id == id, "The holiday set", new GetHolidaySet(request.Id), conditions, ct);
        if (await db.Set<Calendar>().AnyAsync(c => c.HolidaySetIds.Contains(id), ct))
            throw new RuleViolationException("holiday_set.in_use", "A calendar uses this set: take it off the calendar first.");

        db.Set<HolidaySet>().Remove(set);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
