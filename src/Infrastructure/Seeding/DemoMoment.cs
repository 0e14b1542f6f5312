using ServiceDesk.Infrastructure.Imports;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>
/// Moves the demo's incidents by whole weeks, so that the log's last week of April happens now and the days of the week and hours of the day stay
/// what they were. What would lie in the future is cut off.
/// </summary>
internal sealed class DemoMoment
{
    /// <summary>In this week of the log most was going on.</summary>
    private static readonly DateTime Liveliest = new(2016, 4, 22);

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly LocalTime time = new(Zone);
    private readonly DateTime local;
    private readonly int weeks;

    public DemoMoment(DateTimeOffset now)
    {
        Now = now;
        local = TimeZoneInfo.ConvertTime(now, Zone).DateTime;
        weeks = (int)Math.Floor((local - Liveliest).TotalDays / 7);
    }

    public DateTimeOffset Now { get; }

    public DateTimeOffset Move(DateTime at, int weeksBack) => time.Utc(at.AddDays((weeks - weeksBack) * 7));

    public bool IsPast(DateTime at, int weeksBack) => at.AddDays((weeks - weeksBack) * 7) < local;

    /// <summary>
    /// How many weeks further back an incident goes: those of the log's days after the chosen moment, so that all of them have happened, and
    /// two of three that would have been open for long, until they are over. A desk that is alive has more new work than old.
    /// </summary>
    public int WeeksBack(IncidentLog log)
    {
        var back = IsPast(log.Rows[0].OpenedAt, 0) ? 0 : 3;
        var last = LastPast(log, back);
        var waits = last?.State is LogState.AwaitingUserInfo or LogState.AwaitingEvidence or LogState.AwaitingProblem or LogState.AwaitingVendor;
        var old = last?.State is not (LogState.Resolved or LogState.Closed) && !IsPast(log.Rows[^1].UpdatedAt, back)
            && IsPast(log.Rows[0].OpenedAt.AddDays(waits ? 14 : 4), back);
        if (old && DemoChance.Of(log.Number + "old") % 3 != 0)
            while (!IsPast(log.Rows[^1].UpdatedAt, back))
                back++;

        return back;
    }

    /// <summary>The update that has happened last; null when none has yet.</summary>
    public EventLogRow? LastPast(IncidentLog log, int weeksBack) => log.Rows.LastOrDefault(r => IsPast(r.UpdatedAt, weeksBack));
}
