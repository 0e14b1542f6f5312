using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>Loads the sets a calendar is to take in, in the order given.</summary>
public sealed class HolidaySets(IServiceDeskDb db)
{
    public const int MaxPerCalendar = 20;

    public async Task<IReadOnlyList<HolidaySet>> LoadAsync(IEnumerable<HolidaySetId> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        var sets = await db.Set<HolidaySet>().Where(s => wanted.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        if (sets.Count < wanted.Count)
            throw RuleViolationException.Meaning("holiday_set.unknown", "holidaySetIds names a set that is not there.");

        return [.. wanted.Select(id => sets[id])];
    }
}
