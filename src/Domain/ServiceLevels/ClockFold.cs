namespace ServiceDesk.Domain.ServiceLevels;

/// <summary>
/// What a ledger comes to, told from its entries alone. Written apart from the clock's verbs, and by the other road: each stretch under
/// one set of terms is counted whole with its pauses, where the verbs add up interval by interval. Agreement proves both.
/// </summary>
public sealed class ClockFold
{
    private readonly IReadOnlyList<LedgerEntry> ledger;
    private readonly Func<CalendarId, int, BusinessCalendar> calendars;
    private readonly List<Era> eras = [];

    public ClockFold(IReadOnlyList<LedgerEntry> ledger, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentOutOfRangeException.ThrowIfZero(ledger.Count);

        (this.ledger, this.calendars) = (ledger, calendars);
        var used = 0L;
        for (var first = 0; first < ledger.Count;)
        {
            var next = first + 1;
            while (next < ledger.Count && ledger[next].Terms.MeasureAs(ledger[first].Terms))
                next++;

            eras.Add(new Era(first, next, used));
            used += Used(eras[^1], ledger[Math.Min(next, ledger.Count - 1)].At);
            first = next;
        }

        Figures = Tell();
    }

    /// <summary>As of the last entry, to be compared with what the clock has kept.</summary>
    public ClockFigures Figures { get; }

    private LedgerEntry Last => ledger[^1];

    public static ClockFigures Of(IReadOnlyList<LedgerEntry> ledger, Func<CalendarId, int, BusinessCalendar> calendars) =>
        new ClockFold(ledger, calendars).Figures;

    public long ElapsedSeconds(DateTimeOffset now) => eras[^1].UsedBefore + Used(eras[^1], now < Last.At ? Last.At : now);

    public long RemainingSeconds(DateTimeOffset now) => Last.TargetSeconds - ElapsedSeconds(now);

    public decimal UsedShare(DateTimeOffset now) => (decimal)ElapsedSeconds(now) / Last.TargetSeconds;

    /// <summary>When it would fall due if a pause ended now; the due instant itself when it is not paused.</summary>
    public DateTimeOffset? DueIfResumed(DateTimeOffset now) => Last.Kind == LedgerKind.Paused
        ? Due(eras[^1], [.. PausesBefore(eras[^1], ledger.Count - 1), new Pause(Last.At, now)])
        : Figures.DueAt;

    /// <summary>The breach as it stands now, recorded or not yet.</summary>
    public DateTimeOffset? BreachedAt(DateTimeOffset now) =>
        Figures.BreachedAt ?? (Last.Kind == LedgerKind.Running && Figures.DueAt <= now ? Figures.DueAt : null);

    /// <summary>Every stretch up to now (or the end), touching each other; what they counted adds up to the elapsed time.</summary>
    public IReadOnlyList<LedgerInterval> Intervals(DateTimeOffset now)
    {
        var intervals = new List<LedgerInterval>(ledger.Count);
        for (var i = 0; i < ledger.Count; i++)
        {
            var entry = ledger[i];
            var over = i == ledger.Count - 1 && entry.Kind is LedgerKind.Stopped or LedgerKind.Cancelled;
            var to = i + 1 < ledger.Count ? ledger[i + 1].At : now;
            if (over || to <= entry.At)
                continue;

            var counted = entry.Kind == LedgerKind.Running ? Seconds(Calendar(entry).Between(entry.At, to)) : 0;
            intervals.Add(new LedgerInterval(entry.At, to, entry.Kind, entry.Why, entry.ByEvent, entry.Terms, entry.Owner, counted));
        }

        return intervals;
    }

    private ClockFigures Tell()
    {
        var era = eras[^1];
        var breached = Breach();
        var due = Last.Kind switch
        {
            LedgerKind.Running => Due(era, PausesBefore(era, ledger.Count - 1)),
            LedgerKind.Stopped when WasRunning(ledger.Count - 1) => Due(era, PausesBefore(era, ledger.Count - 1)),
            _ => (DateTimeOffset?)null,
        };
        var state = Last.Kind switch
        {
            LedgerKind.Running => ClockState.Running,
            LedgerKind.Paused => ClockState.Paused,
            LedgerKind.Cancelled => ClockState.Cancelled,
            _ => breached is null ? ClockState.Met : ClockState.Missed,
        };
        var over = Last.Kind is LedgerKind.Stopped or LedgerKind.Cancelled;

        return new ClockFigures(
            state, Last.At, ElapsedSeconds(Last.At), due, breached, PausedSince(), over ? Last.At : null, Last.Terms, Last.Owner);
    }

    private DateTimeOffset? PausedSince()
    {
        if (Last.Kind != LedgerKind.Paused)
            return null;

        var first = ledger.Count - 1;
        while (first > 0 && ledger[first - 1].Kind == LedgerKind.Paused)
            first--;

        return ledger[first].At;
    }

    private DateTimeOffset? Breach()
    {
        foreach (var era in eras)
        {
            if (era.UsedBefore > ledger[era.First].TargetSeconds)
                return ledger[era.First].At;

            for (var i = era.First; i < era.Next; i++)
            {
                if (ledger[i].Kind != LedgerKind.Running)
                    continue;

                var due = Due(era, PausesBefore(era, i));
                if ((ledger[i].IsBreach && due <= ledger[i].At) || (i + 1 < ledger.Count && due < ledger[i + 1].At))
                    return due;
            }
        }

        return null;
    }

    private bool WasRunning(int index) => index > 0 && ledger[index - 1].Kind == LedgerKind.Running;

    private DateTimeOffset Due(Era era, Pause[] pauses)
    {
        var first = ledger[era.First];
        var left = first.TargetSeconds - era.UsedBefore;

        return left <= 0 ? first.At : Calendar(first).Add(first.At, TimeSpan.FromSeconds(left), pauses);
    }

    private long Used(Era era, DateTimeOffset until)
    {
        var first = ledger[era.First];
        var pauses = PausesBefore(era, era.Next);

        return Seconds(Calendar(first).Between(first.At, until, [.. pauses, .. OpenPause(era, until)]));
    }

    // The last entry has no successor to end its pause.
    private Pause[] OpenPause(Era era, DateTimeOffset until) =>
        era.Next == ledger.Count && Last.Kind != LedgerKind.Running ? [new Pause(Last.At, until)] : [];

    private Pause[] PausesBefore(Era era, int index) =>
    [
        .. Enumerable.Range(era.First, index - era.First)
            .Where(i => ledger[i].Kind != LedgerKind.Running && i + 1 < ledger.Count)
            .Select(i => new Pause(ledger[i].At, ledger[i + 1].At)),
    ];

    private BusinessCalendar Calendar(LedgerEntry entry) => calendars(entry.CalendarId, entry.CalendarVersion);

    private static long Seconds(TimeSpan span) => (long)span.TotalSeconds;

    /// <summary>Entries under the same terms, and the seconds used before them.</summary>
    private sealed record Era(int First, int Next, long UsedBefore);
}
