using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.ServiceLevels;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.ServiceLevels;

/// <summary>The clocks of a ticket as of now, and what to tell its requester about each.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record GetTicketServiceLevels(TicketKey Ticket) : IQuery<TicketServiceLevels>;

public sealed record TicketServiceLevels(IReadOnlyList<ServiceLevelResponse> Items, IReadOnlyList<DeadlineSentence> Sentences);

internal sealed class GetTicketServiceLevelsHandler(IServiceDeskDb db, IServiceLevelReader reader, CalendarLibrary library, TimeProvider clock)
    : IRequestHandler<GetTicketServiceLevels, TicketServiceLevels>
{
    public async Task<TicketServiceLevels> Handle(GetTicketServiceLevels request, CancellationToken ct)
    {
        var id = await db.Tickets.AsNoTracking().Where(request.Ticket.Matches<Ticket>()).Select(t => (TicketId?)t.Id).SingleOrDefaultAsync(ct)
            ?? throw new NotFoundException("The ticket");
        var live = await db.Set<ServiceLevelClock>().AsNoTracking()
            .Where(c => c.TicketId == id && (c.State == ClockState.Running || c.State == ClockState.Paused)).ToListAsync(ct);
        var calendars = await library.OpenAllAsync(live.Select(c => (c.CalendarId, c.CalendarVersion)), ct);
        var now = clock.GetUtcNow();

        return new TicketServiceLevels(
            await reader.OfAsync(id.Value, ct),
            [.. live.OrderBy(c => c.Target).Select(c => DeadlineSentences.Of(c, calendars(c.CalendarId, c.CalendarVersion), now))]);
    }
}
