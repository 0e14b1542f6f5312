using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Common;
using ServiceDesk.Application.Messaging;
using ServiceDesk.Application.Tickets;
using ServiceDesk.Domain.Incidents;
using ServiceDesk.Domain.People;
using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Application.Incidents;

/// <summary>Who follows an incident, and who followed the duplicates merged into it. Without the right to read all tickets one sees but oneself, unless one is the requester
/// of an unrestricted one.</summary>
[Permission(Permissions.IncidentsRead)]
public sealed record ListIncidentWatchers(TicketKey Incident, int Limit, string? Cursor) : IQuery<Page<WatcherResponse>>;

/// <summary>Somebody who follows a ticket; with the duplicate they followed when that was merged into it.</summary>
public sealed record WatcherResponse(PersonRef User, TicketRef? MergedFrom);

internal sealed class ListIncidentWatchersValidator : AbstractValidator<ListIncidentWatchers>
{
    public ListIncidentWatchersValidator() => RuleFor(x => x.Limit).InclusiveBetween(1, Paging.MaxLimit);
}

internal sealed class ListIncidentWatchersHandler(IServiceDeskDb db, ICurrentUser user, ConversationScope scope, TicketRights rights)
    : IRequestHandler<ListIncidentWatchers, Page<WatcherResponse>>
{
    private const string Sort = "user";

    public async Task<Page<WatcherResponse>> Handle(ListIncidentWatchers request, CancellationToken ct)
    {
        var conversation = await scope.OfAsync<Incident>(request.Incident, ct);
        var everybody = await rights.AllowAsync(Permissions.TicketsReadAll, request.Incident, ct)
            || await db.Incidents.AnyAsync(i => i.Id == conversation.Own && i.RequesterId == user.Id && !i.Restricted, ct);
        var tickets = conversation.All;
        var watchers = db.Set<Watcher>().AsNoTracking().Where(w => tickets.Contains(w.TicketId) && (everybody || w.UserId == user.Id));
        if (Cursor.Parse(request.Cursor, Sort, 2) is { } cursor)
        {
            var (who, ticket) = (new UserId(cursor.Id(0)), new TicketId(cursor.Id(1)));
            watchers = watchers.Where(w => EF.Functions.GreaterThan(ValueTuple.Create(w.UserId, w.TicketId), ValueTuple.Create(who, ticket)));
        }

        var rows = await watchers.OrderBy(w => w.UserId).ThenBy(w => w.TicketId).Take(request.Limit + 1)
            .Select(w => new { w.UserId, w.TicketId, Name = db.Users.Where(u => u.Id == w.UserId).Select(u => u.Name).First() })
            .ToListAsync(ct);
        var page = rows.ToPage(request.Limit, Sort, r => [r.UserId.Value.ToString(), r.TicketId.Value.ToString()]);
        return new Page<WatcherResponse>(
            [.. page.Items.Select(r => new WatcherResponse(new PersonRef(r.UserId.Value, r.Name), conversation.MergedFrom(r.TicketId)))], page.NextCursor);
    }
}
