namespace ServiceDesk.Api.Tests;

/// <summary>Time as the test says it is.</summary>
public sealed class ManualClock : TimeProvider
{
    /// <summary>A Monday morning, 10:00 in Paris.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private DateTimeOffset now = Start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;

    public void Set(DateTimeOffset to) => now = to;
}
