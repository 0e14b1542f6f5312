using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Domain.Tests.ServiceLevels;

internal static class APolicy
{
    public static readonly Act Now = new(UserId.System, ACalendar.At("2026-06-01 09:00"));

    public static readonly PolicyTargets FourHours = new(FirstResponse: null, NextResponse: null, Resolution: 4 * 3600);

    public static PolicyDefinition Definition(PolicyConditions? when = null, PolicyTargets? targets = null) =>
        new(when ?? PolicyConditions.Everything, AClock.OfficeHours, targets ?? FourHours);

    public static ServiceLevelPolicy Introduced(int order = 1, PolicyDefinition? definition = null, BusinessCalendar? calendar = null) =>
        ServiceLevelPolicy.Introduce("Standard", order, definition ?? Definition(), calendar ?? ACalendar.Office(), Now);
}
