using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>A public reply that was written without the newest messages is held back and shown them (desk-semantics 2.9).</summary>
public sealed class ConversationCheck(IServiceDeskDb db)
{
    private const int MostShown = 20;

    /// <summary>Throws when the conversation moved on since <paramref name="known"/>; null asks for no check.</summary>
    public async Task DemandCurrentAsync(Ticket ticket, long? known, CancellationToken ct)
    {
        if (known is not { } version || version >= ticket.ConversationVersion)
            return;

        var newer = await db.Set<Comment>().AsNoTracking()
            .Where(c => c.TicketId == ticket.Id && c.Visibility == Visibility.Public)
            .OrderByDescending(c => c.CreatedAt)
            .Take((int)Math.Min(MostShown, ticket.ConversationVersion - version))
            .Select(c => new NewerMessage(
                c.Id, c.Body, new PersonRef(c.AuthorId.Value, db.Users.Where(u => u.Id == c.AuthorId).Select(u => u.Name).First()), c.CreatedAt))
            .ToListAsync(ct);
        throw new ConversationMovedException(ticket.ConversationVersion, [.. newer]);
    }
}

/// <summary>A public message that arrived while a reply was being written.</summary>
public sealed record NewerMessage(Guid Id, string Body, PersonRef Author, DateTimeOffset CreatedAt);
