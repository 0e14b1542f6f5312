using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Organisation;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.Incidents;

/// <summary>
/// Closes what was resolved and not reopened within the window. Major incidents wait for a person, and so does what was imported
/// as resolved.
/// </summary>
public sealed class AutoCloseStep(ServiceDeskDbContext db, DueIncidents due, ISettingsReader settings, TimeProvider clock) : IWorkStep
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    public async Task<TimeSpan> RunOnceAsync(CancellationToken ct)
    {
        var rules = await settings.GetAsync(ct);
        if (!rules.AutoClose)
            return TimeSpan.MaxValue;

        var before = clock.GetUtcNow() - rules.ReopenWindow;
        var more = await due.EachAsync(
            failed => $"""
                select id as "Value" from tickets
                where closes_by_itself and major_declared_at is null and resolved_at <= {before} and not (id = any({failed}))
                order by resolved_at, id limit 1 for update skip locked
                """,
            (incident, act) => incident.Close(act, automatic: true),
            ct);
        if (more)
            return TimeSpan.Zero;

        var next = await db.Set<Incident>().Where(i => i.ClosesByItself && i.Major == null && i.ResolvedAt > before).MinAsync(i => i.ResolvedAt, ct);
        var rest = next + rules.ReopenWindow - clock.GetUtcNow() ?? TimeSpan.MaxValue;
        return due.SomeFailed && rest > AfterFailure ? AfterFailure : rest;
    }
}
