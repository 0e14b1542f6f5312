using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Incidents;

/// <summary>
/// Takes incidents that are due for something one by one, each locked and changed in a transaction of its own, so that several
/// servers share them and one that fails does not hold up the others.
/// </summary>
public sealed partial class DueIncidents(ServiceDeskDbContext db, TimeProvider clock, ILogger<DueIncidents> log)
{
    private const int Batch = 100;

    /// <summary>Incidents that failed in this round; they are left to the next.</summary>
    private readonly List<Guid> failed = [];

    /// <summary>
    /// Does <paramref name="work"/> to each incident that <paramref name="next"/> names, which selects the id of one that is due,
    /// leaving out those given, "for update skip locked". True when there may be more.
    /// </summary>
    public async Task<bool> EachAsync(Func<Guid[], FormattableString> next, Action<Incident, Act> work, CancellationToken ct)
    {
        for (var i = 0; i < Batch; i++)
        {
            if (!await OneAsync(next, work, ct))
                return false;
        }

        return true;
    }

    /// <summary>True when an incident failed: it is tried again after a while.</summary>
    public bool SomeFailed => failed.Count > 0;

    private async Task<bool> OneAsync(Func<Guid[], FormattableString> next, Action<Incident, Act> work, CancellationToken ct)
    {
        db.ForgetChanges();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Database.SqlQuery<Guid>(next([.. failed])).ToListAsync(ct);
        if (due.Count == 0)
            return false;

        var id = new TicketId(due[0]);
        try
        {
            work(await db.Incidents.SingleAsync(i => i.Id == id, ct), new Act(UserId.System, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failed.Add(id.Value);
            Failed(log, e, id.Value);
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Incident {Incident} could not be moved on when it was due; it is tried again.")]
    private static partial void Failed(ILogger log, Exception exception, Guid incident);
}
