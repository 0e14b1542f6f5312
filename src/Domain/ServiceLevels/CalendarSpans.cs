namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>A stretch in which time does not count, half-open; pauses may overlap and come in any order.</summary>
public readonly record struct Pause(DateTimeOffset From, DateTimeOffset To);

/// <summary>A stretch in which a calendar is open, half-open, in UTC.</summary>
public readonly record struct OpenWindow(DateTimeOffset From, DateTimeOffset To);

public enum CalendarSpanKind
{
    Open,
    Closed,
    Paused,
}

/// <summary>One step of an explanation: the spans of a trace touch each other and their seconds add up to the result.</summary>
public sealed record CalendarSpan(DateTimeOffset From, DateTimeOffset To, CalendarSpanKind Kind, string? Label, long Seconds);
