using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>What is read as one conversation: a ticket and the duplicates merged into it, as far as the caller sees them.</summary>
public sealed class ConversationScope(IServiceDeskDb db)
{
    /// <summary>The ticket itself under <see cref="Conversation.Own"/>; not found when it is not visible.</summary>
    public async Task<Conversation> OfAsync<T>(TicketKey key, CancellationToken ct)
        where T : Ticket
    {
        var own = await IdAsync<T>(key, ct);
        var merged = new Dictionary<TicketId, TicketRef>();
        for (List<TicketId> into = [own]; into.Count > 0;)
        {
            var survivors = into;
            var found = await db.Tickets.AsNoTracking()
                .Where(t => t.MergedIntoId != null && survivors.Contains(t.MergedIntoId.Value))
                .Select(t => new { t.Id, t.Reference, t.Title }).ToListAsync(ct);
            into = [.. found.Where(f => merged.TryAdd(f.Id, new TicketRef(f.Id.Value, f.Reference, f.Title))).Select(f => f.Id)];
        }

        return new Conversation(own, merged);
    }

    public async Task<TicketId> IdAsync<T>(TicketKey key, CancellationToken ct)
        where T : Ticket
    {
        var found = await db.Set<T>().AsNoTracking().Where(key.Matches<T>()).Select(t => new { t.Id }).SingleOrDefaultAsync(ct);
        return found?.Id ?? throw new NotFoundException("The ticket");
    }
}

/// <summary>A ticket and the duplicates whose messages are read with it.</summary>
public sealed record Conversation(TicketId Own, IReadOnlyDictionary<TicketId, TicketRef> Merged)
{
    public IReadOnlyList<TicketId> All { get; } = [Own, .. Merged.Keys];

    /// <summary>The duplicate a message came from; null for the ticket's own.</summary>
    public TicketRef? MergedFrom(TicketId ticket) => Merged.GetValueOrDefault(ticket);
}
