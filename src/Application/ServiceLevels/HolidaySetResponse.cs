using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>A holiday: closed, or with shorter hours when it has windows.</summary>
public sealed record HolidayBody(DateOnly Date, string Label, IReadOnlyList<WindowBody>? Windows = null)
{
    internal static IReadOnlyList<Holiday> Read(IReadOnlyList<HolidayBody>? days) =>
        [.. (days ?? []).Select(x => new Holiday(x.Date, x.Label.Trim(), WindowBody.Read(x.Windows)))];
}

/// <summary>A holiday set with its days.</summary>
public sealed record HolidaySetResponse(Guid Id, string Name, IReadOnlyList<HolidayBody> Days, long Version) : IVersioned
{
    internal static HolidaySetResponse Of(HolidaySet set) => new(
        set.Id.Value, set.Name, [.. set.Days.Select(d => new HolidayBody(d.Date, d.Label, WindowBody.Of(d.Windows)))], set.Version);
}

/// <summary>A holiday set in a list.</summary>
public sealed record HolidaySetRow(Guid Id, string Name, int DayCount, DateOnly? FirstDay, DateOnly? LastDay, long Version);
