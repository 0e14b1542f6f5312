using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.ServiceLevels;

namespace ServiceDesk.Application.Search;

/// <summary>
/// What of a question depends on business hours, worked out before it becomes SQL: the database knows no calendars. Business hours of a search
/// are those of the policy that comes last, the one for what no other is for.
/// </summary>
public sealed class SearchHours(IServiceDeskDb db, IPolicyBook book, CalendarLibrary library, TimeProvider clock)
{
    /// <summary>At risk is what has used this share of its target, everywhere (ruling 34).</summary>
    private const int SharesLeftAtRisk = 4;

    private BusinessCalendar? calendar;
    private readonly Dictionary<(SearchAmount Amount, bool Beyond), DueLimits> used = [];
    private DueLimits? limits;

    /// <summary>Null where no policy is in force: then every hour is one of business.</summary>
    internal BusinessCalendar? Calendar => calendar;

    internal DueLimits Limits => limits ?? throw new InvalidOperationException("The question was not prepared.");

    /// <summary>What of a resolution falls due up to there has used so much of its time, or with "beyond" a second more.</summary>
    internal DueLimits UsedUp(SearchAmount amount, bool beyond) =>
        used.GetValueOrDefault((amount, beyond)) ?? throw new InvalidOperationException("The question was not prepared.");

    /// <summary>Gets ready for a question; asks nothing of the database when it speaks neither of business hours nor of promises' time.</summary>
    public async ValueTask PrepareAsync(SearchNode? question, CancellationToken ct)
    {
        var all = question?.Everything().ToList() ?? [];
        if (limits is null && all.OfType<FieldCondition>().Any(c => c.Field == "sla" && c.Values.Contains("atRisk")))
            limits = Limit(await TermsAsync(ct), (now, seconds, hours) => hours.Add(now, TimeSpan.FromSeconds(seconds / SharesLeftAtRisk)));
        List<string> amounts = [.. all.OfType<FieldCondition>().Where(c => c.Field == "elapsed").SelectMany(c => c.Values)];
        if (amounts.Count > 0)
            Measure(amounts, await TermsAsync(ct));
        if (calendar is null && all.Any(SpeaksOfHours) && (await book.InForceAsync(ct)).Last is { } last)
            calendar = await library.OpenAsync(last.Definition.CalendarId, last.CalendarVersion, ct);
    }

    private static bool SpeaksOfHours(SearchNode node) => node switch
    {
        FieldCondition c => c.Values.Any(SearchInstant.IsOfBusiness),
        Changed c => c.During.Any(SearchInstant.IsOfBusiness),
        _ => false,
    };

    private void Measure(IEnumerable<string> amounts, IReadOnlyList<Term> terms)
    {
        foreach (var value in amounts)
        {
            foreach (var beyond in SearchAmount.TryParse(value, out var amount) ? new[] { false, true } : [])
                used[(amount, beyond)] = Limit(terms, (now, seconds, hours) => DueWhenUsed(now, seconds, amount.Of(seconds) + (beyond ? 1 : 0), hours));
        }
    }

    // On one calendar whatever has a certain time left falls due at an instant that is the same for all clocks of one target.
    private DueLimits Limit(IReadOnlyList<Term> terms, Func<DateTimeOffset, long, BusinessCalendar, DateTimeOffset> dueBy)
    {
        var now = clock.GetUtcNow();
        return new DueLimits(
            [.. terms.Select(t => t.Calendar.Value)], [.. terms.Select(t => t.Version)], [.. terms.Select(t => t.Seconds)],
            [.. terms.Select(t => dueBy(now, t.Seconds, t.Hours))]);
    }

    /// <summary>Every target that was ever promised, on every version of its calendar.</summary>
    private async Task<IReadOnlyList<Term>> TermsAsync(CancellationToken ct)
    {
        var promised = (await db.Set<PolicyVersion>().AsNoTracking().Where(v => v.PublishedAt != null).Select(v => v.Definition).ToListAsync(ct))
            .SelectMany(d => Enum.GetValues<ServiceLevelTarget>().Select(t => (d.CalendarId, Seconds: d.Targets.For(t)))).Where(p => p.Seconds is not null).Distinct().ToList();
        var versions = (await db.Set<CalendarVersion>().AsNoTracking().Select(v => new { v.CalendarId, v.Number }).ToListAsync(ct)).ToLookup(v => v.CalendarId, v => v.Number);
        List<(CalendarId Calendar, int Version, long Seconds)> terms = [.. promised.SelectMany(p => versions[p.CalendarId].Select(v => (p.CalendarId, v, p.Seconds!.Value)))];
        var open = await library.OpenAllAsync(terms.Select(t => (t.Calendar, t.Version)), ct);
        return terms.ConvertAll(t => new Term(t.Calendar, t.Version, t.Seconds, open(t.Calendar, t.Version)));
    }

    // What has not used all of it falls due so much later; what has used more fell due so much earlier.
    private static DateTimeOffset DueWhenUsed(DateTimeOffset now, long target, long wanted, BusinessCalendar hours) =>
        wanted <= target ? hours.Add(now, TimeSpan.FromSeconds(target - wanted)) : SearchInstant.Before(now, TimeSpan.FromSeconds(wanted - target), hours);

    private sealed record Term(CalendarId Calendar, int Version, long Seconds, BusinessCalendar Hours);
}

/// <summary>For each calendar version and target: what falls due up to here has so much of its time left, or less.</summary>
internal sealed record DueLimits(Guid[] Calendars, int[] Versions, long[] Seconds, DateTimeOffset[] DueBy);
