using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Tickets;

/// <summary>Who changed what on a ticket since a version; for somebody who lost a race.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListChangesSince(Guid Ticket, long Version) : IQuery<IReadOnlyList<TicketChange>>;

/// <summary>One event since then.</summary>
public sealed record TicketChange(long Version, TicketEventType Type, PersonRef By, DateTimeOffset At, JsonElement Details);

internal sealed class ListChangesSinceHandler(IServiceDeskDb db, ICurrentUser user, TicketsInDetails tickets)
    : IRequestHandler<ListChangesSince, IReadOnlyList<TicketChange>>
{
    public async Task<IReadOnlyList<TicketChange>> Handle(ListChangesSince request, CancellationToken ct)
    {
        var id = new TicketId(request.Ticket);
        var notes = (await db.WithNotesAsync(user, [id], ct)).Count > 0;
        var rows = await db.Set<TicketEvent>().AsNoTracking()
            .Where(e => e.TicketId == id && (notes ? e.Version : e.PublicVersion) > request.Version).ReadableBy(user, db)
            .Where(e => db.Tickets.Any(t => t.Id == e.TicketId))
            .OrderBy(e => e.Sequence).Take(50)
            .Select(e => new { Version = notes ? e.Version : e.PublicVersion, e.Type, e.ActorId, Name = db.Users.Where(u => u.Id == e.ActorId).Select(u => u.Name).FirstOrDefault(), e.At, e.Details })
            .ToListAsync(ct);
        var details = await tickets.KnownAsync(rows.Select(r => r.Details), ct);
        return [.. rows.Zip(details, (r, told) => new TicketChange(r.Version, r.Type, new PersonRef(r.ActorId.Value, r.Name ?? ""), r.At, told))];
    }
}
