using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Infrastructure.Idempotency;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>Turns are row locks, so that they hold among servers; the lock goes with the transaction.</summary>
internal sealed class TicketTurns(ServiceDeskDbContext db, ConnectionReserve reserve) : ITicketTurns
{
    public async Task<T> TakeAsync<T>(TicketKey ticket, Func<Task<T>> work, CancellationToken ct)
    {
        // Whoever waits here holds a connection, and who is before them may want another; with a key a place is taken already.
        using var place = db.InTransaction ? null : await reserve.EnterAsync(ct);
        return await db.TogetherAsync(
            async () =>
            {
                await HoldAsync(ticket, ct);
                return await work();
            }, ct);
    }

    private async Task HoldAsync(TicketKey ticket, CancellationToken ct)
    {
        var (id, reference) = (ticket.Id, ticket.Reference);
        try
        {
            await db.Database.ExecuteSqlAsync($"select 1 from tickets where id = {id}::uuid or reference = {reference}::text for no key update", ct);
        }
        catch (Exception e) when (e.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected })
        {
            throw new DbUpdateConcurrencyException("Another command holds the ticket and waits for this one.", e);
        }
    }
}
