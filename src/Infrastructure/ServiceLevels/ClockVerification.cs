using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Verification;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>Folds every ledger again, by the other road, and holds it against what its clock has kept.</summary>
internal sealed class ClockVerification(ServiceDeskDbContext db, CalendarLibrary library) : IVerification
{
    private const int BatchSize = 500;

    public string Name => "clocks";

    public async IAsyncEnumerable<Finding> RunAsync(IProgress<long> looked, [EnumeratorCancellation] CancellationToken ct)
    {
        var (after, seen) = (Guid.Empty, 0L);
        while (true)
        {
            var clocks = await db.Set<ServiceLevelClock>()
                .FromSql($"select * from service_level_clocks where id > {after} order by id limit {BatchSize}")
                .Include(c => c.Ledger).AsNoTracking().ToListAsync(ct);
            foreach (var clock in clocks.OrderBy(c => c.Id.Value))
            {
                foreach (var problem in await ProblemsAsync(clock, ct))
                    yield return new Finding($"clock {clock.Id.Value}", problem);
                after = clock.Id.Value;
            }

            looked.Report(seen += clocks.Count);
            if (clocks.Count < BatchSize)
                yield break;
        }
    }

    private async Task<IReadOnlyList<string>> ProblemsAsync(ServiceLevelClock clock, CancellationToken ct)
    {
        List<LedgerEntry> ledger = [.. clock.Ledger.OrderBy(e => e.Sequence)];
        if (ledger.Count == 0 || ledger.Count != clock.LastSequence || ledger[^1].Sequence != clock.LastSequence)
            return [$"has {ledger.Count} entries where its last one is number {clock.LastSequence}."];

        try
        {
            var calendars = await library.OpenAllAsync(ledger.Select(e => (e.CalendarId, e.CalendarVersion)), ct);
            return [.. Differences(clock, ClockFold.Of(ledger, calendars)), .. Gaps(ledger, calendars)];
        }
        catch (NotFoundException)
        {
            return ["names a version of a calendar that is not there."];
        }
    }

    private static IEnumerable<string> Differences(ServiceLevelClock clock, ClockFigures folded)
    {
        var kept = clock.Figures;
        (string What, object? Kept, object? Folded)[] all =
        [
            ("state", kept.State, folded.State), ("asOf", kept.AsOf, folded.AsOf), ("elapsedSeconds", kept.ElapsedSeconds, folded.ElapsedSeconds),
            ("dueAt", kept.DueAt, folded.DueAt), ("breachedAt", kept.BreachedAt, folded.BreachedAt), ("pausedSince", kept.PausedSince, folded.PausedSince),
            ("stoppedAt", kept.StoppedAt, folded.StoppedAt), ("terms", kept.Terms, folded.Terms), ("owner", kept.Owner, folded.Owner),
        ];

        return all.Where(x => !Equals(x.Kept, x.Folded)).Select(x => $"says {x.What} {x.Kept ?? "nothing"}, its ledger {x.Folded ?? "nothing"}.");
    }

    private static IEnumerable<string> Gaps(List<LedgerEntry> ledger, Func<CalendarId, int, BusinessCalendar> calendars)
    {
        for (var i = 1; i < ledger.Count; i++)
        {
            var (before, entry) = (ledger[i - 1], ledger[i]);
            var open = (long)calendars(before.CalendarId, before.CalendarVersion).Between(before.At, entry.At).TotalSeconds;
            if (open != entry.OpenSecondsBefore || entry.At < before.At)
                yield return $"has {entry.OpenSecondsBefore} open seconds before entry {entry.Sequence} where the calendar says {open}.";
        }
    }
}
