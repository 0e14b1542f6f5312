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
    private RiskLimits? limits;

    /// <summary>Null where no policy is in force: then every hour is one of business.</summary>
    internal BusinessCalendar? Calendar => calendar;

    internal RiskLimits Limits => limits ?? throw new InvalidOperationException("The question was not prepared.");

    /// <summary>Gets ready for a question; asks nothing of the database when it speaks neither of business hours nor of risk.</summary>
    public async ValueTask PrepareAsync(SearchNode? question, CancellationToken ct)
    {
        var all = question?.Everything().ToList() ?? [];
        if (limits is null && all.OfType<FieldCondition>().Any(c => c.Field == "sla" && c.Values.Contains("atRisk")))
            limits = await LimitsAsync(ct);
        if (calendar is null && all.Any(SpeaksOfHours) && (await book.InForceAsync(ct)).Last is { } last)
            calendar = await library.OpenAsync(last.Definition.CalendarId, last.CalendarVersion, ct);
    }

    private static bool SpeaksOfHours(SearchNode node) => node switch
    {
        FieldCondition c => c.Values.Any(SearchInstant.IsOfBusiness),
        Changed c => c.During.Any(SearchInstant.IsOfBusiness),
        _ => false,
    };

    // On one calendar what is at risk is what falls due before an instant that is the same for all clocks of one target.
    private async Task<RiskLimits> LimitsAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var promised = (await db.Set<PolicyVersion>().AsNoTracking().Where(v => v.PublishedAt != null).Select(v => v.Definition).ToListAsync(ct))
            .SelectMany(d => Enum.GetValues<ServiceLevelTarget>().Select(t => (d.CalendarId, Seconds: d.Targets.For(t)))).Where(p => p.Seconds is not null).Distinct().ToList();
        var versions = (await db.Set<CalendarVersion>().AsNoTracking().Select(v => new { v.CalendarId, v.Number }).ToListAsync(ct)).ToLookup(v => v.CalendarId, v => v.Number);
        List<(CalendarId Calendar, int Version, long Seconds)> terms = [.. promised.SelectMany(p => versions[p.CalendarId].Select(v => (p.CalendarId, v, p.Seconds!.Value)))];
        var open = await library.OpenAllAsync(terms.Select(t => (t.Calendar, t.Version)), ct);

        return new RiskLimits(
            [.. terms.Select(t => t.Calendar.Value)], [.. terms.Select(t => t.Version)], [.. terms.Select(t => t.Seconds)],
            [.. terms.Select(t => open(t.Calendar, t.Version).Add(now, TimeSpan.FromSeconds(t.Seconds / SharesLeftAtRisk)))]);
    }
}

/// <summary>For each calendar version and target: what falls due up to here has a quarter of its time left, or less.</summary>
internal sealed record RiskLimits(Guid[] Calendars, int[] Versions, long[] Seconds, DateTimeOffset[] DueBy);
