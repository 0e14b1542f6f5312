using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.ServiceLevels;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Workers;

namespace ServiceDesk.Infrastructure.ServiceLevels;

/// <summary>
/// Takes a policy that was published for open tickets through them, a batch in a transaction, and remembers how far it came. Neither the
/// version nor updatedAt of a ticket move: nobody edited it.
/// </summary>
public sealed class RolloutStep(
    ServiceDeskDbContext db, IPolicyBook book, TicketMatching matching, TicketClocks clocks, Retargeting retargeting, TimeProvider clock) : IWorkStep
{
    internal const int BatchSize = 50;
    private static readonly TimeSpan AfterLostRace = TimeSpan.FromMilliseconds(50);

    public async Task<TimeSpan> RunOnceAsync(CancellationToken ct)
    {
        db.ForgetChanges();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var rollout = await db.Set<PolicyRollout>().FromSql($"""
            select * from service_level_rollouts where done_at is null order by requested_at, policy_id, number limit 1 for update skip locked
            """).SingleOrDefaultAsync(ct);
        if (rollout is null)
            return TimeSpan.MaxValue;

        // Published elsewhere a moment ago perhaps: what is kept here may not know of it.
        book.Forget();
        await GoOnAsync(rollout, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A command was faster on one of these tickets; none of them has been moved.
            return AfterLostRace;
        }

        await transaction.CommitAsync(ct);
        return TimeSpan.Zero;
    }

    private async Task GoOnAsync(PolicyRollout rollout, CancellationToken ct)
    {
        var after = rollout.AfterTicketId.Value;
        var next = await db.Database.SqlQuery<Guid>(
            $"""select id as "Value" from tickets where open and id > {after} order by id limit {BatchSize}""").ToListAsync(ct);
        TicketId[] ids = [.. next.Select(TicketId.From)];
        var tickets = await db.Tickets.Where(t => ids.Contains(t.Id)).ToListAsync(ct);
        var running = (await db.Set<ServiceLevelClock>().Include(c => c.Wakes).Where(c => ids.Contains(c.TicketId)).ToListAsync(ct)).ToLookup(c => c.TicketId);
        foreach (var ticket in tickets.OrderBy(t => t.Id.Value))
        {
            if (await MoveAsync(ticket, [.. running[ticket.Id]], rollout, ct))
                rollout.TicketsMoved++;
            (rollout.AfterTicketId, rollout.TicketsSeen) = (ticket.Id, rollout.TicketsSeen + 1);
        }

        if (tickets.Count < BatchSize)
            rollout.DoneAt = clock.GetUtcNow();
    }

    private async Task<bool> MoveAsync(Ticket ticket, List<ServiceLevelClock> running, PolicyRollout rollout, CancellationToken ct)
    {
        var edition = await matching.MatchAsync(ticket, ct);
        if (edition?.Id != rollout.PolicyId && !running.Exists(c => c.IsLive && c.PolicyId == rollout.PolicyId))
            return false;

        // Another version may have been published since, for new tickets only.
        if (edition?.Id == rollout.PolicyId && edition.Version != rollout.Number)
            edition = edition with { Version = rollout.Number, Definition = await book.DefinitionAsync(rollout.PolicyId, rollout.Number, ct) };

        var set = await clocks.SetAsync(ticket, running, edition, ct);
        return await retargeting.ApplyAsync(set, edition, new Cause(clock.GetUtcNow(), 0, ClockWords.Published), ct);
    }
}
