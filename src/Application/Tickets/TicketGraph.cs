using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>Parents and duplicates never form a circle, also when two commands on different tickets race.</summary>
public sealed class TicketGraph(IServiceDeskDb db, TicketTies ties)
{
    /// <summary>Puts a ticket below another, or below none, and says so on both timelines.</summary>
    public async Task PlaceAsync(Ticket child, TicketId? parentId, Act act, CancellationToken ct)
    {
        if (parentId is not { } wanted)
        {
            if (child.ParentId is not null)
                child.BecomeChildOf(null, await ties.OnAsync(child, child.ParentId, ct), act);
            return;
        }

        // Asked first, also of the parent it has: the answer must not tell which unseen ticket that is.
        var parent = await db.Tickets.SingleOrDefaultAsync(t => t.Id == wanted, ct)
            ?? throw RuleViolationException.Meaning("ticket.unknown", "parentId names no ticket you can see.");
        if (wanted != child.ParentId)
            await PlaceAsync(child, parent, act, ct);
    }

    /// <summary>The same; answers how far the parent tells of it.</summary>
    public async Task<Visibility> PlaceAsync(Ticket child, Ticket parent, Act act, CancellationToken ct)
    {
        await PassGuardAsync(ct);
        FormattableString above = $"""
            with recursive up(id) as (
                select parent_id from tickets where id = {parent.Id.Value}
                union select t.parent_id from tickets t join up on t.id = up.id)
            select exists (select 1 from up where id = {child.Id.Value}) as "Value"
            """;
        await DemandNoCycleAsync(above, ct);
        var tie = await ties.BetweenAsync(child, parent, ct);
        var left = tie.OnOne == Visibility.Public ? Visibility.Public : await ties.OnAsync(child, child.ParentId, ct);
        child.BecomeChildOf(parent.Id, left, act);
        parent.Note(TicketEventType.LinkAdded, "links", act, new { Type = LinkType.ParentOf, Ticket = child.Id.Value }, tie.OnOther);
        return tie.OnOther;
    }

    /// <summary>Before a ticket becomes the duplicate of another, by link or by merge.</summary>
    public async Task DemandNoDuplicateCycleAsync(TicketId duplicate, TicketId original, CancellationToken ct)
    {
        await PassGuardAsync(ct);
        FormattableString beyond = $"""
            with recursive edges(duplicate, original) as (
                select from_id, to_id from ticket_links where type = 'duplicateOf'
                union all select id, merged_into_id from tickets where merged_into_id is not null),
            onward(id) as (
                select original from edges where duplicate = {original.Value}
                union select e.original from edges e join onward o on e.duplicate = o.id)
            select exists (select 1 from onward where id = {duplicate.Value}) as "Value"
            """;
        await DemandNoCycleAsync(beyond, ct);
    }

    private async Task PassGuardAsync(CancellationToken ct) => (await db.Set<LinkGuard>().SingleAsync(ct)).Pass();

    private async Task DemandNoCycleAsync(FormattableString reaches, CancellationToken ct)
    {
        if ((await db.Sql<bool>(reaches).ToListAsync(ct))[0])
            throw new RuleViolationException("ticket.link_cycle", "That would put the ticket above and below itself.");
    }
}
