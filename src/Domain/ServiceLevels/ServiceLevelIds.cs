using ServiceDesk.Domain.Common;

namespace ServiceDesk.Domain.ServiceLevels;

public readonly record struct ClockId(Guid Value) : ITypedId<ClockId>
{
    public static ClockId From(Guid value) => new(value);

    public static ClockId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct PolicyId(Guid Value) : ITypedId<PolicyId>
{
    public static PolicyId From(Guid value) => new(value);

    public static PolicyId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct CalendarId(Guid Value) : ITypedId<CalendarId>
{
    public static CalendarId From(Guid value) => new(value);

    public static CalendarId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public readonly record struct HolidaySetId(Guid Value) : ITypedId<HolidaySetId>
{
    public static HolidaySetId From(Guid value) => new(value);

    public static HolidaySetId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}
