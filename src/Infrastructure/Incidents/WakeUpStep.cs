using Microsoft.EntityFrameworkCore;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.Incidents;

/// <summary>Resumes what was put on hold until an instant that has come.</summary>
public sealed class WakeUpStep(ServiceDeskDbContext db, DueIncidents due, TimeProvider clock) : IWorkStep
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    public async Task<TimeSpan> RunOnceAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var more = await due.EachAsync(
            failed => $"""
                select id as "Value" from tickets
                where practice = 'incident' and state = 'pending' and pending_until <= {now} and not (id = any({failed}))
                order by pending_until, id limit 1 for update skip locked
                """,
            (incident, act) => incident.Resume(act, ResumeCause.WakeUp),
            ct);
        if (more)
            return TimeSpan.Zero;

        var next = await db.Incidents.Where(i => i.State == TicketState.Pending && i.Pending!.Until > now).MinAsync(i => i.Pending!.Until, ct);
        var rest = next - clock.GetUtcNow() ?? TimeSpan.MaxValue;
        return due.SomeFailed && rest > AfterFailure ? AfterFailure : rest;
    }
}
