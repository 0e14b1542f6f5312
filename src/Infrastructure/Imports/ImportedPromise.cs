using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Infrastructure.Imports;

/// <summary>The promise under which imported tickets are judged: one policy's resolution target, the same for all of them.</summary>
internal sealed class ImportedPromise(ClockTerms terms, PolicyDefinition policy, Func<CalendarId, int, BusinessCalendar> calendars)
{
    public PolicyDefinition Policy => policy;

    public Func<CalendarId, int, BusinessCalendar> Calendars => calendars;

    public bool PausesOn(PendingReason reason) => policy.PauseOn.Contains(reason);

    public ServiceLevelClock Fold(TicketId ticket, IReadOnlyList<ClockMoment> moments) => ClockHistory.Fold(
        new ClockOpening(ticket, ServiceLevelTarget.Resolution, Audience.Customer, 1, terms, default), moments, calendars);

    /// <summary>The policy that was asked for, else the one every installation begins with; null when it promises no resolution.</summary>
    public static async Task<ImportedPromise?> FindAsync(ServiceDeskDbContext db, CalendarLibrary library, PolicyId? asked, CancellationToken ct)
    {
        var policies = db.Set<ServiceLevelPolicy>().AsNoTracking().Include(p => p.Versions);
        var policy = asked is { } id
            ? await policies.SingleOrDefaultAsync(p => p.Id == id, ct)
              ?? throw RuleViolationException.Meaning("import.policy_unknown", "policyId names no service-level policy.")
            : await policies.Where(p => p.Name == ServiceLevelSeed.Standard).OrderBy(p => p.Order).FirstOrDefaultAsync(ct);
        if (policy is null || await library.CurrentVersionAsync(policy.Current.Definition.CalendarId, ct) is not { } version)
            return null;
        if (policy.TermsFor(ServiceLevelTarget.Resolution, version) is not { } terms)
            return null;

        var calendars = await library.OpenAllAsync([(terms.Calendar, version)], ct);
        return new ImportedPromise(terms, policy.Current.Definition, calendars);
    }
}
